internal import Diagnostics
package import Formulas
internal import Simulation
package import Units

/// The names that the formula of a measure may use: variables and inputs of one model, with their
/// units in the measure's money, and what is made of a path's flows.
package struct MeasureNames: Sendable {
  /// A name with its unit.
  package struct Name: Sendable {
    /// The name.
    package var name: String
    /// Its unit with the measure's currency in place of the model's.
    package var unit: UnitExpression
    /// The power of the model's currency in it, where that isn't the measure's.
    package var moneyPower: Int
    /// True for an amount that is made of flows, which are in the study's money.
    package var isOfStudy = false
  }

  /// A value that is made of a path's flows over all years.
  package enum OfFlows: String, Hashable, Sendable, CaseIterable {
    /// Discounted contribution less investment to the horizon.
    case presentValue = "present_value"
    /// The same with the value beyond the horizon.
    case presentValueBeyond = "present_value_beyond"
    /// Discounted contribution to the horizon.
    case presentContribution = "present_contribution"
    /// The money-back index, 0...100; 50 is money back.
    case moneyBackIndex = "money_back_index"
    /// The readiness index, 0...100.
    case readinessIndex = "readiness_index"
  }

  /// All names, in the order of the model.
  package let names: [Name]

  /// The names of a path's model.
  ///
  /// `currency` is that of the measure.
  ///
  /// - Throws: `Diagnostic` for a unit that the currency has no name in.
  package init(_ model: ModelFile, units: UnitRegistry, currency: String) throws {
    let declared =
      model.inputs.map { ($0.name, $0.unit) }
      + (model.variables + model.outputs).map { ($0.declaration.name, $0.declaration.unit) }
    var found = try Self.names(declared, in: model.currency, as: currency, units)
    for name in OfFlows.allCases where !found.contains(where: { $0.name == name.rawValue }) {
      let unit =
        switch name {
        case .moneyBackIndex, .readinessIndex: "1"
        case .presentValue, .presentValueBeyond, .presentContribution: currency
        }
      found.append(
        Name(
          name: name.rawValue, unit: try units.parse(unit), moneyPower: 0, isOfStudy: unit != "1"))
    }
    names = found
  }

  /// The names of the company model.
  ///
  /// `currency` is that of the measure.
  ///
  /// - Throws: `Diagnostic` for a unit that the currency has no name in.
  package init(_ model: CompanyFormulas, units: UnitRegistry, currency: String) throws {
    let declared =
      model.inputs.map { ($0.name, $0.unit) }
      + (model.file.variables + model.file.outputs).map {
        ($0.declaration.name, $0.declaration.unit)
      }
    names = try Self.names(declared, in: model.file.currency, as: currency, units)
  }

  /// A name, if it is one of them.
  package subscript(_ name: String) -> Name? { names.first { $0.name == name } }

  /// Compiles the formula of a measure.
  ///
  /// - Throws: `DiagnosticError` with the mistakes in it.
  package func compile(_ measure: Measure, year: Int, units: UnitRegistry) throws -> ClaimFormula {
    try ClaimFormula(
      measure.each, called: "\(measure.name)_of_a_company", unit: measure.unit,
      names: names.map { ($0.name, $0.unit) }, year: year, units: units)
  }

  private static func names(
    _ declared: [(String, UnitExpression)], in own: String, as currency: String,
    _ units: UnitRegistry
  ) throws -> [Name] {
    var seen: Set<String> = []
    // The parts of a series have names that no formula can write.
    let writable = declared.filter { !$0.0.contains(".") && seen.insert($0.0).inserted }
    return try writable.map { name, unit in
      guard own != currency, let power = unit.dimension.powers[own] else {
        return Name(name: name, unit: unit, moneyPower: 0)
      }
      let text = unit.text.replacingWord(own, by: currency)
      return Name(name: name, unit: try units.parse(text), moneyPower: power)
    }
  }
}

extension Measure {
  /// The currency that it is in: that of its unit, else the study's, in which no amount of it is.
  package func currency(among units: UnitRegistry, study: String) -> String {
    units.currencies.first { unit.dimension.powers[$0] != nil } ?? study
  }
}

/// A formula of a claim, ready to run: it gives one number a draw.
package struct ClaimFormula: Sendable {
  private let model: CompiledModel
  private let machine: BlockMachine

  /// Compiles a formula of named numbers.
  ///
  /// - Throws: `DiagnosticError` with the mistakes in it.
  package init(
    _ source: FormulaSource, called name: String, unit: UnitExpression,
    names: [(name: String, unit: UnitExpression)], year: Int, units: UnitRegistry
  ) throws {
    model = try ModelCompiler(units: units).compile(
      ModelSource(
        inputs: names.map { InputDeclaration(name: $0.name, unit: $0.unit) },
        variables: [
          VariableDeclaration(
            name: name, unit: unit, rule: .formula(source), location: source.location,
            sourceLine: source.sourceLine)
        ], outputs: [], years: [year]))
    machine = BlockMachine(program: model.optimized, literal: model.program)
    scale = 1 / unit.scale
  }

  /// One over the size of the unit of what it gives.
  private let scale: Double

  /// The names that it uses.
  package var used: [String] { model.program.inputs.map { model.inputs[$0.input] } }

  /// The value in each draw, in its own unit, of columns in base units by name.
  package func values(of columns: [String: Column], draws: Int) -> [Double] {
    let slots = model.program.inputs.map { columns[model.inputs[$0.input]] ?? .constant(.nan) }
    let column = machine.run(inputs: slots, draws: draws)[0]
    return scale == 1 ? column : column.map { $0 * scale }
  }
}

extension String {
  /// The text with another word in place of one that stands alone.
  fileprivate func replacingWord(_ word: String, by other: String) -> String {
    var result = ""
    var current = ""
    func isPart(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || character == "_"
    }
    for character in self {
      if isPart(character) {
        current.append(character)
        continue
      }
      result += current == word ? other : current
      result.append(character)
      current = ""
    }
    return result + (current == word ? other : current)
  }
}
