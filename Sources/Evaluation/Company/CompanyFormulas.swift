package import Diagnostics
package import Facts
package import Formulas
package import RunRecord
package import Units

/// A company's course, money and outcome as formulas: the part of `company.yaml` that is a model.
package struct CompanyFormulas: Sendable {
  /// The inputs, in the order of the file.
  package var inputs: [CompanyInput]
  /// Variables and outputs, with the file's name and place, as of any model.
  package var file: ModelFile
  /// The inputs that the state of today and series are estimated with; no formula names them.
  package var nowcast: InputSet
  /// The variables that the odds are explained by, beside the inputs that aren't chance.
  package var drivers: [Driver]
  /// The numbers that are set in each view, by input.
  package var views: [View: [String: Double]]

  /// A variable that the odds are explained by.
  package struct Driver: Hashable, Sendable {
    /// The variable.
    package var variable: String
    /// The inputs by which one sets it, most telling first.
    package var inputs: [String]
  }

  /// A reading of the model beside the plain one, in which some numbers are set.
  package enum View: String, Hashable, Sendable, CaseIterable {
    /// By companies like this one alone: what its paths add doesn't count.
    case outside
    /// The paths' own models count in full.
    case inside
    /// Nobody gives money.
    case withoutNewMoney = "without_new_money"
  }

  /// The outputs of every company model, with their units.
  package static let outputs: [(name: String, unit: String)] = [
    ("revenue", "USD/year"), ("cost", "USD/year"), ("result", "USD/year"),
    ("cash_flow", "USD/year"), ("raised", "USD"), ("cash", "USD"), ("can_say", "1"),
    ("broke_even", "1"), ("out_of_cash", "1"), ("sold", "1"),
    ("cash_today", "USD"), ("cash_left", "USD"), ("is_gone", "1"), ("money_lasts", "month"),
    ("other_contribution", "USD/year"), ("shared_cost", "USD/year"), ("headroom", "1"),
  ]
}

/// An input of the company model.
package enum CompanyInput: Sendable {
  /// One like those of a path's model.
  case drawn(ModelInput)
  /// One that the evaluator gives: the state of today, or what the company's paths bring.
  case given(GivenInput)

  /// The name.
  package var name: String {
    switch self {
    case .drawn(let input): input.name
    case .given(let input): input.name
    }
  }

  /// The unit as declared.
  package var unit: UnitExpression {
    switch self {
    case .drawn(let input): input.unit
    case .given(let input): input.unit
    }
  }

  /// Where its values live.
  package var domain: ValueDomain {
    switch self {
    case .drawn(let input): input.domain
    case .given(let input): input.domain
    }
  }

  /// The metrics of which one's figure it is as it stands; none for others.
  package var metrics: [String] {
    guard case .given(let input) = self, case .nowcast(let quantity) = input.origin else {
      return []
    }
    return quantity.figures
  }

  /// The inputs that it was drawn from, where it is one like those of a path's model.
  var drawn: ModelInput? {
    if case .drawn(let input) = self { input } else { nil }
  }

  /// Its declaration, for the compiler.
  func declaration(variesByYear: Bool) -> InputDeclaration {
    switch self {
    case .drawn(let input):
      InputDeclaration(
        name: input.name, unit: input.unit, variesByYear: variesByYear,
        location: input.location, sourceLine: input.sourceLine)
    case .given(let input):
      InputDeclaration(
        name: input.name, unit: input.unit, variesByYear: variesByYear,
        location: input.location, sourceLine: input.sourceLine)
    }
  }
}

/// An input whose values come from what the evaluator is called with.
package struct GivenInput: Sendable {
  /// The origin of a given input.
  package enum Origin: Sendable {
    /// A quantity of the nowcast, or of the company's standing.
    case nowcast(NowcastQuantity)
    /// A sum over the company's paths.
    case paths(FormulaSource)
    /// A variable of one path, in its own unit; the number where the company doesn't pursue it.
    case path(id: String, variable: String, otherwise: Double)
  }

  /// The name.
  package var name: String
  /// The name for readers.
  package var title: LocalizedText?
  /// The unit as declared.
  package var unit: UnitExpression
  /// The origin of the input.
  package var origin: Origin
  /// The position of its declaration.
  package var location: SourceLocation
  /// The line there.
  package var sourceLine: String?
  /// Where the file says that its values live.
  package var declaredDomain = ValueDomain.number

  /// Where its values live.
  package var domain: ValueDomain {
    if case .nowcast(let quantity) = origin { quantity.domain } else { declaredDomain }
  }

  /// The keys that only the company model has.
  package static let keys = ["nowcast", "sum_over_paths", "of_path"]
}

extension CompanyFormulas {
  /// The variables of a path that the formulas read.
  func variables(of path: String) -> Set<String> {
    Set(
      inputs.compactMap { input in
        guard case .given(let given) = input,
          case .path(let id, let variable, _) = given.origin, id == path
        else { return nil }
        return variable
      })
  }
}
