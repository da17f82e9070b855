import Formulas

/// Lays a program out as a tape, for inputs of given forms.
struct TapeBuilder {
  /// A value: a number, a column of draws, or what a node computes.
  private enum Reference: Hashable {
    case slot(Int)
    case column(Int)
    case node(Int)
  }

  /// Something computed in every draw.
  private struct Node {
    enum Operation {
      case program(Program.Opcode)
      case transform(QuantileTransform.Kind, input: Int)
    }
    var operation: Operation
    var operands: [Reference]
    var uses = 0
    var results: [Int] = []
    /// How many nodes flow into it through the accumulator, one after the other.
    var depth = 1
    var temporary: Int?
    /// The instruction that checks that its values are of an ordinary size, if they have to be.
    var check: Tape.Opcode?
  }

  /// Trees this deep are cut, so that the layout's recursion stays shallow.
  private static let deepest = 64

  private let program: Program
  private var nodes: [Node] = []
  private var tape = Tape()

  /// The tape of a program.
  ///
  /// - Parameters:
  ///   - program: The program.
  ///   - forms: The form of each of its inputs.
  ///   - results: The outputs to keep, by their places in `program.outputs`.
  /// - Returns: The tape; its results are numbered as they stand in `results`.
  static func tape(
    of program: Program, forms: [MachineInput.Form], keeping results: [Int]
  ) -> Tape {
    var builder = TapeBuilder(program)
    builder.build(forms, keeping: results)
    return builder.tape
  }

  private init(_ program: Program) {
    self.program = program
  }

  private mutating func build(_ forms: [MachineInput.Form], keeping results: [Int]) {
    tape.constants = program.constants
    tape.slotCount = program.constants.count
    tape.resultCount = results.count
    let inputs = forms.enumerated().map { reference(toInput: $0, form: $1) }
    let values = addNodes(inputs: inputs)
    for (place, output) in results.enumerated() {
      let slot = program.outputs[output]
      let reference =
        slot.definedBy.map { values[$0] } ?? self.reference(slot.source, inputs, registers: [])
      switch reference {
      case .node(let node): nodes[node].results.append(place)
      case .column(let input):
        tape.directResults.append(Tape.DirectResult(result: place, operand: .column(input)))
      case .slot(let slot):
        tape.directResults.append(
          Tape.DirectResult(result: place, operand: .number(Tape.Number(slot: slot))))
      }
    }
    for check in program.guards {
      if case .node(let node) = values[check.instruction] {
        nodes[node].check = check.mayBeZero ? .guardOrZero : .guardRange
      } else if case .slot(let slot) = values[check.instruction] {
        tape.guardedSlots.append(Tape.GuardedSlot(slot: slot, mayBeZero: check.mayBeZero))
      }
    }
    countUses()
    emitRoots()
    TapeImprovement.improve(&tape)
    TemporaryAllocation.allocate(&tape)
    tape.instructions.append(Tape.Instruction(opcode: .end))
  }

  // MARK: Nodes

  private mutating func reference(toInput input: Int, form: MachineInput.Form) -> Reference {
    tape.inputSlots.append(nil)
    switch form {
    case .column: return .column(input)
    case .constant:
      tape.inputSlots[input] = takeSlots(1)
      return .slot(tape.inputSlots[input] ?? 0)
    case .transformed(let kind):
      if kind == .normal || kind == .lognormal || kind == .uniform {
        tape.inputSlots[input] = takeSlots(2)
      } else if kind == .table {
        tape.inputSlots[input] = takeSlots(1)
      }
      nodes.append(
        Node(operation: .transform(kind, input: input), operands: [.column(input)]))
      return .node(nodes.count - 1)
    }
  }

  private mutating func takeSlots(_ count: Int) -> Int {
    tape.slotCount += count
    return tape.slotCount - count
  }

