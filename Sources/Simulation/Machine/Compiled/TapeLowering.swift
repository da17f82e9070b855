/// Turns a tape into instructions over values, each doing on eight draws what the kernels do on a
/// tile, with the same bits.
///
/// Draws are taken to be usual: exponents are below 2^9 ln 2 in size, guarded values of an ordinary
/// size. What then can't be infinite needn't be traced. The code notes where that is wrong, and the
/// kernels run those draws.
struct TapeLowering {
  /// An operand, and what is known of it.
  private struct Known {
    var operand: VectorCode.Operand
    var magnitude: Magnitude
  }

  /// What flows from one instruction of the tape to the next.
  private enum Accumulator {
    case known(Known)
    /// A comparison of finite values that nothing has asked the truth of so far.
    case condition(VectorCode.Condition, VectorCode.Value, VectorCode.Operand)
  }

  private let tape: Tape
  private(set) var code = VectorCode()
  private(set) var frame = Frame()
  /// The scratch vector with places in tables.
  private let tablePlaces: Int
  /// The scratch vectors with the operands of calls.
  let callOperands: (Int, Int)
  /// The rows of the frame that `power` takes from.
  let powerRows: [Int]
  private var accumulator = Accumulator.known(Known(operand: .value(0), magnitude: .unknown))
  private var temporaries: [Known?]
  private var results: [Known?]

  init(_ tape: Tape) {
    self.tape = tape
    temporaries = Array(repeating: nil, count: tape.temporaryCount)
    results = Array(repeating: nil, count: tape.resultCount)
    tablePlaces = frame.scratch()
    callOperands = (frame.scratch(), frame.scratch())
    powerRows = [frame.row(TapeLowering.powers[0]), frame.row(TapeLowering.powers[1])]
    for instruction in tape.instructions { lower(instruction) }
    code.dropUnused()
    code.schedule()
  }

  // MARK: Operands

  private mutating func number(_ number: Tape.Number) -> Known {
    guard number.slot < tape.constants.count else {
      return Known(
        operand: .place(.number(frame.number(.tape(number)))), magnitude: .number)
    }
    let value = tape.constants[number.slot]
    return constant(number.isNegated ? -value : value)
  }

  private mutating func constant(_ value: Double) -> Known {
    Known(
      operand: .place(.number(frame.constant(value))), magnitude: Magnitude(of: value))
  }

  private mutating func parameter(_ input: Int, _ index: Int) -> VectorCode.Operand {
    .place(.number(frame.number(.parameter(input: input, index: index))))
  }

  private mutating func known(_ operand: Tape.Operand?) -> Known {
    switch operand {
    case .column(let input):
      frame.address(.column(input))
      return Known(operand: .place(.column(input)), magnitude: .unknown)
    case .temporary(let temporary):
      return temporaries[temporary] ?? constant(.nan)
    case .result(let result):
      return results[result] ?? constant(.nan)
    case .number(let number):
      return self.number(number)
    case nil:
      return constant(.nan)
    }
  }

  /// The operand as a value, loaded if it is in memory.
  private mutating func value(_ operand: VectorCode.Operand) -> VectorCode.Value {
    switch operand {
    case .value(let value): value
    case .place: code.make(.load, nil, operand)
    }
  }

  /// The accumulator as a value.
  private mutating func current() -> (value: VectorCode.Value, magnitude: Magnitude) {
    switch accumulator {
    case .known(let known):
      let value = value(known.operand)
      accumulator = .known(Known(operand: .value(value), magnitude: known.magnitude))
      return (value, known.magnitude)
    case .condition(let condition, let first, let second):
      code.append(.test(condition), first, second)
      let value = code.make(.truth, nil, constant(1).operand)
      set(value, .truth)
      return (value, .truth)
    }
  }

  private mutating func set(_ value: VectorCode.Value, _ magnitude: Magnitude) {
    accumulator = .known(Known(operand: .value(value), magnitude: magnitude))
  }

  // MARK: Instructions

