import Diagnostics
import Formulas
import Simulation
import Testing
import Units

struct BatchSimulationTests {
  /// A model with growth, a curve, a choice and a sum over the years.
  private func model() throws -> CompiledModel {
    let units = try UnitRegistry([
      UnitDeclaration(name: "year", meaning: .base(isCurrency: false))
    ])
    let one = try units.parse("1")
    func source(_ text: String) -> FormulaSource {
      FormulaSource(text, at: nil, sourceLine: nil)
    }
    func variable(_ name: String, _ formula: String) -> VariableDeclaration {
      VariableDeclaration(
        name: name, unit: one, rule: .formula(source(formula)), location: nil, sourceLine: nil)
    }
    let total = VariableDeclaration(
      name: "total", unit: one,
      rule: .stock(start: source("profit"), next: source("previous + profit")), location: nil,
      sourceLine: nil)
    return try ModelCompiler(units: units).compile(
      ModelSource(
        inputs: ["size", "growth", "share", "cost", "midpoint"].map {
          InputDeclaration(
            name: $0, unit: one, variesByYear: false, location: nil, sourceLine: nil)
        },
        variables: [
          variable("users", "size * exp(growth * (year - 2025))"),
          variable("revenue", "users * share * s_curve(0, 1, midpoint, 3)"),
          variable("profit", "max(revenue - cost, -cost) * 1"), total,
          variable("first", "if(profit > 0, year, 2031)"),
        ], outputs: [], years: Array(2025...2030)))
  }

  private let specs: [DistributionSpec] = [
    .lognormal(p5: 10, p95: 90), .normal(mean: 0.1, sd: 0.05),
    .pert(low: 0.1, mode: 0.3, high: 0.9),
    .triangular(low: 1, mode: 2, high: 12), .uniform(low: 2024, high: 2029),
  ]

  private func simulation(
    draws: Int, level: KernelLevel = .best
  ) throws -> (BatchSimulation, BatchSimulation.Job) {
    let model = try model()
    let simulation = BatchSimulation(
      model: model, results: Array(model.program.outputs.indices),
      streams: (0..<5).map { DrawStream(block: "b", dimension: $0) },
      draws: DrawStreams(seed: 3, draws: draws), level: level, compilingAfter: 0)
    let job = try #require(simulation.job(specs.map { try Distribution($0) }))
    return (simulation, job)
  }

  @Test(arguments: [1, 7, 64, 512, 1000, 4096, 5000])
  func `gives the same bits at every level`(draws: Int) throws {
    var reference: [[UInt64]]?
    var summaries: [ColumnSummary]?
    for level in KernelLevel.available {
      let (simulation, job) = try simulation(draws: draws, level: level)
      let worker = simulation.makeWorker()
      let columns = simulation.columns(job, on: worker).map(\.comparableBits)
      let found = simulation.run(job, on: worker)
      #expect(columns == reference ?? columns, "\(level)")
      #expect(found == summaries ?? found, "\(level)")
      #expect(simulation.run(job, on: worker) == found, "a worker leaves nothing behind")
      (reference, summaries) = (columns, found)
    }
  }

  @Test(arguments: [64, 512, 4096, 8192, 32768, 65536])
  func `summarises what the columns say`(draws: Int) throws {
    let (simulation, job) = try simulation(draws: draws)
    let worker = simulation.makeWorker()
    let columns = simulation.columns(job, on: worker)
    for (column, summary) in zip(columns, simulation.run(job, on: worker)) {
      expectEqual(summary, Summary(column))
    }
  }

  @Test func `agrees with the machine that keeps its columns`() throws {
    let (simulation, job) = try simulation(draws: 2000)
    let model = try model()
    let streams = DrawStreams(seed: 3, draws: 2000)
    let inputs = try specs.enumerated().map { dimension, spec in
      MachineInput.values(
        try Distribution(spec).quantiles(streams.uniforms(block: "b", dimension: dimension)))
    }
    let columns = BlockMachine(program: model.optimized, literal: model.program).run(
      inputs: model.program.inputs.map { inputs[$0.input] }, draws: 2000)
    for (own, other) in zip(simulation.columns(job, on: simulation.makeWorker()), columns) {
      // Rounding of a difference is judged against what was subtracted.
      let size = other.reduce(0) { max($0, abs($1)) }
      for (a, b) in zip(own, other) { #expect(abs(a - b) <= 1e-13 * size) }
    }
  }
}

/// Holds a summary made in passing to one made from the whole column.
func expectEqual(
  _ summary: ColumnSummary, _ whole: Summary,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  #expect(summary.count == whole.count, sourceLocation: sourceLocation)
  #expect(summary.flagged == whole.flagged, sourceLocation: sourceLocation)
  // Quantiles are order statistics: exact, whatever the way to them.
  #expect(summary.p5 == whole.p5, sourceLocation: sourceLocation)
  #expect(summary.p50 == whole.p50, sourceLocation: sourceLocation)
  #expect(summary.p95 == whole.p95, sourceLocation: sourceLocation)
  for (own, other) in [(summary.mean, whole.mean), (summary.sd, whole.sd)] {
    guard let own, let other else {
      #expect((own == nil) == (other == nil), sourceLocation: sourceLocation)
      continue
    }
    let size = max(abs(other), whole.sd ?? 0)
    #expect(abs(own - other) <= 1e-11 * size, sourceLocation: sourceLocation)
  }
}