  /// The value of every instruction, in their order.
  private mutating func addNodes(inputs: [Reference]) -> [Reference] {
    var registers = [Reference](repeating: .slot(0), count: program.registerCount)
    return program.instructions.map { instruction in
      let operands = [instruction.a, instruction.b, instruction.c]
        .prefix(instruction.opcode.operandCount)
        .map { reference($0, inputs, registers: registers) }
      let value = value(of: instruction.opcode, operands)
      registers[instruction.destination] = value
      return value
    }
  }

  private mutating func value(
    of opcode: Program.Opcode, _ operands: [Reference]
  ) -> Reference {
    let slots = operands.compactMap { operand in
      if case .slot(let slot) = operand { slot } else { nil }
    }
    guard slots.count == operands.count else {
      // A choice that is settled for all draws is only known with the inputs: it stays a node.
      nodes.append(Node(operation: .program(opcode), operands: operands))
      return .node(nodes.count - 1)
    }
    let destination = takeSlots(1)
    tape.numberSteps.append(
      Tape.NumberStep(
        opcode: opcode, destination: destination, a: slots[0],
        b: slots.count > 1 ? slots[1] : slots[0], c: slots.count > 2 ? slots[2] : slots[0]))
    return .slot(destination)
  }

  private func reference(
    _ operand: Program.Operand, _ inputs: [Reference], registers: [Reference]
  ) -> Reference {
    switch operand {
    case .register(let register): registers[register]
    case .constant(let constant): .slot(constant)
    case .input(let input): inputs[input]
    }
  }

  /// Counts how often each node is used, by nodes that lead to a result, and cuts deep trees.
  private mutating func countUses() {
    var needed = nodes.map { !$0.results.isEmpty || $0.check != nil }
    for index in nodes.indices.reversed() where needed[index] {
      for case .node(let operand) in nodes[index].operands {
        needed[operand] = true
        nodes[operand].uses += 1
      }
    }
    for index in nodes.indices where needed[index] {
      var depth = 0
      for case .node(let operand) in nodes[index].operands where !isRoot(operand) {
        depth = max(depth, nodes[operand].depth)
      }
      nodes[index].depth = depth + 1
    }
  }

  /// Whether a node's value is stored, instead of flowing to its only user.
  private func isRoot(_ index: Int) -> Bool {
    let node = nodes[index]
    return node.uses != 1 || !node.results.isEmpty || node.check != nil
      || node.depth >= TapeBuilder.deepest
  }

  // MARK: Instructions

