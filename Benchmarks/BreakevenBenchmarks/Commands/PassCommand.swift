import ArgumentParser
import Formulas
import Simulation

/// The job that every peer does, with the line that every peer prints.
///
/// It evaluates companies one after the other: mean and quantiles of twenty outputs, and three
/// probabilities.
struct PassCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pass", abstract: "Do what every peer does, and say how fast.")

  @Option var companies = 20
  @Option var draws = 4096
  @Option var passes = 5
  @Flag(help: "One pass without a warm-up.") var cold = false

  private struct Report: Encodable {
    var peer = "breakeven"
    var companies: Int
    var draws: Int
    var draws_companies_per_s: Double
    var draws_companies_per_cpu_s: Double
    var phase_us_per_company: [String: Double]
    var peak_rss_mb: Double
    var check_company0: Check
  }

  private struct Check: Encodable {
    var mean_cumulative_2030: Double
    var p50_cumulative_2030: Double
    var probabilities: [Double]
  }

  /// Processor seconds by phase, and what came out for company 0.
  private struct Pass {
    var phases: [String: Double] = [:]
    var check = Check(mean_cumulative_2030: .nan, p50_cumulative_2030: .nan, probabilities: [])

    mutating func time<Result>(_ phase: String, _ body: () throws -> Result) rethrows -> Result {
      let start = Stopwatch.processor
      defer { phases[phase, default: 0] += Stopwatch.processor - start }
      return try body()
    }
  }

  func run() throws {
    let model = try ReferenceModel()
    let engine = Engine(model, draws: draws)
    if !cold { _ = try pass(engine, companies: 1) }
    var (wall, processor, done): ([Double], [Double], [Pass]) = ([], [], [])
    for _ in 0..<(cold ? 1 : passes) {
      let (wallStart, start) = (Stopwatch.wall, Stopwatch.processor)
      done.append(try pass(engine, companies: companies))
      processor.append(Stopwatch.processor - start)
      wall.append(Stopwatch.wall - wallStart)
    }
    let work = Double(companies * draws)
    var phases: [String: Double] = [:]
    for name in done[0].phases.keys {
      phases[name] =
        Spread(done.compactMap { $0.phases[name] }).median * 1e6 / Double(companies)
    }
    try JSONLine.print(
      Report(
        companies: companies, draws: draws, draws_companies_per_s: work / Spread(wall).median,
        draws_companies_per_cpu_s: work / Spread(processor).median, phase_us_per_company: phases,
        peak_rss_mb: Stopwatch.peakMemory, check_company0: done[0].check))
  }

  private func pass(_ engine: Engine, companies: Int) throws -> Pass {
    var pass = Pass()
    for company in 0..<companies {
      let inputs = try pass.time("inputs") {
        try engine.inputs(engine.model.distributions(company: company))
      }
      let columns = pass.time("model") { engine.outputs(inputs) }
      let (summaries, probabilities) = pass.time("summary") {
        (engine.summaries(columns), ReferenceProbability.allCases.map { $0.share(columns) })
      }
      guard company == 0, let place = ReferenceModel.position(of: "cumulative_2030") else {
        continue
      }
      pass.check = Check(
        mean_cumulative_2030: summaries[place].mean, p50_cumulative_2030: summaries[place].p50,
        probabilities: probabilities)
    }
    return pass
  }
}
