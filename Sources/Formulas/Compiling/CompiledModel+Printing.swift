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
    instruction.opcode.written(
      text(instruction.a, program), text(instruction.b, program), text(instruction.c, program))
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
