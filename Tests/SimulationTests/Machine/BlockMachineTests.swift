@testable import Formulas
import Testing

@testable import Simulation

struct BlockMachineTests {
  private func inputs(draws: Int) -> [Column] {
    let streams = DrawStreams(seed: 9, draws: draws)
    let columns = (0..<3).map { dimension in
      streams.uniforms(block: "m", dimension: dimension).map { $0 * 6 - 2 }
    }
    return columns.map { .values($0) } + [.constant(1.25)]
  }

  private func bits(_ columns: [[Double]]) -> [[UInt64]] { columns.map(\.comparableBits) }

  @Test(arguments: 1...12, [true, false])
  func `gives the same bits as one draw and one instruction at a time`(
    seed: UInt64, keepsAll: Bool
  ) {
    let program = RandomProgram.program(length: 40, seed: seed, keepsAll: keepsAll)
    let draws = 21
    let inputs = inputs(draws: draws)
    for level in KernelLevel.available {
      let machine = BlockMachine(program: program, blockSize: 8, level: level)
      let results = machine.run(inputs: inputs, draws: draws)
      for draw in 0..<draws {
        let row = inputs.map { input in
          switch input {
          case .constant(let value): value
          case .values(let values): values[draw]
          }
        }
        let expected = RandomProgram.interpret(program, inputs: row)
        #expect(
          bits(results.map { [$0[draw]] }) == bits(expected.map { [$0] }), "\(level) \(draw)")
      }
    }
  }

  @Test(arguments: [1, 5, 8, 511, 1000], [8, 64, 1024])
  func `gives the same bits for any block size and number of draws`(draws: Int, blockSize: Int) {
    for (length, everyResult) in [(60, true), (150, false)] {
      let program = RandomProgram.program(length: length, seed: 99, keepsAll: everyResult)
      let inputs = inputs(draws: draws)
      let reference = BlockMachine(program: program, level: .swift).run(
        inputs: inputs, draws: draws)
      #expect(reference.allSatisfy { $0.count == draws })
      for level in KernelLevel.available {
        let machine = BlockMachine(program: program, blockSize: blockSize, level: level)
        let results = machine.run(inputs: inputs, draws: draws)
        #expect(bits(results) == bits(reference), "\(level)")
      }
    }
  }

  // 5,003 draws are no multiple of a block.
  @Test(arguments: [7, 4096, 5003]) func `what isn't kept changes nothing`(draws: Int) {
    let program = RandomProgram.program(length: 40, seed: 5, keepsAll: true)
    let inputs = inputs(draws: draws)
    let kept = program.outputs.indices.map { $0.isMultiple(of: 3) }
    for level in KernelLevel.available where level != .swift || draws < 1000 {
      let machine = BlockMachine(program: program, level: level)
      let all = bits(machine.run(inputs: inputs, draws: draws))
      let some = bits(machine.run(inputs: inputs, draws: draws, keeping: kept))
      #expect(some == zip(all, kept).map { $1 ? $0 : [] }, "\(level)")
      let none = machine.run(inputs: inputs, draws: draws, keeping: kept.map { _ in false })
      #expect(none.allSatisfy { $0.isEmpty })
    }
  }

  @Test func `gives the same bits to several threads at once`() async {
    let program = RandomProgram.program(length: 60, seed: 7)
    let inputs = inputs(draws: 1000)
    let machine = BlockMachine(program: program)
    let expected = bits(machine.run(inputs: inputs, draws: 1000))
    await withTaskGroup(of: [[UInt64]].self) { group in
      for _ in 0..<8 {
        group.addTask { bits(machine.run(inputs: inputs, draws: 1000)) }
      }
      for await found in group { #expect(found == expected) }
    }
  }

  @Test func `gives the same bits whether an input is constant or a column of equal values`() {
    let program = RandomProgram.program(length: 60, seed: 5)
    let columns = inputs(draws: 16)
    for constant in 0..<8 {
      let value = Double(constant) * 0.5 - 1
      var asConstant = columns
      var asColumn = columns
      asConstant[constant % 4] = .constant(value)
      asColumn[constant % 4] = .values([Double](repeating: value, count: 16))
      let machine = BlockMachine(program: program)
      let first = machine.run(inputs: asConstant, draws: 16)
      #expect(bits(first) == bits(machine.run(inputs: asColumn, draws: 16)))
    }
  }

  @Test func `runs the literal program where a guarded value isn't ordinary`() {
    // e^x e^-x overflows half way where x is 1000; taken apart it doesn't.
    func program(_ instructions: [Program.Instruction], guards: [Program.Guard]) -> Program {
      Program(
        constants: [7], inputs: [.init(input: 0, year: nil)], instructions: instructions,
        outputs: [.init(variable: 0, year: nil, source: .value(instructions.count - 1))],
        guards: guards)
    }
    let quick = program(
      [.init(.exponential, .input(0)), .init(.subtract, .value(0), .value(0))],
      guards: [.init(instruction: 0, mayBeZero: false)])
    let literal = program([.init(.add, .constant(0), .constant(0))], guards: [])
    // One draw of the last block decides for those of the first, too.
    var late = [Double](repeating: 1, count: 5000)
    late[4999] = 1000
    for level in KernelLevel.available {
      let machine = BlockMachine(program: quick, literal: literal, level: level)
      #expect(machine.run(inputs: [.values(late)], draws: 5000)[0].allSatisfy { $0 == 14 })
      #expect(machine.run(inputs: [.values(late)], draws: 5000, keeping: [false])[0] == [])
      #expect(machine.run(inputs: [.values([1, 2, 3])], draws: 3)[0] == [0, 0, 0])
      #expect(machine.run(inputs: [.values([1, 1000, 3])], draws: 3)[0] == [14, 14, 14])
      #expect(machine.run(inputs: [.values([1, -700, 3])], draws: 3)[0] == [14, 14, 14])
      #expect(machine.run(inputs: [.constant(1)], draws: 3)[0] == [0, 0, 0])
      #expect(machine.run(inputs: [.constant(1000)], draws: 3)[0] == [14, 14, 14])
    }
  }

  @Test func `runs the literal program where a result isn't finite`() {
    // x y z with x 1e200, y 1e-200, z 1e150 overflows if z comes second.
    func product(_ first: Int, _ second: Int, _ third: Int) -> Program {
      Program(
        constants: [], inputs: (0..<3).map { .init(input: $0, year: nil) },
        instructions: [
          .init(.multiply, .input(first), .input(second)),
          .init(.multiply, .value(0), .input(third)),
        ], outputs: [.init(variable: 0, year: nil, source: .value(1))])
    }
    let inputs: [Column] = [
      .values([1e200, 1]), .values([1e-200, 1]), .values([1e150, 1]),
    ]
    let machine = BlockMachine(program: product(0, 2, 1), literal: product(0, 1, 2))
    #expect(machine.run(inputs: inputs, draws: 2)[0] == [1e150, 1])
  }

  @Test func `computes the Bass curve`() {
    // Method C12: p 0.03, q 0.38, t = 1, 5, 10 (Bass 1969).
    // F = (1 - e^(-(p+q)t))/(1 + (q/p) e^(-(p+q)t))
    let (p, q, one) = (Program.Operand.constant(0), Program.Operand.constant(1), 2)
    let program = Program(
      constants: [0.03, 0.38, 1], inputs: [.init(input: 0, year: nil)],
      instructions: [
        .init(.add, p, q), .init(.negate, .value(0)), .init(.multiply, .value(1), .input(0)),
        .init(.exponential, .value(2)), .init(.divide, q, p),
        .init(.multiply, .value(4), .value(3)), .init(.add, .value(5), .constant(one)),
        .init(.subtract, .constant(one), .value(3)), .init(.divide, .value(7), .value(6)),
      ], outputs: [.init(variable: 0, year: nil, source: .value(8))])
    let shares = BlockMachine(program: program).run(inputs: [.values([1, 5, 10])], draws: 3)[0]
    for (share, expected) in zip(shares, [0.035758, 0.331199, 0.812803]) {
      #expect((share - expected).magnitude < 5e-7)
    }
  }

  @Test(arguments: [(-4.0, 0.1), (0, 0.5), (4, 0.9)])
  func `computes the s-curve`(years: Double, expected: Double) {
    // Method C13: 10% and 90% half a span (here 8 years) either side of the midpoint.
    let exponent = compute(.divide, [years * -Elementary.log(81), 8])
    let share = compute(.divide, [1, compute(.add, [1, compute(.exponential, [exponent])])])
    #expect((share - expected).magnitude < 1e-15)
  }

  @Test func `leaves out what no kept result needs, and the branch that isn't taken`() {
    // if(x > 0, x + y, e^y) · 1, with x a number or a column.
    let layout = MachineLayout(
      Program(
        constants: [0, 1], inputs: (0..<2).map { .init(input: $0, year: nil) },
        instructions: [
          .init(.less, .constant(0), .input(0)), .init(.add, .input(0), .input(1)),
          .init(.exponential, .input(1)), .init(.select, .value(0), .value(1), .value(2)),
          .init(.multiply, .value(3), .constant(1)), .init(.negate, .input(1)),
        ],
        outputs: [4, 5].map { .init(variable: $0, year: nil, source: .value($0)) }))
    let column = [1.0]
    column.withUnsafeBufferPointer { column in
      guard let start = column.baseAddress else { return }
      func running(_ x: InputColumns.Input, _ kept: [Int]) -> [Int] {
        ReducedProgram(layout, InputColumns(columns: [x, .column(start)]), keeping: kept).running
      }
      #expect(running(.column(start), [0, 1]) == [0, 1, 2, 3, 5])
      #expect(running(.number(2), [0]) == [1])
      #expect(running(.number(-2), [0]) == [2])
      #expect(running(.number(2), [1]) == [5])
      #expect(running(.number(.nan), [0]) == [])
    }
  }

  @Test func `a choice keeps the sign of 0`() {
    let program = Program(
      constants: [], inputs: (0..<3).map { .init(input: $0, year: nil) },
      instructions: [.init(.select, .input(0), .input(1), .input(2))],
      outputs: [.init(variable: 0, year: nil, source: .value(0))])
    for level in KernelLevel.available {
      let machine = BlockMachine(program: program, level: level)
      for condition in [Column.values([1]), .constant(1)] {
        let found = machine.run(inputs: [condition, .values([-0.0]), .values([3])], draws: 1)
        #expect(found[0][0].bitPattern == (-0.0).bitPattern, "\(level)")
      }
    }
  }

  @Test func `runs no draws and no instructions`() {
    let empty = Program(constants: [], inputs: [], instructions: [], outputs: [])
    #expect(BlockMachine(program: empty).run(inputs: [], draws: 10).isEmpty)
    let program = RandomProgram.program(length: 5, seed: 1)
    let results = BlockMachine(program: program).run(
      inputs: [.values([]), .values([]), .values([]), .constant(1)], draws: 0)
    #expect(results == [[Double]](repeating: [], count: 8))
  }
}