  private mutating func lower(_ instruction: Tape.Instruction) {
    switch instruction.opcode {
    case .end: break
    case .load: accumulator = .known(known(instruction.a))
    case .store: store(instruction)
    case .guardRange: check(mayBeZero: false)
    case .guardOrZero: check(mayBeZero: true)
    case .normal, .lognormal, .uniform, .triangular, .table: transform(instruction)
    case .select, .selectTrue, .selectFalse: select(instruction)
    case .less, .reverseLess, .lessOrEqual, .reverseLessOrEqual, .equal, .notEqual:
      compare(instruction)
    default: arithmetic(instruction)
    }
  }

  private mutating func store(_ instruction: Tape.Instruction) {
    let (value, magnitude) = current()
    let known = Known(operand: .value(value), magnitude: magnitude)
    if let result = instruction.result {
      frame.address(.result(result))
      code.append(.store(.result(result)), value)
      results[result] = known
    } else if case .temporary(let temporary) = instruction.a {
      temporaries[temporary] = known
    }
  }

  private mutating func check(mayBeZero: Bool) {
    let (value, magnitude) = current()
    if let most = magnitude.most, let least = magnitude.least, most < 900, least > -900 {
      return
    }
    let size = absolute(value)
    code.append(.test(.isBelow), size, constant(0x1p900).operand)
    code.append(.testAlso(.isAbove), size, constant(0x1p-900).operand)
    if mayBeZero { code.append(.testElse(.isEqual), size, constant(0).operand) }
    code.append(.notice)
  }

  private mutating func arithmetic(_ instruction: Tape.Instruction) {
    let (a, b) = (instruction.a, instruction.b)
    switch instruction.opcode {
    case .addBegin: set(.add, known(a), known(b))
    case .addNumberBegin: set(.add, known(a), known(instruction.k))
    case .subtractBegin: set(.subtract, known(a), known(b))
    case .numberSubtractBegin: set(.subtract, known(instruction.k), known(a))
    case .multiplyBegin: set(.multiply, known(a), known(b))
    case .multiplyNumberBegin: set(.multiply, known(a), known(instruction.k))
    case .divideBegin: set(.divide, known(a), known(b))
    case .numberDivideBegin: set(.divide, known(instruction.k), known(a))
    case .add: set(.add, accumulated(), known(a))
    case .addNumber: set(.add, accumulated(), known(instruction.k))
    case .subtract: set(.subtract, accumulated(), known(a))
    case .reverseSubtract: set(.subtract, known(a), accumulated())
    case .numberSubtract: set(.subtract, known(instruction.k), accumulated())
    case .multiply: set(.multiply, accumulated(), known(a))
    case .multiplyNumber: set(.multiply, accumulated(), known(instruction.k))
    case .divide: set(.divide, accumulated(), known(a))
    case .reverseDivide: set(.divide, known(a), accumulated())
    case .numberDivide: set(.divide, known(instruction.k), accumulated())
    case .multiplyAdd: set(.add, made(.multiply, accumulated(), known(a)), known(b))
    case .multiplySubtract: set(.subtract, made(.multiply, accumulated(), known(a)), known(b))
    case .multiplyReverseSubtract:
      set(.subtract, known(b), made(.multiply, accumulated(), known(a)))
    case .addProduct: set(.add, accumulated(), made(.multiply, known(a), known(b)))
    case .subtractProduct: set(.subtract, accumulated(), made(.multiply, known(a), known(b)))
    case .reverseSubtractProduct:
      set(.subtract, made(.multiply, known(a), known(b)), accumulated())
    case .minimum: set(.minimum, accumulated(), known(a))
    case .reverseMinimum: set(.minimum, known(a), accumulated())
    case .maximum: set(.maximum, accumulated(), known(a))
    case .reverseMaximum: set(.maximum, known(a), accumulated())
    case .and, .or: logic(instruction)
    case .power, .reversePower: call(.power, instruction)
    case .negate: negate()
    case .absolute:
      let (value, magnitude) = current()
      set(absolute(value), magnitude.absolute)
    case .squareRoot:
      let (value, magnitude) = current()
      set(
        code.make(.squareRoot, nil, .value(value)),
        magnitude.isUnsigned
          ? Magnitude(most: magnitude.most.map { max($0, 1) }, isUnsigned: true) : .unknown)
    case .exponential: exponential()
    case .not:
      let (value, magnitude) = current()
      code.append(.test(.isEqual), value, constant(0).operand)
      let truth = code.make(.truth, nil, constant(1).operand)
      finish(truth, .truth, tracing: [Known(operand: .value(value), magnitude: magnitude)])
    case .naturalLogarithm, .decimalLogarithm, .floor, .ceiling, .round:
      call(instruction.opcode, instruction)
    default: preconditionFailure("every opcode is lowered somewhere")
    }
  }

