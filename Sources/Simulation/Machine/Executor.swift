import Formulas

/// Runs tapes over ranges of draws, for one thread: keeps its memory from one tape to the next.
final class Executor {
  private let level: KernelLevel
  private var bound: LaidOutTape?
  private var slots: [Double] = []
  private var inputs: [BoundInput] = []
  private var native: NativeProgram?
  private var nativeIsBound = false
  private var compiled: CompiledProgram?
  private let compilesAfter: Int
  private var reference: ReferenceMachine?
  /// Whether a value that was to be of an ordinary size wasn't, since a tape was last bound.
  private(set) var guardTripped = false

  /// - Parameters:
  ///   - level: Which kernels run.
  ///   - draws: After so many draws a tape is compiled, at the level that does so.
  init(level: KernelLevel, compilingAfter draws: Int) {
    self.level = level
    compilesAfter = draws
  }

  /// Makes a tape ready for inputs, which have to stay where they are while it runs.
  func bind(_ laidOut: LaidOutTape, to inputs: [BoundInput]) {
    let tape = laidOut.tape
    self.inputs = inputs
    guardTripped = false
    computeSlots(tape)
    if level == .swift {
      reference = ReferenceMachine(tape: tape, slots: slots, inputs: inputs)
    }
    if bound !== laidOut { (native, compiled) = (nil, nil) }
    bound = laidOut
    nativeIsBound = false
    compile(after: 0)
    compiled?.bind(slots: slots, inputs: inputs)
  }

  /// Has the tape compiled if that pays by now, with so many draws more.
  private func compile(after draws: Int) {
    guard level == .compiled, compiled == nil else { return }
    compiled = bound?.compiled(afterMore: draws, outOf: compilesAfter).map {
      CompiledProgram($0)
    }
  }

  /// Runs the draws of a range.
  ///
  /// - Parameters:
  ///   - range: The draws.
  ///   - results: Where each result's draws go.
  ///   - place: Where the range's first draw goes in each.
  func run(_ range: Range<Int>, into results: [UnsafeMutablePointer<Double>], at place: Int) {
    guard let tape = bound?.tape else { return }
    if reference?.run(range, into: results, at: place) == true { guardTripped = true }
    if level != .swift { runNative(tape, range, into: results, at: place) }
    for direct in tape.directResults {
      let target = results[direct.result] + place
      switch direct.operand {
      case .column(let input):
        if let column = inputs[input].column {
          target.update(from: column + range.lowerBound, count: range.count)
        }
      case .number(let number):
        target.update(repeating: number.value(in: slots), count: range.count)
      case .temporary, .result: break
      }
    }
  }

  /// Runs compiled code where there is some, and the kernels on the draws that it leaves.
  private func runNative(
    _ tape: Tape, _ range: Range<Int>, into results: [UnsafeMutablePointer<Double>], at place: Int
  ) {
    guard let compiled else {
      runKernels(tape, range, into: results, at: place)
      // From the next inputs on.
      return compile(after: range.count)
    }
    let block = CompiledProgram.blockDraws
    for start in stride(from: range.lowerBound, to: range.upperBound, by: block) {
      let end = min(start + block, range.upperBound)
      let offset = place - range.lowerBound
      let done = compiled.run(start..<end, into: results, at: start + offset)
      if start + done < end {
        runKernels(tape, start + done..<end, into: results, at: start + done + offset)
      }
    }
  }

  private func runKernels(
    _ tape: Tape, _ range: Range<Int>, into results: [UnsafeMutablePointer<Double>], at place: Int
  ) {
    if native == nil { native = NativeProgram(tape, level: level) }
    if !nativeIsBound { native?.bind(slots: slots, inputs: inputs) }
    nativeIsBound = true
    if native?.run(range, into: results, at: place) == true { guardTripped = true }
  }

  private func computeSlots(_ tape: Tape) {
    tape.fill(&slots, for: inputs)
    for check in tape.guardedSlots
    where !ReferenceMachine.isOrdinary(slots[check.slot], mayBeZero: check.mayBeZero) {
      guardTripped = true
    }
  }
}

extension Tape {
  /// Computes the numbers that are the same in every draw.
  func fill(_ slots: inout [Double], for inputs: [BoundInput]) {
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: constants)
    slots.append(contentsOf: repeatElement(0, count: slotCount - constants.count))
    for (input, slot) in zip(inputs, inputSlots) {
      guard let slot else { continue }
      slots[slot] = input.numbers[0]
      // A constant's or a table's slot may be the last one.
      if input.column != nil, input.coefficients == nil { slots[slot + 1] = input.numbers[1] }
    }
    for step in numberSteps {
      slots[step.destination] = Operations.apply(
        step.opcode, slots[step.a], slots[step.b], slots[step.c])
    }
  }
}

extension Tape.Number {
  func value(in slots: [Double]) -> Double { isNegated ? -slots[slot] : slots[slot] }
}
