package import Diagnostics

extension FormulaExpression: CustomStringConvertible {
  /// The formula in canonical form, with no more parentheses than needed; parsing it gives the
  /// same tree.
  package var description: String {
    // Each operand is taken out when it is used, so that a long sum prints in linear time.
    var texts = [String](repeating: "", count: nodes.count)
    for (index, node) in nodes.enumerated() {
      texts[index] = text(of: node.kind, taking: &texts)
    }
    return texts[root]
  }

  private func text(of kind: Kind, taking texts: inout [String]) -> String {
    func operand(_ index: Int, atLeast tightest: Precedence) -> String {
      let text = texts[index]
      texts[index] = ""
      return precedence(of: index) < tightest ? "(\(text))" : text
    }
    switch kind {
    case .number(let value, let unit):
      return NumberNotation.print(value) + (unit.map { " [\($0)]" } ?? "")
    case .name(let name):
      return name
    case .previous:
      return "previous"
    case .unary(.negate, let index):
      return "-" + operand(index, atLeast: .sign)
    case .unary(.not, let index):
      return "not " + operand(index, atLeast: .not)
    case .binary(.power, let left, let right):
      // The exponent may have a sign of its own: `2 ^ -x`.
      return operand(left, atLeast: .atom) + " ^ " + operand(right, atLeast: .sign)
    case .binary(let symbol, let left, let right):
      let precedence = symbol.precedence
      var text = operand(left, atLeast: precedence.isChainable ? precedence : precedence.tighter)
      text += " \(symbol.rawValue) " + operand(right, atLeast: precedence.tighter)
      return text
    case .call(let function, let arguments):
      let list = arguments.map { operand($0, atLeast: .or) }
      return "\(function.name)(\(list.joined(separator: ", ")))"
    }
  }

  private func precedence(of index: Int) -> Precedence {
    switch nodes[index].kind {
    case .unary(let symbol, _): symbol.precedence
    case .binary(let symbol, _, _): symbol.precedence
    case .number, .name, .previous, .call: .atom
    }
  }
}

extension FormulaExpression {
  /// Reads a formula.
  ///
  /// - Throws: `Diagnostic` for the first mistake in its syntax.
  package static func parse(_ source: FormulaSource) throws(Diagnostic) -> FormulaExpression {
    do {
      return try Parser.parse(source.text)
    } catch {
      throw source.diagnostic(error)
    }
  }
}