  private mutating func known(_ number: Tape.Number?) -> Known {
    number.map { self.number($0) } ?? constant(.nan)
  }

  private mutating func accumulated() -> Known {
    let (value, magnitude) = current()
    return Known(operand: .value(value), magnitude: magnitude)
  }

  private mutating func set(_ operation: VectorCode.Operation, _ left: Known, _ right: Known) {
    accumulator = .known(made(operation, left, right))
  }

  private mutating func made(
    _ operation: VectorCode.Operation, _ left: Known, _ right: Known
  ) -> Known {
    var (first, second) = (left.operand, right.operand)
    let isCommutative = operation == .add || operation == .multiply
    if isCommutative, case .place = first, case .value = second { swap(&first, &second) }
    let result = code.make(operation, value(first), second)
    switch operation {
    case .add: return Known(operand: .value(result), magnitude: left.magnitude + right.magnitude)
    case .subtract:
      return Known(operand: .value(result), magnitude: left.magnitude - right.magnitude)
    case .multiply:
      return Known(operand: .value(result), magnitude: left.magnitude * right.magnitude)
    case .divide:
      return traced(result, left.magnitude / right.magnitude, [right])
    default:
      return traced(result, .either(left.magnitude, right.magnitude), [left, right])
    }
  }

  /// Adds what the kernels add to carry infinities on.
  ///
  /// That is x - x of some operands, 0 for those that are finite; it makes 0 of -0.
  private mutating func traced(
    _ result: VectorCode.Value, _ magnitude: Magnitude, _ operands: [Known]
  ) -> Known {
    var (result, magnitude) = (result, magnitude)
    let open = operands.filter { !$0.magnitude.isFinite }
    for operand in open {
      let value = value(operand.operand)
      let trace = code.make(.subtract, value, .value(value))
      result = code.make(.add, result, .value(trace))
      magnitude.most = nil
    }
    if open.isEmpty, !magnitude.isUnsigned {
      result = code.make(.add, result, constant(0).operand)
    }
    return Known(operand: .value(result), magnitude: magnitude)
  }

  private mutating func finish(
    _ result: VectorCode.Value, _ magnitude: Magnitude, tracing operands: [Known]
  ) {
    accumulator = .known(traced(result, magnitude, operands))
  }

  private mutating func negate() {
    let (value, magnitude) = current()
    set(code.make(.exclusiveOr, value, constant(-0.0).operand), magnitude.negated)
  }

  private mutating func absolute(_ value: VectorCode.Value) -> VectorCode.Value {
    let mask = frame.number(.constant(0x7FFF_FFFF_FFFF_FFFF))
    return code.make(.and, value, .place(.number(mask)))
  }

  // MARK: Conditions

  private mutating func compare(_ instruction: Tape.Instruction) {
    let (left, right) = (accumulated(), known(instruction.a))
    let condition: VectorCode.Condition =
      switch instruction.opcode {
      case .less: .isBelow
      case .reverseLess: .isAbove
      case .lessOrEqual: .isAtMost
      case .reverseLessOrEqual: .isAtLeast
      case .equal: .isEqual
      default: .isOther
      }
    let first = value(left.operand)
    if left.magnitude.isFinite, right.magnitude.isFinite {
      accumulator = .condition(condition, first, right.operand)
      return
    }
    code.append(.test(condition), first, right.operand)
    let truth = code.make(.truth, nil, constant(1).operand)
    finish(truth, .truth, tracing: [left, right])
  }

  private mutating func logic(_ instruction: Tape.Instruction) {
    let (left, right) = (accumulated(), known(instruction.a))
    let (first, second) = (value(left.operand), value(right.operand))
    code.append(.test(.isOther), first, constant(0).operand)
    code.append(
      instruction.opcode == .and ? .testAlso(.isOther) : .testElse(.isOther), second,
      constant(0).operand)
    let truth = code.make(.truth, nil, constant(1).operand)
    finish(
      truth, .truth,
      tracing: [left, Known(operand: .value(second), magnitude: right.magnitude)])
  }

