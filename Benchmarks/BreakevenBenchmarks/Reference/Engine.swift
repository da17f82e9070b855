import Formulas
import Simulation

/// The engine on the reference model: what `evaluate` runs for a path, asked for a few outputs.
///
/// Levels, program and machine are made once and shared by all companies and threads. For a company
/// the engine makes the columns of all inputs, runs the program over them and sums the outputs up.
final class Engine: Sendable {
  /// Where the inputs' draws come from.
  static let block = "path reference-model assumptions"

  let model: ReferenceModel
  private let machine: BlockMachine
  private let draws: Int
  /// One for each input.
  private let levels: [QuantileLevels]
  /// The distributions of company 0, of which the others' differ in two.
  private let distributions: [Distribution]
  private let level: KernelLevel

  /// Computes the outputs, and the probabilities if they are asked for; with all other variables
  /// besides, as `evaluate` does, if nothing is left out.
  init(
    _ model: ReferenceModel, draws: Int, seed: UInt64 = 1, sampler: Sampler = .sobol,
    block: String = Engine.block, probabilities: Bool = true, leavingOut: Bool = true,
    level: KernelLevel = .best
  ) throws {
    self.model = model
    self.draws = draws
    self.level = level
    let places = model.places(
      of: ReferenceModel.outputs + (probabilities ? ReferenceModel.probabilities : []))
    let (quick, literal) = (model.compiled.optimized, model.compiled.program)
    machine = BlockMachine(
      program: leavingOut ? quick.keeping(places) : quick,
      literal: leavingOut ? literal.keeping(places) : literal, level: level)
    let streams = DrawStreams(seed: seed, draws: draws, sampler: sampler)
    levels = model.names.indices.map {
      QuantileLevels(streams.uniforms(block: block, dimension: $0, level: level))
    }
    distributions = try model.distributionsInBaseUnits(company: 0).map { try Distribution($0) }
  }

  /// The columns of a company's inputs.
  func inputs(company: Int) throws -> [Column] {
    let first = model.distributionsInBaseUnits(company: 0)
    let specs = model.distributionsInBaseUnits(company: company)
    return try specs.indices.map { input in
      let distribution =
        specs[input] == first[input] ? distributions[input] : try Distribution(specs[input])
      return .values(distribution.quantiles(levels[input]))
    }
  }

  /// The outputs' columns.
  func results(_ inputs: [Column]) -> [[Double]] {
    machine.run(inputs: model.compiled.program.inputs.map { inputs[$0.input] }, draws: draws)
  }

  /// Sums up the outputs, in the order of `ReferenceModel.outputs`, then the probabilities.
  func summaries(_ results: [[Double]]) -> [ColumnSummary] {
    ColumnSummary.summaries(of: results, level: level)
  }

  /// All of it for a company.
  func summaries(company: Int) throws -> [ColumnSummary] {
    summaries(results(try inputs(company: company)))
  }
}

extension Program {
  /// The same program with some of its outputs, and without what only the others need.
  func keeping(_ places: [Int]) -> Program {
    var kept = self
    kept.outputs = places.map { outputs[$0] }
    var isNeeded = [Bool](repeating: false, count: instructions.count)
    func need(_ operand: Operand) {
      if case .value(let value) = operand { isNeeded[value] = true }
    }
    for output in kept.outputs { need(output.source) }
    for index in instructions.indices.reversed() where isNeeded[index] {
      for operand in instructions[index].operands { need(operand) }
    }
    var renamed = [Int](repeating: 0, count: instructions.count)
    for (new, old) in instructions.indices.filter({ isNeeded[$0] }).enumerated() {
      renamed[old] = new
    }
    func moved(_ operand: Operand) -> Operand {
      if case .value(let value) = operand { .value(renamed[value]) } else { operand }
    }
    kept.instructions = instructions.indices.filter { isNeeded[$0] }.map { index in
      let step = instructions[index]
      return Instruction(step.opcode, moved(step.a), moved(step.b), moved(step.c))
    }
    for place in kept.outputs.indices {
      kept.outputs[place].source = moved(kept.outputs[place].source)
    }
    kept.guards = guards.filter { isNeeded[$0.instruction] }.map {
      Guard(instruction: renamed[$0.instruction], mayBeZero: $0.mayBeZero)
    }
    return kept
  }
}
