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
  static let block = "path reference-model assumptions"

  /// The twenty results, in the order of the peers.
  static let outputs: [Output] =
    [Output(variable: "mau", year: 2030, name: "mau_2030")]
    + series("revenue", named: "revenue") + series("contribution", named: "contribution")
    + series("cumulative_profit", named: "cumulative")
    + [Output(variable: "breakeven_year", year: 2030, name: "breakeven_year")]

  let compiled: CompiledModel
  /// The inputs' names, in the order in which they take their dimensions.
  let names: [String]
  /// One of each input's unit in base units.
  let scales: [Double]
  private let specs: [DistributionSpec]

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

  /// The distributions of a synthetic company's inputs: it has more users than company 0, now and
  /// in the end.
  func distributions(company: Int) -> [DistributionSpec] {
    let place = Double(company) * 0.6180339887498949
    let scale = 1 + 0.5 * (place - place.rounded(.down))
    return zip(names, specs).map { name, spec in
      guard name == "mau0" || name == "mau_cap", case .lognormal(let p5, let p95) = spec else {
        return spec
      }
      return .lognormal(p5: p5 * scale, p95: p95 * scale)
    }
  }

  /// The place of an output among the twenty.
  static func position(of output: String) -> Int? {
    outputs.firstIndex { $0.name == output }
  }

  private static func series(_ variable: String, named name: String) -> [Output] {
    years.map { Output(variable: variable, year: $0, name: "\(name)_\($0)") }
  }
}
