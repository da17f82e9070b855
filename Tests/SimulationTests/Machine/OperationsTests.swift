@testable import Formulas
import Simulation
import Testing

/// Runs one instruction on one draw, its operands as columns or as constants.
func compute(
  _ opcode: Program.Opcode, _ operands: [Double], asConstants: Bool = false
) -> Double {
  run(opcode, operands.map { asConstants ? .constant($0) : .values([$0]) }, draws: 1)[0]
}

/// Runs one instruction on columns of draws.
func compute(_ opcode: Program.Opcode, columns: [[Double]]) -> [Double] {
  run(opcode, columns.map { .values($0) }, draws: columns[0].count)
}

/// Runs an instruction at every level of the kernels, which have to agree in every bit.
private func run(_ opcode: Program.Opcode, _ operands: [Column], draws: Int) -> [Double] {
  let sources = operands.indices.map { Program.Operand.input($0) }
  let program = Program(
    constants: [], inputs: operands.indices.map { .init(input: $0, year: nil) },
    instructions: [
      .init(
        opcode, sources[0], sources.count > 1 ? sources[1] : nil,
        sources.count > 2 ? sources[2] : nil)
    ], outputs: [.init(variable: 0, year: nil, source: .value(0))])
  let results = KernelLevel.available.map { level in
    BlockMachine(program: program, level: level).run(inputs: operands, draws: draws)[0]
  }
  for (level, result) in zip(KernelLevel.available, results).dropFirst() {
    #expect(result.comparableBits == results[0].comparableBits, "\(opcode), \(level)")
  }
  return results[0]
}

extension [Double] {
  /// The values' bits; one pattern for all that are not a number, whose bits mean nothing.
  var comparableBits: [UInt64] {
    map { $0.isNaN ? Double.nan.bitPattern : $0.bitPattern }
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
    for place in 0..<opcode.operandCount {
      for good in [0, 1, -1, 2.5, 0.5] {
        var operands = [Double](repeating: good, count: opcode.operandCount)
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

  @Test(arguments: Program.Opcode.allCases)
  func `gives a block the same bits as its draws one by one`(opcode: Program.Opcode) {
    // Long enough for vector loops with a rest; signs, sizes and whole numbers of all kinds.
    let a =
      spread(203, from: -8, to: 40) + spread(200, from: 0, to: 3) + [0, 1, -1, 1e300, 0x1p-1070]
    let b = a.indices.map { [2, -1, 0.5, 3, 1.7, -2.25, 0, 60][$0 % 8] }
    let c = spread(a.count, from: -1, to: 1)
    let operands = Array([a, b, c][..<opcode.operandCount])
    let positive = Array([a.map(\.magnitude), a.map { $0 / 7 }, c][..<opcode.operandCount])
    for columns in [operands, positive] {
      let block = compute(opcode, columns: columns)
      for (draw, value) in block.enumerated() {
        let alone = compute(opcode, columns.map { $0[draw] })
        #expect(value == alone || value.isNaN && alone.isNaN, "\(columns.map { $0[draw] })")
      }
    }
  }

  @Test func `gives a select with a non-finite condition no branch`() {
    #expect(compute(.select, [.nan, 1, 2]).isNaN)
    #expect(compute(.select, [.infinity, 1, 2]).isNaN)
  }
}
