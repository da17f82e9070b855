extension Tape {
  /// The instructions as text, one a line: `multiply t3` or `addNumber #4`.
  var printed: String {
    instructions.map { instruction in
      let operands = [instruction.a, instruction.b].compactMap { $0.map(text) }
      let numbers = [instruction.k, instruction.l].compactMap { $0.map(text) }
      let result = instruction.result.map { ["→ \($0)"] } ?? []
      return (["\(instruction.opcode)"] + operands + numbers + result).joined(separator: " ")
    }.joined(separator: "\n")
  }

  private func text(_ operand: Operand) -> String {
    switch operand {
    case .column(let input): "in\(input)"
    case .temporary(let tile): "t\(tile)"
    case .result(let result): "out\(result)"
    case .number(let number): text(number)
    }
  }

  private func text(_ number: Number) -> String {
    let value =
      number.slot < constants.count ? "\(constants[number.slot])" : "#\(number.slot)"
    return number.isNegated ? "-\(value)" : value
  }
}
