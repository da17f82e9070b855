@testable import Formulas
import Testing

@testable import Simulation

/// Two operations in one pass.
struct StepsTests {
  typealias Pair = (first: Program.Opcode, second: Program.Opcode, place: Int)

  /// The second operation has the first one's value as an operand.
  static let pairs: [Pair] = [
    (.multiply, .multiply, 0), (.multiply, .multiply, 1), (.multiply, .add, 0),
    (.multiply, .add, 1), (.multiply, .subtract, 0), (.multiply, .subtract, 1),
    (.multiply, .exponential, 0), (.exponential, .multiply, 0), (.exponential, .multiply, 1),
    (.add, .divide, 1),
  ]

  private static func program(_ pair: Pair, alsoKeepsFirst: Bool = false) -> Program {
    let operands: [Program.Operand] =
      pair.place == 0 ? [.value(0), .input(2)] : [.input(2), .value(0)]
    let kept = [1] + (alsoKeepsFirst ? [0] : [])
    return Program(
      constants: [], inputs: (0..<3).map { .init(input: $0, year: nil) },
      instructions: [
        .init(pair.first, .input(0), pair.first.operandCount > 1 ? .input(1) : nil),
        .init(pair.second, operands[0], pair.second.operandCount > 1 ? operands[1] : nil),
      ], outputs: kept.map { .init(variable: $0, year: nil, source: .value($0)) })
  }

  @Test(arguments: pairs)
  func `a value that is needed once is made on the way, with the same bits`(pair: Pair) {
    let program = StepsTests.program(pair)
    #expect(Steps(program).inner == [0])
    let columns = [
      spread(203, from: -8, to: 40) + [1e200, .infinity, 0, -0.0, 800, -800],
      spread(203, from: -3, to: 3) + [1e200, 0, .infinity, 1, 1, 1],
      spread(203, from: 1, to: 2) + [1, 1, 1, 0, -1, .nan],
    ]
    let draws = columns[0].count
    // Numbers at every place as well: they are computed with in another loop.
    for numbers in 0..<8 {
      let inputs = columns.indices.map { index -> Column in
        numbers >> index & 1 == 1 ? .constant(columns[index][7]) : .values(columns[index])
      }
      let expected = (0..<draws).map { draw in
        let values = columns.indices.map {
          numbers >> $0 & 1 == 1 ? columns[$0][7] : columns[$0][draw]
        }
        let first = Operations.apply(pair.first, values[0], values[1])
        return pair.place == 0
          ? Operations.apply(pair.second, first, values[2])
          : Operations.apply(pair.second, values[2], first)
      }
      for level in KernelLevel.available {
        let found = BlockMachine(program: program, level: level).run(inputs: inputs, draws: draws)
        #expect(found[0].comparableBits == expected.comparableBits, "\(level), \(numbers)")
      }
    }
  }

  @Test(arguments: pairs)
  func `a value that is a result, used twice or guarded is made by itself`(pair: Pair) {
    #expect(Steps(StepsTests.program(pair, alsoKeepsFirst: true)).inner.isEmpty)
    var guarded = StepsTests.program(pair)
    guarded.guards = [.init(instruction: 0, mayBeZero: true)]
    #expect(Steps(guarded).inner.isEmpty)
    var twice = StepsTests.program(pair)
    twice.instructions.append(.init(.add, .value(0), .value(1)))
    twice.outputs[0].source = .value(2)
    #expect(!Steps(twice).inner.contains(0))
  }
}
