import Formulas

/// Runs a tape in plain Swift, one instruction after the other over blocks of draws.
///
/// It says what the instructions mean: the kernels in C do the same operations in the same order
/// and are held to its bits.
struct ReferenceMachine {
  private static let blockSize = 256

  private let tape: Tape
  private let slots: [Double]
  private let inputs: [BoundInput]
  private var temporaries: [[Double]]

  init(tape: Tape, slots: [Double], inputs: [BoundInput]) {
    self.tape = tape
    self.slots = slots
    self.inputs = inputs
    temporaries = Array(
      repeating: Array(repeating: 0, count: Self.blockSize), count: tape.temporaryCount)
  }

  /// Runs the draws of a range, the first of which goes to a place in each result's column.
  ///
  /// - Returns: Whether a guarded value wasn't of an ordinary size.
  mutating func run(
    _ range: Range<Int>, into results: [UnsafeMutablePointer<Double>], at place: Int
  ) -> Bool {
    var tripped = false
    var accumulator = [Double](repeating: 0, count: Self.blockSize)
    var start = range.lowerBound
    while start < range.upperBound {
      let block = start..<min(start + Self.blockSize, range.upperBound)
      let written = place + start - range.lowerBound
      for instruction in tape.instructions {
        switch instruction.opcode {
        case .end: break
        case .store:
          if let result = instruction.result {
            for index in 0..<block.count { results[result][written + index] = accumulator[index] }
          } else if case .temporary(let temporary) = instruction.a {
            temporaries[temporary] = accumulator
          }
        case .guardRange, .guardOrZero:
          let mayBeZero = instruction.opcode == .guardOrZero
          for value in accumulator.prefix(block.count)
          where !Self.isOrdinary(value, mayBeZero: mayBeZero) {
            tripped = true
          }
        default:
          apply(instruction, to: &accumulator, block, results, at: written)
        }
      }
      start = block.upperBound
    }
    return tripped
  }

  /// Whether a value is between 2^-900 and 2^900 in size.
  static func isOrdinary(_ value: Double, mayBeZero: Bool) -> Bool {
    (value.magnitude < 0x1p900 && value.magnitude > 0x1p-900) || (mayBeZero && value == 0)
  }

  private func apply(
    _ instruction: Tape.Instruction, to accumulator: inout [Double], _ block: Range<Int>,
    _ results: [UnsafeMutablePointer<Double>], at written: Int
  ) {
    func value(of operand: Tape.Operand, _ index: Int) -> Double {
      switch operand {
      case .column(let input): inputs[input].column?[block.lowerBound + index] ?? .nan
      case .temporary(let temporary): temporaries[temporary][index]
      case .result(let result): results[result][written + index]
      case .number(let number): self.value(number)
      }
    }
    let k = instruction.k.map { self.value($0) } ?? 0
    let l = instruction.l.map { self.value($0) } ?? 0
    let input = instruction.input.map { inputs[$0] }
    for index in 0..<block.count {
      let a = instruction.a.map { value(of: $0, index) } ?? 0
      let b = instruction.b.map { value(of: $0, index) } ?? 0
      accumulator[index] = Self.result(
        of: instruction.opcode, accumulator[index], a, b, k, l, input)
    }
  }

  private func value(_ number: Tape.Number) -> Double {
    number.isNegated ? -slots[number.slot] : slots[number.slot]
  }

  /// What an instruction makes of the accumulator x, the operands and the numbers.
  private static func result(
    of opcode: Tape.Opcode, _ x: Double, _ a: Double, _ b: Double, _ k: Double, _ l: Double,
    _ input: BoundInput?
  ) -> Double {
    switch opcode {
    case .load: a
    case .addBegin: Operations.apply(.add, a, b)
    case .addNumberBegin: Operations.apply(.add, a, k)
    case .subtractBegin: Operations.apply(.subtract, a, b)
    case .numberSubtractBegin: Operations.apply(.subtract, k, a)
    case .multiplyBegin: Operations.apply(.multiply, a, b)
    case .multiplyNumberBegin: Operations.apply(.multiply, a, k)
    case .divideBegin: Operations.apply(.divide, a, b)
    case .numberDivideBegin: Operations.apply(.divide, k, a)
    case .normal: k + l * a
    case .lognormal: Operations.apply(.exponential, k + l * a)
    case .uniform: k * (1 - a) + l * a
    case .triangular:
      input.map(\.numbers).map {
        TriangularDistribution.quantile(
          a, low: $0[0], high: $0[1], width: $0[2], belowMode: $0[3])
      } ?? .nan
    case .table:
      (input?.coefficients).map { CubicTable.value($0, cellsPerUnit: k, z: a) } ?? .nan
    case .add: Operations.apply(.add, x, a)
    case .addNumber: Operations.apply(.add, x, k)
    case .subtract: Operations.apply(.subtract, x, a)
    case .reverseSubtract: Operations.apply(.subtract, a, x)
    case .numberSubtract: Operations.apply(.subtract, k, x)
    case .multiply: Operations.apply(.multiply, x, a)
    case .multiplyNumber: Operations.apply(.multiply, x, k)
    case .divide: Operations.apply(.divide, x, a)
    case .reverseDivide: Operations.apply(.divide, a, x)
    case .numberDivide: Operations.apply(.divide, k, x)
    case .multiplyAdd: x * a + b
    case .multiplySubtract: x * a - b
    case .multiplyReverseSubtract: b - x * a
    case .addProduct: x + a * b
    case .subtractProduct: x - a * b
    case .reverseSubtractProduct: a * b - x
    case .minimum: Operations.apply(.minimum, x, a)
    case .reverseMinimum: Operations.apply(.minimum, a, x)
    case .maximum: Operations.apply(.maximum, x, a)
    case .reverseMaximum: Operations.apply(.maximum, a, x)
    case .less: Operations.apply(.less, x, a)
    case .reverseLess: Operations.apply(.less, a, x)
    case .lessOrEqual: Operations.apply(.lessOrEqual, x, a)
    case .reverseLessOrEqual: Operations.apply(.lessOrEqual, a, x)
    case .equal: Operations.apply(.equal, x, a)
    case .notEqual: Operations.apply(.notEqual, x, a)
    case .and: Operations.apply(.and, x, a)
    case .or: Operations.apply(.or, x, a)
    case .power: Operations.apply(.power, x, a)
    case .reversePower: Operations.apply(.power, a, x)
    case .negate: Operations.apply(.negate, x)
    case .absolute: Operations.apply(.absolute, x)
    case .squareRoot: Operations.apply(.squareRoot, x)
    case .exponential: Operations.apply(.exponential, x)
    case .naturalLogarithm: Operations.apply(.naturalLogarithm, x)
    case .decimalLogarithm: Operations.apply(.decimalLogarithm, x)
    case .floor: Operations.apply(.floor, x)
    case .ceiling: Operations.apply(.ceiling, x)
    case .round: Operations.apply(.round, x)
    case .not: Operations.apply(.not, x)
    case .select: Operations.apply(.select, x, a, b)
    case .selectTrue: Operations.apply(.select, a, x, b)
    case .selectFalse: Operations.apply(.select, a, b, x)
    case .store, .guardRange, .guardOrZero, .end: x
    }
  }
}
