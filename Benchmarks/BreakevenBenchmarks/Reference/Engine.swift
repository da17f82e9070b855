import Formulas
import Simulation

/// The engine on the reference model: what is made once a run, and what a company takes.
///
/// For one thread; engines of several threads share the simulation.
final class Engine {
  /// Where the inputs' draws come from.
  static let block = "path reference-model assumptions"

  let model: ReferenceModel
  private let simulation: BatchSimulation
  private let worker: BatchSimulation.Worker
  /// The distributions of the company before: most are the same for the next one.
  private var last: [(spec: DistributionSpec, distribution: Distribution)] = []

  /// Sums up the outputs, and the probabilities if they are asked for.
  convenience init(
    _ model: ReferenceModel, draws: Int, seed: UInt64 = 1, sampler: Sampler = .sobol,
    block: String = Engine.block, probabilities: Bool = true, level: KernelLevel = .best
  ) {
    let outputs = ReferenceModel.outputs + (probabilities ? ReferenceModel.probabilities : [])
    self.init(
      model,
      BatchSimulation(
        model: model.compiled, results: model.places(of: outputs),
        streams: model.names.indices.map { DrawStream(block: block, dimension: $0) },
        draws: DrawStreams(seed: seed, draws: draws, sampler: sampler), level: level))
  }

  private init(_ model: ReferenceModel, _ simulation: BatchSimulation) {
    self.model = model
    self.simulation = simulation
    worker = simulation.makeWorker()
  }

  /// An engine for another thread.
  func another() -> Engine { Engine(model, simulation) }

  /// A company's inputs, bound to the draws.
  func job(company: Int) throws -> BatchSimulation.Job {
    let specs = model.distributionsInBaseUnits(company: company)
    if last.isEmpty { last = try specs.map { ($0, try Distribution($0)) } }
    for (input, spec) in specs.enumerated() where last[input].spec != spec {
      last[input] = (spec, try Distribution(spec))
    }
    guard let job = simulation.job(last.map(\.distribution)) else {
      preconditionFailure("every input of the reference model has a transform")
    }
    return job
  }

  /// Makes what is made once a run.
  func compile(_ job: BatchSimulation.Job) { simulation.compile(job) }

  /// Runs the model alone; the results are overwritten by those of the next draws.
  func runModel(_ job: BatchSimulation.Job) { simulation.runModel(job, on: worker) }

  /// Sums up the outputs, in the order of `ReferenceModel.outputs`, then the probabilities.
  func summaries(_ job: BatchSimulation.Job) -> [ColumnSummary] {
    simulation.run(job, on: worker)
  }
}
