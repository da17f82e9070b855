import Formulas
import Simulation
import Testing

struct BlockMachineTests {
  /// A program of `length` random instructions over few registers, all of its results kept.
  private func randomProgram(length: Int, seed: UInt64) -> Program {
    var state = seed
    func next(_ bound: Int) -> Int {
      // Knuth's linear congruential generator, upper half.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let opcodes = Program.Opcode.allCases
    var written: [Int] = []
    var instructions: [Program.Instruction] = []
    for _ in 0..<length {
      let operands = (0..<3).map { _ -> Program.Operand in
        switch next(4) {
        case 0: .input(next(4))
        case 1: .constant(next(4))
        default: written.isEmpty ? .input(0) : .register(written[next(written.count)])
        }
      }
      let opcode = opcodes[next(opcodes.count)]
      let destination = next(6)
      instructions.append(
        .init(
          opcode: opcode, destination: destination, a: operands[0],
          b: opcode.arity > 1 ? operands[1] : operands[0],
          c: opcode.arity > 2 ? operands[2] : operands[0]))
      if !written.contains(destination) { written.append(destination) }
    }
    let results = instructions.enumerated().map { index, instruction in
      Program.OutputSlot(
        variable: index, year: nil, source: .register(instruction.destination), definedBy: index)
    }
    let others: [Program.OutputSlot] = [
      .init(variable: length, year: nil, source: .input(1), definedBy: nil),
      .init(variable: length + 1, year: 0, source: .input(3), definedBy: nil),
      .init(variable: length + 2, year: nil, source: .constant(2), definedBy: nil),
    ]
    return Program(
      constants: [0, 1, -2.5, 0.5],
      inputs: (0..<4).map { .init(input: $0, year: nil) },
      instructions: instructions, registerCount: 6, outputs: results + others)
  }

  /// The program on one draw, an instruction at a time, each by a machine of its own.
  private func interpret(_ program: Program, inputs: [Double]) -> [Double] {
    var registers = [Double](repeating: .nan, count: program.registerCount)
    func value(_ operand: Program.Operand) -> Double {
      switch operand {
      case .register(let index): registers[index]
      case .input(let index): inputs[index]
      case .constant(let index): program.constants[index]
      }
    }
    var results: [Int: Double] = [:]
    for (index, step) in program.instructions.enumerated() {
      let result = compute(step.opcode, [value(step.a), value(step.b), value(step.c)])
      registers[step.destination] = result
      results[index] = result
    }
    return program.outputs.map { $0.definedBy.flatMap { results[$0] } ?? value($0.source) }
  }

  private func inputs(draws: Int) -> [MachineInput] {
    let streams = DrawStreams(seed: 9, draws: draws)
    let columns = (0..<3).map { dimension in
      streams.uniforms(block: "m", dimension: dimension).map { $0 * 6 - 2 }
    }
    return columns.map { .values($0) } + [.constant(1.25)]
  }

  private func bits(_ columns: [[Double]]) -> [[UInt64]] { columns.map(\.comparableBits) }

  @Test(arguments: 1...12)
  func `gives the same bits as one draw and one instruction at a time`(seed: UInt64) {
    let program = randomProgram(length: 40, seed: seed)
    let draws = 21
    let inputs = inputs(draws: draws)
    for level in KernelLevel.available {
      let machine = BlockMachine(program: program, blockSize: 8, level: level, compilingAfter: 0)
      let results = machine.run(inputs: inputs, draws: draws)
      for draw in 0..<draws {
        let row = inputs.map { input -> Double in
          if case .constant(let value) = input { value } else { input.column?[draw] ?? .nan }
        }
        let expected = interpret(program, inputs: row)
        #expect(
          bits(results.map { [$0[draw]] }) == bits(expected.map { [$0] }), "\(level) \(draw)")
      }
    }
  }

