import Units

/// A formula whose names and units have been looked up: the same tree, node for node.
struct BoundFormula {
  enum Operation: Sendable {
    /// A value in base units.
    case constant(Double)
    case input(Int)
    case variable(Int)
    /// The calendar year.
    case year
    /// The stock itself a year earlier.
    case ownPrevious
    case unary(UnaryOperator, Int)
    case binary(BinaryOperator, Int, Int)
    case call(FormulaFunction, [Int])
    /// An operand a year earlier, in the first year the other.
    case earlier(Int, first: Int?)
    case sum(Int)
    /// The value in one year, by its index from the first.
    case moment(Int, year: Int)
    /// Something that has been reported as a mistake.
    case unknown
  }

  struct Node {
    var operation: Operation
    /// The unit of a name or number; nil for what is computed, or unknown.
    var unit: UnitExpression?
  }

  var source: FormulaSource
  var expression: FormulaExpression
  var nodes: [Node]

  var root: Int { nodes.count - 1 }
}

extension BoundFormula.Operation {
  /// The nodes that it is made of.
  var operands: [Int] {
    switch self {
    case .constant, .input, .variable, .year, .ownPrevious, .unknown: []
    case .unary(_, let operand), .sum(let operand), .moment(let operand, _): [operand]
    case .earlier(let operand, let first): [operand] + (first.map { [$0] } ?? [])
    case .binary(_, let left, let right): [left, right]
    case .call(_, let arguments): arguments
    }
  }
}

extension BoundFormula {
  /// For every node, whether it is computed in one fixed year, inside `at(…)`.
  var fixedInTime: [Bool] {
    var fixed = [Bool](repeating: false, count: nodes.count)
    for index in nodes.indices.reversed() {
      var isFixed = fixed[index]
      if case .moment = nodes[index].operation { isFixed = true }
      for operand in nodes[index].operation.operands { fixed[operand] = isFixed }
    }
    return fixed
  }
}
