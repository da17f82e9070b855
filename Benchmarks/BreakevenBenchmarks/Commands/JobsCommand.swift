import ArgumentParser
import Simulation

/// Many companies on several paths: how time and memory grow with companies, draws and threads.
struct JobsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jobs", abstract: "Evaluate companies times paths, and say what it took.")

  @Option var companies = 1000
  @Option var paths = 1
  @Option var draws = 4096
  @Option var threads = 1

  private struct Report: Encodable {
    var companies: Int
    var paths: Int
    var draws: Int
    var threads: Int
    /// Making the uniform numbers that all companies share.
    var shared_s: Double
    var wall_s: Double
    var processor_s: Double
    var peak_rss_mb: Double
    /// The sum over all jobs of the median of the last year's revenue: it keeps the work honest.
    var checksum: Double
  }

  func run() throws {
    let model = try ReferenceModel()
    let (wall, processor) = (Stopwatch.wall, Stopwatch.processor)
    let engines = (0..<paths).map {
      Engine(model, draws: draws, block: "\(ReferenceModel.block) \($0)")
    }
    let shared = Stopwatch.processor - processor
    let place = ReferenceModel.position(of: "revenue_2030") ?? 0
    let medians = try parallelMap(count: companies * paths, threads: threads) { job in
      let engine = engines[job % paths]
      return engine.summaries(try engine.outputs(company: job / paths))[place].p50
    }
    try JSONLine.print(
      Report(
        companies: companies, paths: paths, draws: draws, threads: threads,
        shared_s: shared, wall_s: Stopwatch.wall - wall,
        processor_s: Stopwatch.processor - processor, peak_rss_mb: Stopwatch.peakMemory,
        checksum: medians.reduce(0, +)))
  }
}
