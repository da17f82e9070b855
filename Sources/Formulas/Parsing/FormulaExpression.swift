/// A formula as a tree, kept flat: every node after its operands, the root last.
///
/// Passes over it are loops, never recursions, so that no formula however deep can exhaust the
/// stack. Two expressions are equal when they are the same tree, wherever they were written.
package struct FormulaExpression: Sendable {
  package enum Kind: Hashable, Sendable {
    /// A number, never negative, with the text of its unit if it has one.
    case number(Double, unit: String?)
    /// An input, a variable, `year` or `step`.
    case name(String)
    /// `previous` alone: the stock that is being computed, a year earlier.
    case previous
    case unary(UnaryOperator, Int)
    case binary(BinaryOperator, Int, Int)
    case call(FormulaFunction, [Int])
  }

  package struct Node: Sendable {
    package var kind: Kind
    /// The whole of it in the text, in Unicode scalars.
    package var range: Range<Int>
    /// The place at which mistakes about it point: its operator or name; for a number, its unit.
    package var place: Int
  }

  /// Not empty.
  package internal(set) var nodes: [Node]

  /// The index of the node that stands for the whole formula.
  package var root: Int { nodes.count - 1 }
}

extension FormulaExpression: Hashable {
  package static func == (left: FormulaExpression, right: FormulaExpression) -> Bool {
    left.nodes.lazy.map(\.kind).elementsEqual(right.nodes.lazy.map(\.kind))
  }

  package func hash(into hasher: inout Hasher) {
    for node in nodes { hasher.combine(node.kind) }
  }
}

extension FormulaExpression.Kind {
  /// The nodes that this one is made of, in order of writing.
  var operands: [Int] {
    switch self {
    case .number, .name, .previous: []
    case .unary(_, let operand): [operand]
    case .binary(_, let left, let right): [left, right]
    case .call(_, let arguments): arguments
    }
  }
}
