package import Formulas

/// Runs one model for many companies, and keeps what the draws say instead of the draws.
///
/// What companies have in common is made once: the draws, the program, its layout for inputs of
/// some forms. A company brings numbers. Memory doesn't grow with the number of companies, nor
/// with that of draws beyond the shared columns: draws come and go in parts of 4096.
package final class BatchSimulation: Sendable {
  private let program: TapedProgram
  private let literal: TapedProgram
  private let basis: DrawBasis
  private let level: KernelLevel
  private let compilesAfter: Int

  /// Makes a simulation of a model.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - results: The results to summarise, by their places in `model.program.outputs`.
  ///   - streams: Where each of the model's inputs gets its draws, in order of declaration.
  ///   - draws: The draws' seed, number and kind.
  ///   - level: Which kernels run; all give the same bits.
  ///   - enough: After how many draws the program is compiled, at the level that does so.
  package init(
    model: CompiledModel, results: [Int], streams: [DrawStream], draws: DrawStreams,
    level: KernelLevel = .best, compilingAfter enough: Int? = nil
  ) {
    precondition(streams.count == model.inputs.count, "a stream an input")
    let programs = model.programs(keeping: results)
    program = TapedProgram(programs.optimized)
    literal = TapedProgram(programs.literal)
    basis = DrawBasis(draws, of: streams)
    self.level = level
    compilesAfter = enough ?? LaidOutTape.compilingPays
  }

  /// The number of draws.
  package var draws: Int { basis.draws.draws }

  /// A company's inputs, ready to run; it stays good as long as the simulation.
  package struct Job {
    fileprivate let forms: [MachineInput.Form]
    fileprivate let inputs: [BoundInput]
    /// The tables that the inputs point into.
    private let tables: [CubicTable]

    fileprivate init(_ inputs: [(form: MachineInput.Form, bound: BoundInput, table: CubicTable?)]) {
      forms = inputs.map(\.form)
      self.inputs = inputs.map(\.bound)
      tables = inputs.compactMap(\.table)
    }
  }

  /// Binds a company's distributions to the draws.
  ///
  /// - Parameter distributions: One for each of the model's inputs.
  /// - Returns: Nil where a distribution isn't a constant and has no transform.
  package func job(_ distributions: [Distribution]) -> Job? {
    let slots = program.program.inputs
    let transforms = slots.map { distributions[$0.input].transform }
    let columns = basis.columns(
      zip(slots, transforms).map { slot, transform in
        transform.map { (slot.input, $0.takesNormalQuantiles) }
      })
    let inputs = slots.indices.map {
      index -> (form: MachineInput.Form, bound: BoundInput, table: CubicTable?)? in
      let distribution = distributions[slots[index].input]
      if distribution.isConstant {
        return (.constant, BoundInput(constant: distribution.quantile(0.5)), nil)
      }
      guard let transform = transforms[index], let column = columns[index] else { return nil }
      let table: CubicTable? = if case .table(let table) = transform { table } else { nil }
      return (.transformed(transform.kind), BoundInput(transform, of: column), table)
    }
    guard inputs.allSatisfy({ $0 != nil }) else { return nil }
    return Job(inputs.compactMap { $0 })
  }

  /// What one thread needs to run jobs, kept from one to the next.
  package final class Worker {
    /// From one column of results to the next: a part, and as much that equal places of columns
    /// don't compete for the same lines of a cache.
    fileprivate static let stride = ColumnSummarizer.part + 72
    fileprivate let executor: Executor
    private let results: UnsafeMutablePointer<Double>
    /// Where the draws of each result are, a part of them.
    fileprivate let columns: [UnsafeMutablePointer<Double>]
    fileprivate let summarizers: [ColumnSummarizer]

    fileprivate init(results count: Int, level: KernelLevel, compilingAfter enough: Int) {
      executor = Executor(level: level, compilingAfter: enough)
      let capacity = max(1, count * Worker.stride)
      let bytes = UnsafeMutableRawPointer.allocate(
        byteCount: capacity * MemoryLayout<Double>.stride, alignment: 64)
      results = bytes.bindMemory(to: Double.self, capacity: capacity)
      results.initialize(repeating: 0, count: capacity)
      columns = (0..<count).map { [results] in results + $0 * Worker.stride }
      let scratch = SummaryScratch()
      summarizers = (0..<count).map { _ in ColumnSummarizer(level: level, scratch: scratch) }
    }

    deinit { results.deallocate() }
  }

  /// Makes a worker for this simulation.
  package func makeWorker() -> Worker {
    Worker(results: program.results.count, level: level, compilingAfter: compilesAfter)
  }

  /// Summaries of the results, in the order in which they were asked for.
  package func run(_ job: Job, on worker: Worker) -> [ColumnSummary] {
    bind(job, program, on: worker)
    var summaries = summarize(on: worker)
    if worker.executor.guardTripped || summaries.contains(where: { $0.flagged > 0 }) {
      bind(job, literal, on: worker)
      summaries = summarize(on: worker)
    }
    return summaries
  }

  /// Compiles the program for inputs such as a job's at once, instead of after enough draws: for
  /// who knows that many will follow.
  package func compile(_ job: Job) {
    guard level == .compiled else { return }
    _ = program.tape(for: job.forms).compiled(afterMore: 0, outOf: 0)
  }

  /// Runs the model alone, for benchmarks: all draws, their results overwriting each other.
  package func runModel(_ job: Job, on worker: Worker) {
    bind(job, program, on: worker)
    eachPart { worker.executor.run($0, into: worker.columns, at: 0) }
  }

  /// The layout of the program for a job's inputs, as text.
  package func printedTape(_ job: Job) -> String { program.tape(for: job.forms).tape.printed }

  /// The results' draws, column by column.
  package func columns(_ job: Job, on worker: Worker) -> [[Double]] {
    func columns() -> [[Double]] {
      var columns = program.results.map { _ in [Double]() }
      eachPart { range in
        worker.executor.run(range, into: worker.columns, at: 0)
        for result in columns.indices {
          columns[result].append(
            contentsOf: UnsafeBufferPointer(
              start: worker.columns[result], count: range.count))
        }
      }
      return columns
    }
    bind(job, program, on: worker)
    let found = columns()
    let isFinite = found.allSatisfy { $0.allSatisfy(\.isFinite) }
    guard worker.executor.guardTripped || !isFinite else { return found }
    bind(job, literal, on: worker)
    return columns()
  }

  private func bind(_ job: Job, _ program: TapedProgram, on worker: Worker) {
    worker.executor.bind(program.tape(for: job.forms), to: job.inputs)
  }

  private func eachPart(_ body: (Range<Int>) -> Void) {
    for start in stride(from: 0, to: draws, by: ColumnSummarizer.part) {
      body(start..<min(start + ColumnSummarizer.part, draws))
    }
  }

  private func summarize(on worker: Worker) -> [ColumnSummary] {
    for summarizer in worker.summarizers { summarizer.begin(draws: draws) }
    eachPart { part in
      worker.executor.run(part, into: worker.columns, at: 0)
      for (result, summarizer) in worker.summarizers.enumerated() {
        summarizer.add(part: worker.columns[result], count: part.count)
      }
    }
    return worker.summarizers.enumerated().map { result, summarizer in
      summarizer.finish { add in
        eachPart { range in
          worker.executor.run(range, into: worker.columns, at: 0)
          add(worker.columns[result], range.count)
        }
      }
    }
  }
}
