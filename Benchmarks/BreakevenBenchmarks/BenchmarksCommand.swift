import ArgumentParser

/// The program that `make bench` runs: the engine on the reference model.
///
/// Each command is a part of the benchmark, and prints one line of JSON.
@main
struct BenchmarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "BreakevenBenchmarks",
    abstract: "Check and time the engine on the reference model.",
    subcommands: [
      CheckCommand.self, PassCommand.self, ModelCommand.self, JobsCommand.self,
      QuasiMonteCarloCommand.self,
    ])
}