  @Test(arguments: [1, 5, 8, 511, 1000], [1, 7, 512])
  func `gives the same bits for any block size, number of draws and threads`(
    draws: Int, blockSize: Int
  ) {
    let program = randomProgram(length: 60, seed: 99)
    let inputs = inputs(draws: draws)
    let reference = BlockMachine(program: program).run(inputs: inputs, draws: draws)
    #expect(reference.allSatisfy { $0.count == draws })
    for level in KernelLevel.available {
      let machine = BlockMachine(
        program: program, blockSize: blockSize, level: level, compilingAfter: 0)
      for threads in 1...3 {
        let results = machine.run(inputs: inputs, draws: draws, threads: threads)
        #expect(bits(results) == bits(reference), "\(level), \(threads) threads")
      }
    }
  }

  @Test func `gives the same bits whether an input is constant or a column of equal values`() {
    let program = randomProgram(length: 60, seed: 5)
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

  @Test(
    arguments: [
      .uniform(low: -2, high: 3), .normal(mean: 5, sd: 2), .interval(low: 10, high: 40),
      .interval(low: -1, high: 4), .triangular(low: 1, mode: 2, high: 5),
      .triangular(low: 1, mode: 1, high: 5), .pert(low: 0, mode: 0.04, high: 0.15),
      .beta(alpha: 3, beta: 2),
    ] as [DistributionSpec])
  func `makes an input's values as its distribution does`(spec: DistributionSpec) throws {
    let distribution = try Distribution(spec)
    let transform = try #require(distribution.transform)
    let levels = DrawStreams(seed: 4, draws: 333).uniforms(block: "m", dimension: 0)
    let column = transform.takesNormalQuantiles ? Elementary.normalQuantiles(levels) : levels
    let program = Program(
      constants: [], inputs: [.init(input: 0, year: nil)],
      instructions: [
        .init(opcode: .add, destination: 0, a: .input(0), b: .input(0), c: .input(0))
      ],
      registerCount: 1,
      outputs: [.init(variable: 0, year: nil, source: .register(0), definedBy: 0)])
    let expected = distribution.quantiles(levels)
    for level in KernelLevel.available {
      let doubled = BlockMachine(program: program, level: level, compilingAfter: 0)
        .run(inputs: [.transformed(transform, of: column)], draws: levels.count)[0]
      #expect(zip(doubled, expected).allSatisfy { abs($0 / 2 - $1) <= 1e-15 * abs($1) }, "\(level)")
      #expect(
        doubled.comparableBits
          == BlockMachine(program: program, level: .swift)
          .run(inputs: [.transformed(transform, of: column)], draws: levels.count)[0]
          .comparableBits)
    }
  }

  @Test func `runs the literal program where a guarded value isn't ordinary`() {
    // e^x e^-x overflows half way where x is 1000; taken apart it doesn't.
    func program(_ instructions: [Program.Instruction], guards: [Program.Guard]) -> Program {
      Program(
        constants: [7], inputs: [.init(input: 0, year: nil)], instructions: instructions,
        registerCount: 2,
        outputs: [
          .init(variable: 0, year: nil, source: .register(1), definedBy: instructions.count - 1)
        ], guards: guards)
    }
    let input = Program.Operand.input(0)
    let quick = program(
      [
        .init(opcode: .exponential, destination: 0, a: input, b: input, c: input),
        .init(opcode: .subtract, destination: 1, a: .register(0), b: .register(0), c: .register(0)),
      ], guards: [.init(instruction: 0, mayBeZero: false)])
    let literal = program(
      [.init(opcode: .add, destination: 1, a: .constant(0), b: .constant(0), c: .constant(0))],
      guards: [])
    for level in KernelLevel.available {
      let machine = BlockMachine(program: quick, literal: literal, level: level, compilingAfter: 0)
      #expect(machine.run(inputs: [.values([1, 2, 3])], draws: 3)[0] == [0, 0, 0])
      #expect(machine.run(inputs: [.values([1, 1000, 3])], draws: 3)[0] == [14, 14, 14])
      #expect(machine.run(inputs: [.values([1, -700, 3])], draws: 3)[0] == [14, 14, 14])
    }
  }

