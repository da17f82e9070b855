import Diagnostics
import Documents
import Evaluation
import Formulas
import Units

/// The reference model as any user's model: read from its file, checked and compiled.
struct ReferenceModel {
  /// A result that every program of the benchmark summarises.
  struct Output: Hashable {
    var variable: String
    var year: Int
    /// Its name in the oracle and in the peers, such as `revenue_2027`.
    var name: String
  }

  static let years = Array(2025...2030)

  /// The twenty results, in the order of the peers.
  static let outputs: [Output] =
    [Output(variable: "mau", year: 2030, name: "mau_2030")]
    + series("revenue", named: "revenue") + series("contribution", named: "contribution")
    + series("cumulative_profit", named: "cumulative")
    + [Output(variable: "breakeven_year", year: 2030, name: "breakeven_year")]

  /// What is 1 or 0 in a draw: the means are the probabilities that the peers count.
  static let probabilities = [
    Output(variable: "has_broken_even", year: 2030, name: "P(breakeven_year <= 2030)"),
    Output(variable: "has_recovered", year: 2030, name: "P(cumulative_2030 > 0)"),
    Output(variable: "is_contributing", year: 2027, name: "P(contribution_2027 > 0)"),
  ]

  let compiled: CompiledModel
  /// The inputs' names, in the order in which they take their dimensions.
  let names: [String]
  private let specs: [DistributionSpec]
  /// One of each input's unit in base units.
  private let scales: [Double]

  /// Reads the model, and the units it is written in.
  init(file: String = "Benchmarks/reference-model.yaml", units: String = "Models/units.yaml") throws
  {
    let units = try UnitRegistry(UnitsFileReader.read(YAMLDocument(contentsOf: units)))
    let model = try ModelFileReader(units: units, sourceIDs: nil)
      .read(YAMLDocument(contentsOf: file), relativeFile: file, sha256: "")
    compiled = try ModelEvaluator(model, units: units)
      .compile(years: ReferenceModel.years, varying: [])
    names = model.inputs.map(\.name)
    scales = model.inputs.map(\.unit.scale)
    specs = model.inputs.compactMap { input in
      guard case .assumption(let assumption) = input.scope,
        case .always(let spec)? = assumption.revisions.first?.series
      else { return nil }
      return spec
    }
    precondition(specs.count == names.count, "every input of the reference model is assumed")
  }

  /// The distributions of a synthetic company's inputs, as the file has them; the company has more
  /// users than company 0, now and in the end.
  func distributions(company: Int) -> [DistributionSpec] {
    let place = Double(company) * 0.6180339887498949
    let scale = 1 + 0.5 * (place - place.rounded(.down))
    return zip(names, specs).map { name, spec in
      name == "mau0" || name == "mau_cap" ? spec.times(scale) : spec
    }
  }

  /// The same in base units, as the program takes them.
  func distributionsInBaseUnits(company: Int) -> [DistributionSpec] {
    zip(distributions(company: company), scales).map { $1 == 1 ? $0 : $0.times($1) }
  }

  /// Values of all inputs in base units.
  func baseUnits(_ values: [Double]) -> [Double] { zip(values, scales).map { $0 * $1 } }

  /// The places of outputs among those of the program.
  func places(of outputs: [Output]) -> [Int] {
    outputs.map { output in
      let place = compiled.program.outputs.firstIndex { slot in
        compiled.variables[slot.variable].name == output.variable
          && compiled.years[slot.year ?? 0] == output.year
      }
      guard let place else { preconditionFailure("the model has no \(output.name)") }
      return place
    }
  }

  /// The place of an output among the twenty.
  static func position(of output: String) -> Int {
    guard let place = outputs.firstIndex(where: { $0.name == output }) else {
      preconditionFailure("there is no output \(output)")
    }
    return place
  }

  private static func series(_ variable: String, named name: String) -> [Output] {
    years.map { Output(variable: variable, year: $0, name: "\(name)_\($0)") }
  }
}

extension DistributionSpec {
  /// The lognormal distribution of so many times as much.
  fileprivate func times(_ factor: Double) -> DistributionSpec {
    guard case .lognormal(let p5, let p95) = self else {
      preconditionFailure("only lognormal inputs of the reference model are scaled")
    }
    return .lognormal(p5: p5 * factor, p95: p95 * factor)
  }
}