  private mutating func select(_ instruction: Tape.Instruction) {
    // What is tested, and what is taken if it isn't 0, and if it is.
    let (yes, no, test): (Known, Known, Known?)
    switch instruction.opcode {
    case .select:
      (yes, no) = (known(instruction.a), known(instruction.b))
      if case .condition(let condition, let first, let second) = accumulator {
        let other = value(no.operand)
        code.append(.test(condition), first, second)
        let chosen = code.make(.choose, other, yes.operand)
        return finish(chosen, .either(yes.magnitude, no.magnitude), tracing: [])
      }
      test = accumulated()
    case .selectTrue:
      (yes, no, test) = (accumulated(), known(instruction.b), known(instruction.a))
    default:
      (yes, no, test) = (known(instruction.b), accumulated(), known(instruction.a))
    }
    guard var test else { return }
    test.operand = .value(value(test.operand))
    let other = value(no.operand)
    if case .value(let tested) = test.operand {
      code.append(.test(.isOther), tested, constant(0).operand)
    }
    let chosen = code.make(.choose, other, yes.operand)
    finish(chosen, .either(yes.magnitude, no.magnitude), tracing: [test])
  }

  // MARK: Functions

  /// e^x in the same steps as `Elementary.exponential`, but for the last one: 2^k is multiplied into
  /// 2^(j/16) before that is multiplied, which gives the same bits as no step leaves the range.
  ///
  /// 2^13 is added to the integer 16 k + j, so that usual ones aren't negative: what is above its
  /// lowest 14 bits is then the same for all. Moved up by 48 bits the integer adds k to the exponent,
  /// and j and the offset to what the table has taken off.
  private mutating func exponential() {
    let x = current().value
    let magic = constant(0x1.8p52 + 0x1p13).operand
    let base = frame.constant(0x1.8p52)
    let scaled = code.make(.multiply, x, constant(0x1.71547652b82fep+4).operand)
    let word = code.make(.add, scaled, magic)
    code.append(.noticeWord(base: base), word)
    let n = code.make(.subtract, word, magic)
    let high = code.make(.multiply, n, constant(0x1.62e42fef00000p-5).operand)
    let rough = code.make(.subtract, x, .value(high))
    let low = code.make(.multiply, n, constant(0x1.473de6af278edp-38).operand)
    let r = code.make(.subtract, rough, .value(low))
    var p = code.make(.multiply, r, constant(0x1.6c185e5356d91p-10).operand)
    for coefficient in [0x1.11123afc6afb4p-7, 0x1.555555545e313p-5, 0x1.555555548f20bp-3] {
      p = code.make(.add, p, constant(coefficient).operand)
      p = code.make(.multiply, p, .value(r))
    }
    p = code.make(.add, p, constant(0x1.0000000000005p-1).operand)
    let square = code.make(.multiply, r, .value(r))
    let rest = code.make(.multiply, square, .value(p))
    p = code.make(.add, r, .value(rest))
    let exponent = code.make(.shiftLeft(48), nil, .value(word))
    let power = code.make(.power, word)
    let scale = code.make(.addIntegers, exponent, .value(power))
    let part = code.make(.multiply, scale, .value(p))
    set(
      code.make(.add, scale, .value(part)),
      Magnitude(most: 514, least: -514, isUnsigned: true))
  }

  /// The bits in which words of usual exponentials differ.
  static let usualBits: UInt64 = 0x3FFF

  /// The powers of 2 for the operation `power`, in two rows of the frame.
  static let powers: [[UInt64]] = [0, 8].map { first in
    (first..<first + 8).map { (j: UInt64) in
      Elementary.powerOfTwo(sixteenths: j).bitPattern &- j << 48 &- 1 << 61
    }
  }

