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
    var summary: [String: Double]
  }

  func run() throws {
    let engine = try Engine(try ReferenceModel(), draws: draws)
    if !cold { _ = try pass(engine) }
    var (wall, processor): ([Double], [Double]) = ([], [])
    var summary = ReferenceSummary([])
    for _ in 0..<(cold ? 1 : passes) {
      let (wallStart, start) = (Stopwatch.wall, Stopwatch.processor)
      summary = try pass(engine)
      processor.append(Stopwatch.processor - start)
      wall.append(Stopwatch.wall - wallStart)
    }
    let work = Double(companies * draws)
    try JSONLine.print(
      Report(
        companies: companies, draws: draws, draws_companies_per_s: work / Spread(wall).median,
        draws_companies_per_cpu_s: work / Spread(processor).median,
        phase_us_per_company: cold ? [:] : try phases(engine), peak_rss_mb: Stopwatch.peakMemory,
        summary: summary.figures))
  }

  /// All companies; what came out for company 0.
  private func pass(_ engine: Engine) throws -> ReferenceSummary {
    var first = ReferenceSummary([])
    for company in 0..<companies {
      let summary = ReferenceSummary(try engine.summaries(company: company))
      if company == 0 { first = summary }
    }
    return first
  }

  /// The processor time of the parts, over some passes.
  private func phases(_ engine: Engine) throws -> [String: Double] {
    var times = [0.0, 0, 0]
    for _ in 0..<passes {
      for company in 0..<companies {
        let start = Stopwatch.processor
        let inputs = try engine.inputs(company: company)
        let drawn = Stopwatch.processor
        let results = engine.results(inputs)
        let computed = Stopwatch.processor
        _ = engine.summaries(results)
        times[0] += drawn - start
        times[1] += computed - drawn
        times[2] += Stopwatch.processor - computed
      }
    }
    let each = times.map { $0 * 1e6 / Double(companies * passes) }
    return ["inputs": each[0], "model": each[1], "summary": each[2]]
  }
}