  /// Emits all roots, each as late as possible: what has just been computed needn't be loaded.
  private mutating func emitRoots() {
    var isDone = [Bool](repeating: false, count: nodes.count)
    for index in nodes.indices
    where !nodes[index].results.isEmpty || nodes[index].check != nil {
      // A stack of its own: chains of values through the years may be as long as they like.
      var path = [(root: index, needs: roots(below: index), next: 0)]
      while let (root, needs, next) = path.last {
        guard next < needs.count else {
          if !isDone[root] { emit(root: root) }
          isDone[root] = true
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        if !isDone[needs[next]] { path.append((needs[next], roots(below: needs[next]), 0)) }
      }
    }
  }

  /// The roots that a tree reads, in order of first use.
  private func roots(below index: Int) -> [Int] {
    nodes[index].operands.flatMap { operand -> [Int] in
      guard case .node(let node) = operand else { return [] }
      return isRoot(node) ? [node] : roots(below: node)
    }
  }

  private mutating func emit(root index: Int) {
    evaluate(index)
    if let check = nodes[index].check { append(check) }
    for result in nodes[index].results {
      tape.instructions.append(Tape.Instruction(opcode: .store, result: result))
    }
    // A result is as good a place to read it again as a temporary.
    if nodes[index].uses > 0, nodes[index].results.isEmpty { store(index) }
  }

  /// Keeps the accumulator as a node's value; temporaries are given tiles of memory at the end.
  private mutating func store(_ index: Int) {
    nodes[index].temporary = tape.temporaryCount
    append(.store, .temporary(tape.temporaryCount))
    tape.temporaryCount += 1
  }

  /// Leaves a node's value in the accumulator.
  private mutating func evaluate(_ index: Int) {
    let node = nodes[index]
    switch node.operation {
    case .transform(let kind, let input): emit(kind, input: input)
    case .program(let opcode):
      // The operand that is the heaviest to compute comes last: it needn't be stored.
      let pending = node.operands.indices.filter { place in
        if case .node(let operand) = node.operands[place] { !isStored(operand) } else { false }
      }
      if evaluateWithProduct(opcode, node.operands, pending: pending) { return }
      let flowing = pending.max { depth(node.operands[$0]) < depth(node.operands[$1]) }
      for place in pending where place != flowing {
        if case .node(let operand) = node.operands[place], !isStored(operand) {
          evaluate(operand)
          store(operand)
        }
      }
      if let flowing, case .node(let operand) = node.operands[flowing] { evaluate(operand) }
      emit(opcode, node.operands, flowing: flowing)
    }
  }

  /// Evaluates a sum or difference whose one operand is a product of two values in memory: the
  /// product needn't be stored.
  private mutating func evaluateWithProduct(
    _ opcode: Program.Opcode, _ operands: [Reference], pending: [Int]
  ) -> Bool {
    guard opcode == .add || opcode == .subtract else { return false }
    let products = pending.filter { factors(of: operands[$0]) != nil }
    // The other operand is in the accumulator: what is to be computed, or else what is there.
    guard
      let place = products.min(by: { depth(operands[$0]) < depth(operands[$1]) })
        ?? products.first,
      let (a, b) = factors(of: operands[place])
    else { return false }
    let other = operands[1 - place]
    if case .slot = other { return false }
    if case .node(let node) = other, !isStored(node) {
      evaluate(node)
    } else {
      append(.load, operand(other))
    }
    switch (opcode, place) {
    case (.add, _): append(.addProduct, a, b)
    case (_, 1): append(.subtractProduct, a, b)
    default: append(.reverseSubtractProduct, a, b)
    }
    return true
  }

  /// The operands of a product of two values that are in memory, none of them a number.
  private func factors(of reference: Reference) -> (Tape.Operand, Tape.Operand)? {
    guard case .node(let index) = reference, !isStored(index),
      case .program(.multiply) = nodes[index].operation
    else { return nil }
    let places = nodes[index].operands.map { reference -> Tape.Operand? in
      switch reference {
      case .slot: nil
      case .column: operand(reference)
      case .node(let node): isStored(node) ? operand(reference) : nil
      }
    }
    guard let a = places[0], let b = places[1] else { return nil }
    return (a, b)
  }

  private func isStored(_ index: Int) -> Bool {
    nodes[index].temporary != nil || !nodes[index].results.isEmpty
  }

  private func depth(_ reference: Reference) -> Int {
    if case .node(let node) = reference { nodes[node].depth } else { 0 }
  }

  private mutating func append(
    _ opcode: Tape.Opcode, _ a: Tape.Operand? = nil, _ b: Tape.Operand? = nil,
    k: Tape.Number? = nil
  ) {
    tape.instructions.append(Tape.Instruction(opcode: opcode, a: a, b: b, k: k))
  }

  private mutating func emit(_ kind: QuantileTransform.Kind, input: Int) {
    let slot = tape.inputSlots[input] ?? 0
    var instruction = Tape.Instruction(opcode: .normal, a: .column(input))
    switch kind {
    case .normal, .lognormal, .uniform:
      instruction.opcode =
        kind == .normal ? .normal : (kind == .lognormal ? .lognormal : .uniform)
      instruction.k = Tape.Number(slot: slot)
      instruction.l = Tape.Number(slot: slot + 1)
    case .triangular:
      instruction.opcode = .triangular
      instruction.input = input
    case .table:
      instruction.opcode = .table
      instruction.k = Tape.Number(slot: slot)
      instruction.input = input
    }
    tape.instructions.append(instruction)
  }

  private func operand(_ reference: Reference) -> Tape.Operand {
    switch reference {
    case .slot(let slot): .number(Tape.Number(slot: slot))
    case .column(let column): .column(column)
    case .node(let node):
      if let result = nodes[node].results.first {
        .result(result)
      } else {
        .temporary(nodes[node].temporary ?? 0)
      }
    }
  }

  /// Emits an operation, of which one operand may be in the accumulator.
  private mutating func emit(
    _ opcode: Program.Opcode, _ operands: [Reference], flowing: Int?
  ) {
    let places = operands.map(operand)
    switch opcode.operandCount {
    case 1:
      if flowing == nil { append(.load, places[0]) }
      append(opcode.unary)
    case 2:
      emit(opcode, places[0], places[1], flowing: flowing)
    default:
      switch flowing {
      case 1: append(.selectTrue, places[0], places[2])
      case 2: append(.selectFalse, places[0], places[1])
      default:
        if flowing == nil { append(.load, places[0]) }
        append(.select, places[1], places[2])
      }
    }
  }

  private mutating func emit(
    _ opcode: Program.Opcode, _ left: Tape.Operand, _ right: Tape.Operand, flowing: Int?
  ) {
    var (left, right, flowing) = (left, right, flowing)
    if opcode == .add || opcode == .multiply, flowing == 1 || (flowing == nil && left.isNumber) {
      // Both orders give the same bits; the accumulator, or a column, stands first.
      swap(&left, &right)
      flowing = flowing == 1 ? 0 : nil
    }
    switch (opcode, flowing, left, right) {
    case (.add, nil, _, .number(let k)): append(.addNumberBegin, left, k: k)
    case (.add, nil, _, _): append(.addBegin, left, right)
    case (.add, _, _, .number(let k)): append(.addNumber, k: k)
    case (.add, _, _, _): append(.add, right)
    case (.multiply, nil, _, .number(let k)): append(.multiplyNumberBegin, left, k: k)
    case (.multiply, nil, _, _): append(.multiplyBegin, left, right)
    case (.multiply, _, _, .number(let k)): append(.multiplyNumber, k: k)
    case (.multiply, _, _, _): append(.multiply, right)
    case (.subtract, nil, _, .number(let k)): append(.addNumberBegin, left, k: k.negated)
    case (.subtract, nil, .number(let k), _): append(.numberSubtractBegin, right, k: k)
    case (.subtract, nil, _, _): append(.subtractBegin, left, right)
    case (.subtract, 0, _, .number(let k)): append(.addNumber, k: k.negated)
    case (.subtract, 0, _, _): append(.subtract, right)
    case (.subtract, _, .number(let k), _): append(.numberSubtract, k: k)
    case (.subtract, _, _, _): append(.reverseSubtract, left)
    case (.divide, nil, .number(let k), _): append(.numberDivideBegin, right, k: k)
    case (.divide, nil, _, _): append(.divideBegin, left, right)
    case (.divide, 0, _, _): append(.divide, right)
    case (.divide, _, .number(let k), _): append(.numberDivide, k: k)
    case (.divide, _, _, _): append(.reverseDivide, left)
    default:
      if flowing == 1 {
        append(opcode.binary.reverse, left)
      } else if flowing == nil, left.isNumber {
        append(.load, right)
        append(opcode.binary.reverse, left)
      } else {
        if flowing == nil { append(.load, left) }
        append(opcode.binary.plain, right)
      }
    }
  }
}

extension Tape.Number {
  fileprivate var negated: Tape.Number { Tape.Number(slot: slot, isNegated: !isNegated) }
}

extension Tape.Operand {
  fileprivate var isNumber: Bool {
    if case .number = self { true } else { false }
  }
}
