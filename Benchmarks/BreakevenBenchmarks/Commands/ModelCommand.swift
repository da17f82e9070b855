import ArgumentParser
import Formulas
import Simulation

/// The model part alone, by the engine and by the kernel written by hand, in turn in one process.
struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model", abstract: "Compare the model part with the kernel written by hand.")

  @Option var draws = 4096
  @Option var rounds = 15
  @Option(help: "Companies a round.") var companies = 50

  private struct Report: Encodable {
    var draws: Int
    /// Microseconds a company.
    var engine: Spread
    var by_hand: [String: Spread]
    /// The kernel's time at the best level over the engine's, round by round.
    var share_of_by_hand: Spread
    var level: String
  }

  func run() throws {
    let model = try ReferenceModel()
    let engine = Engine(model, draws: draws)
    let specs = (0..<companies).map(model.distributions)
    let basis = HandFusedKernel.basis(engine.levels, for: specs[0])
    let outputs = AlignedColumns(count: ReferenceModel.outputs.count, draws: draws)
    var kernel = try HandFusedKernel(specs[0])
    let levels = HandFusedKernel.Level.allCases.filter(\.isAvailable)
    var own: [Double] = []
    var byHand: [HandFusedKernel.Level: [Double]] = [:]
    for _ in 0..<rounds {
      own.append(
        try Stopwatch.processorTime {
          for company in specs { _ = engine.outputs(try engine.inputs(company)) }
        })
      for level in levels {
        byHand[level, default: []].append(
          Stopwatch.processorTime {
            for company in specs {
              kernel.set(company)
              kernel.run(level, basis: basis, into: outputs)
            }
          })
      }
    }
    let best = byHand[HandFusedKernel.Level.best] ?? own
    let unit = 1e6 / Double(companies)
    try JSONLine.print(
      Report(
        draws: draws, engine: Spread(own).times(unit),
        by_hand: Dictionary(
          uniqueKeysWithValues: byHand.map { ($0.key.rawValue, Spread($0.value).times(unit)) }),
        share_of_by_hand: Spread(zip(best, own).map { $0 / $1 }),
        level: HandFusedKernel.Level.best.rawValue))
  }
}
