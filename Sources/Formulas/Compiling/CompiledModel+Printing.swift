extension CompiledModel {
  /// One of its programs as text, one instruction a line, with the results that it defines:
  /// `v2 = v0 * price[2026]  → revenue[2026]`.
  package func printed(_ program: Program) -> String {
    var kept: [Int?: [String]] = [:]
    for output in program.outputs {
      let result = label(variables[output.variable].name, year: output.year)
      if case .value(let instruction) = output.source {
        kept[instruction, default: []].append(result)
      } else {
        kept[nil, default: []].append("\(result) = \(text(output.source, program))")
      }
    }
    let lines = program.instructions.enumerated().map { index, instruction in
      let line = "v\(index) = \(text(instruction, program))"
      return kept[index].map { "\(line)  → \($0.joined(separator: ", "))" } ?? line
    }
    return (lines + (kept[nil] ?? [])).joined(separator: "\n")
  }

  private func text(_ instruction: Program.Instruction, _ program: Program) -> String {
    let a = text(instruction.a, program)
    let b = text(instruction.b, program)
    return switch instruction.opcode {
    case .add: "\(a) + \(b)"
    case .subtract: "\(a) - \(b)"
    case .multiply: "\(a) * \(b)"
    case .divide: "\(a) / \(b)"
    case .power: "\(a) ^ \(b)"
    case .negate: "-\(a)"
    case .absolute: "abs(\(a))"
    case .squareRoot: "sqrt(\(a))"
    case .exponential: "exp(\(a))"
    case .naturalLogarithm: "ln(\(a))"
    case .decimalLogarithm: "log10(\(a))"
    case .floor: "floor(\(a))"
    case .ceiling: "ceil(\(a))"
    case .round: "round(\(a))"
    case .minimum: "min(\(a), \(b))"
    case .maximum: "max(\(a), \(b))"
    case .less: "\(a) < \(b)"
    case .lessOrEqual: "\(a) <= \(b)"
    case .equal: "\(a) == \(b)"
    case .notEqual: "\(a) != \(b)"
    case .and: "\(a) and \(b)"
    case .or: "\(a) or \(b)"
    case .not: "not \(a)"
    case .select: "if(\(a), \(b), \(text(instruction.c, program)))"
    }
  }

  private func text(_ operand: Program.Operand, _ program: Program) -> String {
    switch operand {
    case .value(let index): "v\(index)"
    case .constant(let index): NumberNotation.print(program.constants[index])
    case .input(let index):
      label(inputs[program.inputs[index].input], year: program.inputs[index].year)
    }
  }

  private func label(_ name: String, year: Int?) -> String {
    year.map { "\(name)[\(years[$0])]" } ?? name
  }
}
