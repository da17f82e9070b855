extension Program {
  /// The instructions that results need, in the order in which the graph was made.
  ///
  /// - Parameters:
  ///   - graph: The values.
  ///   - results: The values to keep, in this order.
  ///   - guarded: Values whose instructions the program names as guarded.
  ///   - slots: Inputs that the program has whether it reads them or not.
  init(
    _ graph: ValueGraph, keeping results: [ValueGraph.Result],
    guarded: [ValueGraph.Guarded] = [], inputs slots: [InputSlot] = []
  ) {
    let isNeeded = graph.needed(for: results.map(\.value))
    self.init(constants: [], inputs: slots, instructions: [], outputs: [])
    var operands = [Operand?](repeating: nil, count: graph.nodes.count)
    addInputs(of: graph, isNeeded, to: &operands)
    for index in graph.nodes.indices where isNeeded[index] {
      switch graph.nodes[index] {
      case .input: break
      case .constant(let bits):
        operands[index] = .constant(constants.count)
        constants.append(Double(bitPattern: bits))
      case .operation(let opcode, let a, let b, let c):
        guard let a = operands[a.index], let b = operands[b.index], let c = operands[c.index]
        else { continue }
        operands[index] = .value(instructions.count)
        instructions.append(Instruction(opcode, a, b, c))
      }
    }
    outputs = results.compactMap { result in
      operands[result.value.index].map {
        OutputSlot(variable: result.variable, year: result.year, source: $0)
      }
    }
    addGuards(guarded, operands)
  }

  /// Gives the inputs slots in the order of their declaration and of the years.
  private mutating func addInputs(
    of graph: ValueGraph, _ isNeeded: [Bool], to operands: inout [Operand?]
  ) {
    let needed = graph.nodes.indices.compactMap { index -> (slot: InputSlot, node: Int)? in
      guard isNeeded[index], case .input(let slot) = graph.nodes[index] else { return nil }
      return (slot, index)
    }
    for (slot, node) in needed.sorted(by: {
      ($0.slot.input, $0.slot.year ?? 0) < ($1.slot.input, $1.slot.year ?? 0)
    }) {
      let known = inputs.firstIndex(of: slot)
      operands[node] = .input(known ?? inputs.count)
      if known == nil { inputs.append(slot) }
    }
  }

  /// One guard an instruction, the strictest that is asked for.
  private mutating func addGuards(_ guarded: [ValueGraph.Guarded], _ operands: [Operand?]) {
    var mayBeZero: [Int: Bool] = [:]
    for item in guarded {
      guard case .value(let instruction) = operands[item.value.index] else { continue }
      mayBeZero[instruction] = (mayBeZero[instruction] ?? true) && item.mayBeZero
    }
    guards = mayBeZero.sorted { $0.key < $1.key }.map {
      Guard(instruction: $0.key, mayBeZero: $0.value)
    }
  }
}
