import Formulas
import Testing

@testable import Simulation

@Suite(.enabled(if: KernelLevel.available.contains(.compiled)))
struct CompiledTapeTests {
  private static let draws = 120

  /// Columns of numbers of either sign, none far from 1, and a constant.
  private func inputs() -> [MachineInput] {
    let streams = DrawStreams(seed: 11, draws: Self.draws)
    return (0..<3).map { dimension in
      .values(streams.uniforms(block: "m", dimension: dimension).map { $0 * 6 - 2 })
    } + [.constant(1.25)]
  }

  /// What compiled code makes of a program, and how many of the draws it took.
  private func run(
    _ program: Program, _ inputs: [MachineInput]
  ) throws -> (columns: [[Double]], count: Int) {
    let draws = inputs.lazy.compactMap(\.column).first?.count ?? 0
    return try withMachine(program, inputs) { tape, slots, bound, results in
      let compiled = CompiledProgram(try #require(CompiledTape(tape)))
      compiled.bind(slots: slots, inputs: bound)
      return compiled.run(0..<draws, into: results, at: 0)
    }
  }

  private func reference(_ program: Program, _ inputs: [MachineInput]) throws -> [[Double]] {
    let draws = inputs.lazy.compactMap(\.column).first?.count ?? 0
    return try withMachine(program, inputs) { tape, slots, bound, results in
      var machine = ReferenceMachine(tape: tape, slots: slots, inputs: bound)
      _ = machine.run(0..<draws, into: results, at: 0)
      return draws
    }.columns
  }

  private func withMachine(
    _ program: Program, _ inputs: [MachineInput],
    _ body: (Tape, [Double], [BoundInput], [UnsafeMutablePointer<Double>]) throws -> Int
  ) throws -> (columns: [[Double]], count: Int) {
    let draws = inputs.lazy.compactMap(\.column).first?.count ?? 0
    let count = program.outputs.count
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: count * draws)
    memory.initialize(repeating: -1, count: count * draws)
    defer { memory.deallocate() }
    let tape = TapeBuilder.tape(
      of: program, forms: inputs.map(\.form), keeping: Array(program.outputs.indices))
    let taken = try BoundInput.with(inputs) { bound in
      Result {
        var slots: [Double] = []
        tape.fill(&slots, for: bound)
        return try body(tape, slots, bound, (0..<count).map { memory + $0 * draws })
      }
    }.get()
    let columns = (0..<count).map {
      Array(UnsafeBufferPointer(start: memory + $0 * draws, count: draws))
    }
    return (columns, taken)
  }

