import Formulas

/// Runs tapes over ranges of draws, for one thread: keeps its memory from one tape to the next.
final class Executor {
  private let level: KernelLevel
  private var bound: LaidOutTape?
  private var slots: [Double] = []
  private var inputs: [BoundInput] = []
  private var native: NativeProgram?
  private var reference: ReferenceMachine?
  /// Whether a value that was to be of an ordinary size wasn't, since a tape was last bound.
  private(set) var guardTripped = false

  init(level: KernelLevel = .best) {
    self.level = level
  }

  /// Makes a tape ready for inputs, which have to stay where they are while it runs.
  func bind(_ laidOut: LaidOutTape, to inputs: [BoundInput]) {
    let tape = laidOut.tape
    self.inputs = inputs
    guardTripped = false
    computeSlots(tape)
    if level == .swift {
      reference = ReferenceMachine(tape: tape, slots: slots, inputs: inputs)
    } else {
      if native == nil || bound !== laidOut { native = NativeProgram(tape, level: level) }
      native?.bind(slots: slots, inputs: inputs)
    }
    bound = laidOut
  }

  /// Runs the draws of a range.
  ///
  /// - Parameters:
  ///   - range: The draws.
  ///   - results: Where each result's draws go.
  ///   - place: Where the range's first draw goes in each.
  func run(_ range: Range<Int>, into results: [UnsafeMutablePointer<Double>], at place: Int) {
    guard let tape = bound?.tape else { return }
    let tripped =
      reference?.run(range, into: results, at: place)
      ?? native?.run(range, into: results, at: place)
    if tripped == true { guardTripped = true }
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

  private func computeSlots(_ tape: Tape) {
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: tape.constants)
    slots.append(contentsOf: repeatElement(0, count: tape.slotCount - tape.constants.count))
    for (input, slot) in zip(inputs, tape.inputSlots) {
      guard let slot else { continue }
      slots[slot] = input.numbers[0]
      // A constant's or a table's slot may be the last one.
      if input.column != nil, input.coefficients == nil { slots[slot + 1] = input.numbers[1] }
    }
    for step in tape.numberSteps {
      slots[step.destination] = Operations.apply(
        step.opcode, slots[step.a], slots[step.b], slots[step.c])
    }
    for check in tape.guardedSlots
    where !ReferenceMachine.isOrdinary(slots[check.slot], mayBeZero: check.mayBeZero) {
      guardTripped = true
    }
  }
}

extension Tape.Number {
  func value(in slots: [Double]) -> Double { isNegated ? -slots[slot] : slots[slot] }
}
