import Formulas
import Simulation
import Testing

/// Runs one instruction on one draw, its operands as columns or as constants.
func compute(
  _ opcode: Program.Opcode, _ operands: [Double], asConstants: Bool = false
) -> Double {
  let slots = operands.indices.map { Program.InputSlot(input: $0, year: nil) }
  let sources = (0..<3).map { index -> Program.Operand in
    index < operands.count ? .input(index) : .input(0)
  }
  let program = Program(
    constants: [], inputs: slots,
    instructions: [
      .init(opcode: opcode, destination: 0, a: sources[0], b: sources[1], c: sources[2])
    ],
    registerCount: 1,
    outputs: [.init(variable: 0, year: nil, source: .register(0), definedBy: 0)])
  let inputs = operands.map { asConstants ? Column.constant($0) : .values([$0]) }
  return BlockMachine(program: program).run(inputs: inputs, draws: 1)[0][0]
}

extension Program.Opcode {
  /// How many operands it uses.
  var arity: Int {
    switch self {
    case .negate, .absolute, .squareRoot, .exponential, .naturalLogarithm, .decimalLogarithm,
      .floor, .ceiling, .round, .not:
      1
    case .select: 3
    default: 2
    }
  }
}

struct OperationsTests {
  @Test(
    arguments: [
      (.add, [2, 3], 5), (.subtract, [2, 3], -1), (.multiply, [2, 3], 6), (.divide, [3, 2], 1.5),
      (.power, [2, 3], 8), (.power, [-2, 3], -8), (.power, [4, 0.5], 2), (.power, [0, 2], 0),
      (.negate, [2], -2), (.absolute, [-2], 2), (.squareRoot, [9], 3), (.exponential, [0], 1),
      (.naturalLogarithm, [1], 0), (.decimalLogarithm, [1000], 3),
      (.floor, [-1.5], -2), (.ceiling, [-1.5], -1),
      (.round, [2.5], 3), (.round, [-2.5], -3), (.round, [0.49999999999999994], 0),
      (.minimum, [2, 3], 2), (.minimum, [3, 2], 2), (.maximum, [2, 3], 3), (.maximum, [3, 2], 3),
      (.less, [2, 3], 1), (.less, [3, 3], 0), (.lessOrEqual, [3, 3], 1), (.lessOrEqual, [4, 3], 0),
      (.equal, [3, 3], 1), (.equal, [2, 3], 0), (.equal, [0, -0.0], 1),
      (.notEqual, [3, 3], 0), (.notEqual, [2, 3], 1),
      (.and, [2, -1], 1), (.and, [0, 1], 0), (.and, [1, 0], 0), (.and, [0, 0], 0),
      (.or, [0, -1], 1), (.or, [2, 0], 1), (.or, [0, 0], 0), (.or, [1, 1], 1),
      (.not, [0], 1), (.not, [-3], 0),
      (.select, [1, 2, 3], 2), (.select, [-0.5, 2, 3], 2), (.select, [0, 2, 3], 3),
      (.select, [1, 2, .nan], 2), (.select, [0, .infinity, 3], 3),
    ] as [(Program.Opcode, [Double], Double)])
  func `computes`(opcode: Program.Opcode, operands: [Double], expected: Double) {
    #expect(compute(opcode, operands) == expected)
    #expect(compute(opcode, operands, asConstants: true) == expected)
  }

  @Test(arguments: Program.Opcode.allCases, [Double.nan, .infinity, -.infinity])
  func `never loses a non-finite operand that it uses`(opcode: Program.Opcode, bad: Double) {
    for place in 0..<opcode.arity {
      for good in [0, 1, -1, 2.5, 0.5] {
        var operands = [Double](repeating: good, count: opcode.arity)
        operands[place] = bad
        // A condition of 0 takes the third operand, others the second.
        if opcode == .select && place > 0 && (place == 1) == (good == 0) { continue }
        #expect(!compute(opcode, operands).isFinite, "\(opcode) \(operands)")
        #expect(!compute(opcode, operands, asConstants: true).isFinite, "\(opcode) \(operands)")
      }
    }
  }

  @Test(
    arguments: [
      (.divide, [1, 0]), (.divide, [0, 0]), (.multiply, [1e200, 1e200]), (.add, [1e308, 1e308]),
      (.subtract, [-1e308, 1e308]), (.exponential, [710]), (.power, [10, 400]),
      (.power, [-2, 0.5]), (.power, [0, -1]), (.squareRoot, [-1]),
      (.naturalLogarithm, [0]), (.naturalLogarithm, [-1]), (.decimalLogarithm, [0]),
      (.decimalLogarithm, [-5]),
    ] as [(Program.Opcode, [Double])])
  func `flags division by zero, overflow and domain errors`(
    opcode: Program.Opcode, operands: [Double]
  ) {
    #expect(!compute(opcode, operands).isFinite)
    #expect(!compute(opcode, operands, asConstants: true).isFinite)
  }

  @Test func `gives a select with a non-finite condition no branch`() {
    #expect(compute(.select, [.nan, 1, 2]).isNaN)
    #expect(compute(.select, [.infinity, 1, 2]).isNaN)
  }
}