  /// A program of random instructions that read values from far back.
  ///
  /// No draw is unusual: exponentials read inputs alone, and no result is the same in every draw,
  /// which might be beyond all numbers.
  private func program(length: Int, registers: Int, seed: UInt64) -> Program {
    var state = seed
    func next(_ bound: Int) -> Int {
      // Knuth's linear congruential generator, upper half.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let opcodes = Program.Opcode.allCases
    let instructions = (0..<length).map { index in
      let opcode = opcodes[next(opcodes.count)]
      let operands = (0..<3).map { place -> Program.Operand in
        switch next(6) {
        case 0: .input(next(place == 0 ? 3 : 4))
        case 1 where place > 0: .constant(next(4))
        default:
          index == 0 || opcode == .exponential
            ? .input(next(3)) : .register(next(min(index, registers)))
        }
      }
      return Program.Instruction(
        opcode: opcode, destination: index % registers, a: operands[0],
        b: opcode.arity > 1 ? operands[1] : operands[0],
        c: opcode.arity > 2 ? operands[2] : operands[0])
    }
    // Every eleventh value, and the last of each register.
    let kept = instructions.indices.filter { $0 % 11 == 0 || $0 >= length - registers }
    return Program(
      constants: [0, 1, -2.5, 0.5], inputs: (0..<4).map { .init(input: $0, year: nil) },
      instructions: instructions, registerCount: registers,
      outputs: kept.map {
        .init(
          variable: $0, year: nil, source: .register(instructions[$0].destination), definedBy: $0)
      })
  }

  /// e^x of one input.
  private var exponential: Program {
    Program(
      constants: [], inputs: [.init(input: 0, year: nil)],
      instructions: [
        .init(opcode: .exponential, destination: 0, a: .input(0), b: .input(0), c: .input(0))
      ], registerCount: 1,
      outputs: [.init(variable: 0, year: nil, source: .register(0), definedBy: 0)])
  }

  @Test(arguments: 1...40)
  func `gives the bits of the reference`(seed: UInt64) throws {
    // More values at a time than there are registers, in every third program.
    let registers = seed % 3 == 0 ? 70 : 12
    let program = program(length: 40 + Int(seed) * 15, registers: registers, seed: seed)
    let inputs = inputs()
    let (columns, count) = try run(program, inputs)
    #expect(count == Self.draws)
    #expect(try columns.map(\.comparableBits) == reference(program, inputs).map(\.comparableBits))
  }

  @Test(arguments: [354.0, -354, 356, -356, 800, .infinity, .nan])
  func `leaves exponents beyond 2^9 ln 2 to the kernels`(exponent: Double) throws {
    var column = [Double](repeating: 0.25, count: 24)
    column[13] = exponent
    let (columns, count) = try run(exponential, [.values(column)])
    // 2^9 ln 2 is 354.89.
    let isUsual = exponent.magnitude < 354.5
    #expect(count == (isUsual ? 24 : 0))
    if isUsual { #expect(columns[0][13] == Elementary.exp(exponent)) }
  }

  @Test func `gives up where most draws are unusual`() throws {
    func counts(_ column: [Double]) throws -> [Int] {
      var counts: [Int] = []
      _ = try withMachine(exponential, [.values(column)]) { tape, slots, bound, results in
        let compiled = CompiledProgram(try #require(CompiledTape(tape)))
        compiled.bind(slots: slots, inputs: bound)
        counts = stride(from: 0, to: column.count, by: 8).map {
          compiled.run($0..<$0 + 8, into: results, at: $0)
        }
        return 0
      }
      return counts
    }
    let usual = [Double](repeating: 1, count: 8)
    let unusual = [Double](repeating: 400, count: 8)
    // Two ranges are enough at the beginning; later it takes more than a quarter of all.
    #expect(try counts(unusual + unusual + usual + usual) == [0, 0, 0, 0])
    #expect(try counts(unusual + usual + usual + usual + unusual + usual) == [0, 8, 8, 8, 0, 8])
  }

  @Test func `leaves draws that aren't a whole vector to the kernels`() throws {
    let program = program(length: 10, registers: 4, seed: 3)
    let inputs = inputs().map { input in
      input.column.map { .values(Array($0.prefix(21))) } ?? input
    }
    #expect(try run(program, inputs).count == 16)
  }

  @Test(arguments: [1.0, 1e30, -1e31, .infinity])
  func `leaves numbers beyond 2^100 to the kernels`(number: Double) throws {
    let program = Program(
      constants: [], inputs: [.init(input: 0, year: nil), .init(input: 1, year: nil)],
      instructions: [
        .init(opcode: .add, destination: 0, a: .input(0), b: .input(1), c: .input(0))
      ], registerCount: 1,
      outputs: [.init(variable: 0, year: nil, source: .register(0), definedBy: 0)])
    let (_, count) = try run(
      program, [.values([Double](repeating: 2, count: 8)), .constant(number)])
    // 2^100 is 1.27e30.
    #expect(count == (number.magnitude < 1.2e30 ? 8 : 0))
  }

  @Test(arguments: [1.0, 0, 0x1p899, 0x1p901, 0x1p-901, .nan], [false, true])
  func `notices guarded values that aren't ordinary`(value: Double, mayBeZero: Bool) throws {
    let program = Program(
      constants: [1], inputs: [.init(input: 0, year: nil)],
      instructions: [
        .init(opcode: .multiply, destination: 0, a: .input(0), b: .constant(0), c: .input(0))
      ], registerCount: 1,
      outputs: [.init(variable: 0, year: nil, source: .register(0), definedBy: 0)],
      guards: [.init(instruction: 0, mayBeZero: mayBeZero)])
    var column = [Double](repeating: 1, count: 8)
    column[5] = value
    let isOrdinary =
      (0x1p-900 < value.magnitude && value.magnitude < 0x1p900) || (mayBeZero && value == 0)
    #expect(try run(program, [.values(column)]).count == (isOrdinary ? 8 : 0))
  }
}
