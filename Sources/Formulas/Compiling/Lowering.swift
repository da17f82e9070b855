/// Turns the formulas into values, year by year, in an order in which each has what it needs.
struct Lowering {
  let model: BoundModel
  let order: EvaluationOrder
  /// One step in base units.
  let step: Double
  private(set) var graph = ValueGraph()
  private var values: [ValueGraph.Value?]

  init(_ model: BoundModel, _ order: EvaluationOrder, step: Double) {
    self.model = model
    self.order = order
    self.step = step
    values = [ValueGraph.Value?](repeating: nil, count: model.nodeCount * model.years.count)
  }

  /// Makes the value of every cell.
  ///
  /// - Returns: False when there are more than `limit` operations; the rest is left out then.
  mutating func run(limit: Int) -> Bool {
    for cell in order.cells {
      let needs = order.needs(of: cell).compactMap { values[order.index($0)] }
      values[order.index(cell)] = value(of: order.operation(cell.node), in: cell.year, from: needs)
      if graph.operationCount > limit { return false }
    }
    return true
  }

  /// The values, by index, that a part of a formula has in two years or more.
  var invariants: Set<Int> {
    var found: Set<Int> = []
    let years = model.years.count
    for node in 0..<model.nodeCount {
      var seen: Set<Int> = []
      for case let value? in values[node * years..<(node + 1) * years]
      where !seen.insert(value.index).inserted {
        found.insert(value.index)
      }
    }
    return found
  }

  /// The value of a variable in a year.
  func value(of variable: Int, year: Int) -> ValueGraph.Value? {
    model.root(of: variable, year: year).flatMap {
      values[order.index(EvaluationOrder.Cell(node: $0, year: year))]
    }
  }

  private mutating func value(
    of operation: BoundFormula.Operation, in year: Int, from needs: [ValueGraph.Value]
  ) -> ValueGraph.Value? {
    switch operation {
    case .constant(let value):
      graph.constant(value)
    case .year:
      graph.constant(Double(model.years[year]))
    case .input(let index):
      graph.input(
        Program.InputSlot(input: index, year: model.names.inputs[index].variesByYear ? year : nil))
    case .variable, .ownPrevious, .earlier, .moment:
      needs.first
    case .sum:
      sum(needs)
    case .unary(.negate, _):
      graph.append(.negate, needs[0])
    case .unary(.not, _):
      graph.append(.not, needs[0])
    case .binary(let symbol, _, _):
      value(of: symbol, needs[0], needs[1])
    case .call(let function, _):
      switch function.meaning {
      case .pointwise(let make): make(&graph, needs)
      case .pointwiseInYear(let make): make(&graph, needs, Double(model.years[year]))
      case .earlier, .sum, .moment, .level, .trend: needs.first
      }
    case .unknown:
      nil
    }
  }

  /// The sum up to the year before, if there is one, and this year's amount.
  private mutating func sum(_ needs: [ValueGraph.Value]) -> ValueGraph.Value? {
    guard let rate = needs.last else { return nil }
    let amount = graph.append(.multiply, rate, graph.constant(step))
    return needs.count == 1 ? amount : graph.append(.add, needs[0], amount)
  }

  private mutating func value(
    of symbol: BinaryOperator, _ left: ValueGraph.Value, _ right: ValueGraph.Value
  ) -> ValueGraph.Value {
    switch symbol {
    case .add: graph.append(.add, left, right)
    case .subtract: graph.append(.subtract, left, right)
    case .multiply: graph.append(.multiply, left, right)
    case .divide: graph.append(.divide, left, right)
    case .power: graph.append(.power, left, right)
    case .less: graph.append(.less, left, right)
    case .lessOrEqual: graph.append(.lessOrEqual, left, right)
    case .greater: graph.append(.less, right, left)
    case .greaterOrEqual: graph.append(.lessOrEqual, right, left)
    case .equal: graph.append(.equal, left, right)
    case .notEqual: graph.append(.notEqual, left, right)
    case .and: graph.append(.and, left, right)
    case .or: graph.append(.or, left, right)
    }
  }
}
