/// Lays a graph of values out as straight-line code with few registers.
///
/// Instructions stand in the order in which the graph was made; what no result needs is left out.
/// Registers are given by linear scan: one is free again after the last instruction that reads
/// it. No instruction writes a register that it reads.
struct RegisterAllocation {
  /// A result to keep: a variable in a year, and the value that it has.
  struct Result {
    var variable: Int
    var year: Int?
    var value: ValueGraph.Value
  }

  /// A value that has to be of an ordinary size.
  struct Guarded {
    var value: ValueGraph.Value
    var mayBeZero: Bool
  }

  private let graph: ValueGraph
  private var operands: [Program.Operand?]
  private var lastUse: [Int]
  private var constants: [Double] = []
  private var inputs: [Program.InputSlot] = []
  private var instructions: [Program.Instruction] = []
  private var definedBy: [Int: Int] = [:]
  private var freeRegisters: [Int] = []
  private var registerCount = 0

  /// The program that computes results.
  ///
  /// - Parameters:
  ///   - graph: The values.
  ///   - results: The values to keep, in this order.
  ///   - guarded: Values whose instructions the program names as guarded.
  ///   - inputs: Slots that the program has whether it reads them or not.
  /// - Returns: The program; its outputs are the results.
  static func program(
    of graph: ValueGraph, keeping results: [Result], guarded: [Guarded] = [],
    inputs: [Program.InputSlot] = []
  ) -> Program {
    var allocation = RegisterAllocation(graph)
    allocation.inputs = inputs
    allocation.run(results)
    return Program(
      constants: allocation.constants, inputs: allocation.inputs,
      instructions: allocation.instructions, registerCount: allocation.registerCount,
      outputs: results.compactMap { allocation.output($0) },
      guards: allocation.guards(guarded))
  }

  /// One guard an instruction, the strictest that is asked for.
  private func guards(_ guarded: [Guarded]) -> [Program.Guard] {
    var mayBeZero: [Int: Bool] = [:]
    for item in guarded {
      guard let instruction = definedBy[item.value.index] else { continue }
      mayBeZero[instruction] = (mayBeZero[instruction] ?? true) && item.mayBeZero
    }
    return mayBeZero.keys.sorted().map {
      Program.Guard(instruction: $0, mayBeZero: mayBeZero[$0] ?? false)
    }
  }

  private init(_ graph: ValueGraph) {
    self.graph = graph
    operands = [Program.Operand?](repeating: nil, count: graph.nodes.count)
    lastUse = [Int](repeating: -1, count: graph.nodes.count)
  }

  private mutating func run(_ results: [Result]) {
    let isNeeded = neededNodes(for: results)
    // Inputs in the order of their declaration and of the years.
    let slots = graph.nodes.indices.compactMap { index -> (Program.InputSlot, Int)? in
      guard isNeeded[index], case .input(let slot) = graph.nodes[index] else { return nil }
      return (slot, index)
    }
    for (slot, index) in slots.sorted(by: {
      ($0.0.input, $0.0.year ?? 0) < ($1.0.input, $1.0.year ?? 0)
    }) {
      if let known = inputs.firstIndex(of: slot) {
        operands[index] = .input(known)
      } else {
        operands[index] = .input(inputs.count)
        inputs.append(slot)
      }
    }
    for index in graph.nodes.indices where isNeeded[index] {
      switch graph.nodes[index] {
      case .input: break
      case .constant(let bits):
        operands[index] = .constant(constants.count)
        constants.append(Double(bitPattern: bits))
      case .operation(let opcode, let a, let b, let c):
        emit(opcode, a, b, c, at: index)
      }
    }
  }

  /// What the results need, found backwards since operands stand before their users; notes on the
  /// way which node reads each value last.
  private mutating func neededNodes(for results: [Result]) -> [Bool] {
    var isNeeded = [Bool](repeating: false, count: graph.nodes.count)
    for result in results { isNeeded[result.value.index] = true }
    for index in graph.nodes.indices.reversed() where isNeeded[index] {
      guard case .operation(_, let a, let b, let c) = graph.nodes[index] else { continue }
      for operand in [a, b, c] {
        isNeeded[operand.index] = true
        lastUse[operand.index] = max(lastUse[operand.index], index)
      }
    }
    return isNeeded
  }

  private mutating func emit(
    _ opcode: Program.Opcode, _ a: ValueGraph.Value, _ b: ValueGraph.Value, _ c: ValueGraph.Value,
    at index: Int
  ) {
    guard let first = operands[a.index], let second = operands[b.index],
      let third = operands[c.index]
    else { return }
    let destination = takeRegister()
    definedBy[index] = instructions.count
    operands[index] = .register(destination)
    instructions.append(
      Program.Instruction(
        opcode: opcode, destination: destination, a: first, b: second, c: third))
    for value in Set([a, b, c]).sorted(by: { $0.index > $1.index })
    where lastUse[value.index] == index {
      if case .register(let register) = operands[value.index] { freeRegisters.append(register) }
    }
    // A result that nothing reads is kept by the machine as soon as it is there.
    if lastUse[index] < 0 { freeRegisters.append(destination) }
  }

  private mutating func takeRegister() -> Int {
    if let register = freeRegisters.popLast() { return register }
    registerCount += 1
    return registerCount - 1
  }

  private func output(_ result: Result) -> Program.OutputSlot? {
    operands[result.value.index].map {
      Program.OutputSlot(
        variable: result.variable, year: result.year, source: $0,
        definedBy: definedBy[result.value.index])
    }
  }
}