  @Test func `runs the literal program where a result isn't finite`() {
    // x y z with x 1e200, y 1e-200, z 1e150 overflows if z comes second.
    func product(_ first: Int, _ second: Int, _ third: Int) -> Program {
      Program(
        constants: [], inputs: (0..<3).map { .init(input: $0, year: nil) },
        instructions: [
          .init(
            opcode: .multiply, destination: 0, a: .input(first), b: .input(second),
            c: .input(first)),
          .init(
            opcode: .multiply, destination: 1, a: .register(0), b: .input(third), c: .register(0)),
        ], registerCount: 2,
        outputs: [.init(variable: 0, year: nil, source: .register(1), definedBy: 1)])
    }
    let inputs: [MachineInput] = [
      .values([1e200, 1]), .values([1e-200, 1]), .values([1e150, 1]),
    ]
    let machine = BlockMachine(program: product(0, 2, 1), literal: product(0, 1, 2))
    #expect(machine.run(inputs: inputs, draws: 2)[0] == [1e150, 1])
  }

  @Test func `computes the Bass curve`() {
    // METHODOLOGY C12: p 0.03, q 0.38, t = 1, 5, 10 (Bass 1969).
    // F = (1 - e^(-(p+q)t))/(1 + (q/p) e^(-(p+q)t))
    let program = Program(
      constants: [0.03, 0.38, 1],
      inputs: [.init(input: 0, year: nil)],
      instructions: [
        .init(opcode: .add, destination: 0, a: .constant(0), b: .constant(1), c: .constant(0)),
        .init(opcode: .negate, destination: 0, a: .register(0), b: .register(0), c: .register(0)),
        .init(opcode: .multiply, destination: 0, a: .register(0), b: .input(0), c: .register(0)),
        .init(
          opcode: .exponential, destination: 0, a: .register(0), b: .register(0), c: .register(0)),
        .init(opcode: .divide, destination: 1, a: .constant(1), b: .constant(0), c: .constant(1)),
        .init(opcode: .multiply, destination: 1, a: .register(1), b: .register(0), c: .register(1)),
        .init(opcode: .add, destination: 1, a: .register(1), b: .constant(2), c: .register(1)),
        .init(opcode: .subtract, destination: 0, a: .constant(2), b: .register(0), c: .constant(2)),
        .init(opcode: .divide, destination: 0, a: .register(0), b: .register(1), c: .register(0)),
      ],
      registerCount: 2,
      outputs: [.init(variable: 0, year: nil, source: .register(0), definedBy: 8)])
    let shares = BlockMachine(program: program).run(inputs: [.values([1, 5, 10])], draws: 3)[0]
    for (share, expected) in zip(shares, [0.035758, 0.331199, 0.812803]) {
      #expect((share - expected).magnitude < 5e-7)
    }
  }

  @Test(arguments: [(-4.0, 0.1), (0, 0.5), (4, 0.9)])
  func `computes the s-curve`(years: Double, expected: Double) {
    // METHODOLOGY C13: 10% and 90% half a span (here 8 years) either side of the midpoint.
    let exponent = compute(.divide, [years * -Elementary.log(81), 8])
    let share = compute(.divide, [1, compute(.add, [1, compute(.exponential, [exponent])])])
    #expect((share - expected).magnitude < 1e-15)
  }

  @Test func `runs no draws and no instructions`() {
    let empty = Program(
      constants: [], inputs: [], instructions: [], registerCount: 0, outputs: [])
    #expect(BlockMachine(program: empty).run(inputs: [], draws: 10).isEmpty)
    let program = randomProgram(length: 5, seed: 1)
    let results = BlockMachine(program: program).run(
      inputs: [.values([]), .values([]), .values([]), .constant(1)], draws: 0, threads: 3)
    #expect(results == [[Double]](repeating: [], count: 8))
  }
}