  private mutating func transform(_ instruction: Tape.Instruction) {
    let column = value(known(instruction.a).operand)
    let bounded = Magnitude(most: Magnitude.numberLimit + 4)
    switch instruction.opcode {
    case .normal, .lognormal:
      let deviation = code.make(.multiply, column, known(instruction.l).operand)
      set(code.make(.add, deviation, known(instruction.k).operand), bounded)
      if instruction.opcode == .lognormal { exponential() }
    case .uniform:
      let complement = code.make(.subtract, value(constant(1).operand), .value(column))
      let low = code.make(.multiply, complement, known(instruction.k).operand)
      let high = code.make(.multiply, column, known(instruction.l).operand)
      set(code.make(.add, low, .value(high)), bounded)
    case .triangular:
      set(triangular(column, input: instruction.input ?? 0), bounded)
    default:
      let table = table(column, cells: known(instruction.k).operand, instruction.input ?? 0)
      set(table, .unknown)
    }
  }

  private mutating func triangular(
    _ level: VectorCode.Value, input: Int
  ) -> VectorCode.Value {
    let belowMode = parameter(input, 3)
    let aboveMode = frame.number(.oneLess(input: input, index: 3))
    let rising = code.make(.multiply, level, belowMode)
    let complement = code.make(.subtract, value(constant(1).operand), .value(level))
    let falling = code.make(.multiply, complement, .place(.number(aboveMode)))
    code.append(.test(.isAtMost), level, belowMode)
    let part = code.make(.choose, falling, .value(rising))
    let root = code.make(.squareRoot, nil, .value(part))
    let distance = code.make(.multiply, root, parameter(input, 2))
    let fromLow = code.make(.add, distance, parameter(input, 0))
    let high = value(parameter(input, 1))
    let fromHigh = code.make(.subtract, high, .value(distance))
    return code.make(.choose, fromHigh, .value(fromLow))
  }

  /// Cubic pieces: rows of four coefficients for each lane, turned around.
  private mutating func table(
    _ z: VectorCode.Value, cells: VectorCode.Operand, _ input: Int
  ) -> VectorCode.Value {
    frame.address(.coefficients(input))
    let shifted = code.make(.add, z, constant(CubicTable.end).operand)
    let position = code.make(.multiply, shifted, cells)
    let cell = code.make(.truncate, nil, .value(position))
    let whole = code.make(.convert, nil, .value(cell))
    let t = code.make(.subtract, position, .value(whole))
    let distance = code.make(.shiftHalvesLeft(5), nil, .value(cell))
    code.append(.store(.scratch(tablePlaces)), distance)
    code.append(.table(input: input))
    func row(_ lane: Int) -> VectorCode.Operand {
      .place(.coefficients(scratch: tablePlaces, lane: lane))
    }
    // Two rows each: blocks of four lanes that the shuffles put into order.
    let pairs = [(0, 2), (1, 3), (4, 6), (5, 7)].map { low, high in
      code.make(.insertHalf, code.make(.loadHalf, nil, row(low)), row(high))
    }
    let even = code.make(.unpackLow, pairs[0], .value(pairs[1]))
    let nextEven = code.make(.unpackLow, pairs[2], .value(pairs[3]))
    let odd = code.make(.unpackHigh, pairs[0], .value(pairs[1]))
    let nextOdd = code.make(.unpackHigh, pairs[2], .value(pairs[3]))
    let coefficients = [
      code.make(.shuffleBlocks(0x88), even, .value(nextEven)),
      code.make(.shuffleBlocks(0x88), odd, .value(nextOdd)),
      code.make(.shuffleBlocks(0xDD), even, .value(nextEven)),
      code.make(.shuffleBlocks(0xDD), odd, .value(nextOdd)),
    ]
    var result = coefficients[3]
    for coefficient in coefficients[0..<3].reversed() {
      result = code.make(.multiply, result, .value(t))
      result = code.make(.add, result, .value(coefficient))
    }
    return result
  }

  /// Has an operation done by C.
  private mutating func call(_ opcode: Tape.Opcode, _ instruction: Tape.Instruction) {
    let value = current().value
    let other = instruction.a.map { self.value(known($0).operand) } ?? value
    let (first, second) = instruction.opcode == .reversePower ? (other, value) : (value, other)
    set(code.make(.call(opcode), first, .value(second)), .unknown)
  }
}
