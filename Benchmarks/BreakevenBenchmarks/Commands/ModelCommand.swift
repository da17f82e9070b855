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
    /// Microseconds a company, by level.
    var engine: [String: Spread]
    var by_hand: [String: Spread]
    /// The kernel's time over the engine's at the best level of both, round by round.
    var share_of_by_hand: Spread
  }

  func run() throws {
    let model = try ReferenceModel()
    let specs = (0..<companies).map(model.distributions)
    let streams = DrawStreams(seed: 1, draws: draws)
    let basis = HandFusedKernel.basis(
      model.names.indices.map { streams.uniforms(block: Engine.block, dimension: $0) },
      for: specs[0])
    let outputs = AlignedColumns(count: ReferenceModel.outputs.count, draws: draws)
    var kernel = try HandFusedKernel(specs[0])
    let levels = HandFusedKernel.Level.allCases.filter(\.isAvailable)
    let engines = try KernelLevel.available.map { level in
      let engine = Engine(model, draws: draws, probabilities: false, level: level)
      return (
        level: level, engine: engine, jobs: try specs.indices.map { try engine.job(company: $0) }
      )
    }
    var own: [KernelLevel: [Double]] = [:]
    var byHand: [HandFusedKernel.Level: [Double]] = [:]
    for round in 0..<rounds {
      for level in levels {
        byHand[level, default: []].append(
          Stopwatch.processorTime {
            for company in specs {
              kernel.set(company)
              kernel.run(level, basis: basis, into: outputs)
            }
          })
      }
      // Plain Swift is the reference and fifty times slower: once is enough.
      for (level, engine, jobs) in engines where level != .swift || round == 0 {
        own[level, default: []].append(
          Stopwatch.processorTime { for job in jobs { engine.runModel(job) } })
      }
    }
    let unit = 1e6 / Double(companies)
    let best = zip(
      byHand[HandFusedKernel.Level.best] ?? [], own[KernelLevel.available.last ?? .swift] ?? [])
    try JSONLine.print(
      Report(
        draws: draws, engine: ModelCommand.spreads(own, unit),
        by_hand: ModelCommand.spreads(byHand, unit),
        share_of_by_hand: Spread(best.map { $0 / $1 })))
  }

  private static func spreads<Level: RawRepresentable<String>>(
    _ times: [Level: [Double]], _ unit: Double
  ) -> [String: Spread] {
    Dictionary(
      uniqueKeysWithValues: times.map { ($0.key.rawValue, Spread($0.value).times(unit)) })
  }
}
