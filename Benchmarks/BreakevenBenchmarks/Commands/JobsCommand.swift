import ArgumentParser
import Simulation
import Threads

/// Many companies on several paths: how time and memory grow with companies, draws and threads.
struct JobsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jobs", abstract: "Evaluate companies times paths, and say what it took.")

  @Option var companies = 1000
  @Option(help: "Each path has draws of its own.") var paths = 1
  @Option var draws = 4096
  @Option var threads = 1

  private struct Report: Encodable {
    var companies: Int
    var paths: Int
    var draws: Int
    var threads: Int
    /// Processor time of what is made once, whatever the number of companies: compiling, draws.
    var once_s: Double
    var wall_s: Double
    /// Wall time of the jobs alone, without what is made once.
    var jobs_wall_s: Double
    var processor_s: Double
    var peak_rss_mb: Double
    /// The sum over all jobs of the median of the last year's revenue: it keeps the work honest.
    var checksum: Double
  }

  func run() throws {
    let model = try ReferenceModel()
    let (wall, processor) = (Stopwatch.wall, Stopwatch.processor)
    let engines = try (0..<paths).map { path in
      try Engine(model, draws: draws, block: "\(Engine.block) \(path)")
    }
    let (once, jobsStart) = (Stopwatch.processor - processor, Stopwatch.wall)
    let place = ReferenceModel.position(of: "revenue_2030")
    let sums = try Crew(threads: threads).map(threads) { [companies, threads] thread in
      var sum = 0.0
      for company in stride(from: thread, to: companies, by: threads) {
        for engine in engines {
          sum += try engine.summaries(company: company)[place].p50 ?? .nan
        }
      }
      return sum
    }
    try JSONLine.print(
      Report(
        companies: companies, paths: paths, draws: draws, threads: threads,
        once_s: once, wall_s: Stopwatch.wall - wall, jobs_wall_s: Stopwatch.wall - jobsStart,
        processor_s: Stopwatch.processor - processor,
        peak_rss_mb: Stopwatch.peakMemory, checksum: sums.reduce(0, +)))
  }
}
