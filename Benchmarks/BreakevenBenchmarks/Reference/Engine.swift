import Formulas
import Simulation

/// The engine on the reference model: what it does once a run, and what for each company.
struct Engine {
  /// What is said of an output.
  struct OutputSummary {
    var mean: Double
    var sd: Double
    var p5: Double
    var p50: Double
    var p95: Double
  }

  let model: ReferenceModel
  let draws: Int
  /// The uniform numbers of each input.
  let levels: [[Double]]

  init(
    _ model: ReferenceModel, draws: Int, seed: UInt64 = 1, sampler: Sampler = .sobol,
    block: String = ReferenceModel.block
  ) {
    let streams = DrawStreams(seed: seed, draws: draws, sampler: sampler)
    self.init(
      model, draws: draws,
      levels: model.names.indices.map { streams.uniforms(block: block, dimension: $0) })
  }

  init(_ model: ReferenceModel, draws: Int, levels: [[Double]]) {
    self.model = model
    self.draws = draws
    self.levels = levels
  }

  /// The inputs' columns, in base units.
  func inputs(_ distributions: [DistributionSpec]) throws -> [Column] {
    try zip(distributions, zip(levels, model.scales)).map { spec, column in
      let values = try Distribution(spec).quantiles(column.0)
      return .values(column.1 == 1 ? values : values.map { $0 * column.1 })
    }
  }

  /// The outputs' columns.
  func outputs(_ inputs: [Column]) -> [[Double]] {
    let slots = model.compiled.program.inputs.map { inputs[$0.input] }
    let columns = BlockMachine(program: model.compiled.program).run(inputs: slots, draws: draws)
    return ReferenceModel.outputs.compactMap { output in
      let place = model.compiled.program.outputs.firstIndex { slot in
        model.compiled.variables[slot.variable].name == output.variable
          && slot.year == ReferenceModel.years.firstIndex(of: output.year)
      }
      return place.map { columns[$0] }
    }
  }

  func summaries(_ outputs: [[Double]]) -> [OutputSummary] {
    outputs.map { column in
      let summary = Summary(column)
      return OutputSummary(
        mean: summary.mean ?? .nan, sd: summary.sd ?? .nan, p5: summary.p5 ?? .nan,
        p50: summary.p50 ?? .nan, p95: summary.p95 ?? .nan)
    }
  }

  /// The outputs' columns of a company.
  func outputs(company: Int) throws -> [[Double]] {
    outputs(try inputs(model.distributions(company: company)))
  }
}

/// The probabilities that every program of the benchmark counts.
enum ReferenceProbability: String, CaseIterable {
  case breakeven = "P(breakeven_year <= 2030)"
  case recovered = "P(cumulative_2030 > 0)"
  case contributing = "P(contribution_2027 > 0)"

  /// The share of draws, by the outputs' columns.
  func share(_ columns: [[Double]]) -> Double {
    let (output, holds): (String, (Double) -> Bool) =
      switch self {
      case .breakeven: ("breakeven_year", { $0 <= 2030 })
      case .recovered: ("cumulative_2030", { $0 > 0 })
      case .contributing: ("contribution_2027", { $0 > 0 })
      }
    guard let place = ReferenceModel.position(of: output) else { return .nan }
    let hits = columns[place].reduce(0) { $0 + (holds($1) ? 1 : 0) }
    return Double(hits) / Double(columns[place].count)
  }
}
