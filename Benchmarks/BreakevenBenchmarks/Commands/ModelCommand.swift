import ArgumentParser
import Formulas
import Simulation

/// The model part alone, at each level of the kernels, in turn in one process.
struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model", abstract: "Time the model part at each level of the kernels.")

  @Option var draws = 4096
  @Option var rounds = 15
  @Option(help: "Runs a round.") var runs = 50

  private struct Report: Encodable {
    var draws: Int
    /// Microseconds a run, by level; the twenty outputs alone.
    var engine: [String: Spread]
    /// The same with every variable kept, as `evaluate` does.
    var engine_keeping_all: [String: Spread]
  }

  func run() throws {
    let model = try ReferenceModel()
    try JSONLine.print(
      Report(
        draws: draws, engine: try times(model, leavingOut: true),
        engine_keeping_all: try times(model, leavingOut: false)))
  }

  private func times(_ model: ReferenceModel, leavingOut: Bool) throws -> [String: Spread] {
    let engines = try KernelLevel.available.map { level in
      let engine = try Engine(
        model, draws: draws, probabilities: false, leavingOut: leavingOut, level: level)
      return (level: level, engine: engine, inputs: try engine.inputs(company: 1))
    }
    var times: [String: [Double]] = [:]
    for round in 0..<rounds {
      // Plain Swift is the reference and far slower: once is enough.
      for (level, engine, inputs) in engines where level != .swift || round == 0 {
        let count = level == .swift ? 1 : runs
        let time = Stopwatch.processorTime {
          for _ in 0..<count { _ = engine.results(inputs) }
        }
        times[level.rawValue, default: []].append(time * 1e6 / Double(count))
      }
    }
    return times.mapValues { Spread($0) }
  }
}
