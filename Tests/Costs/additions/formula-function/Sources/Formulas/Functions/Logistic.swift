extension FormulaFunction {
  /// `1 / (1 + exp(-x))`.
  static let logistic = FormulaFunction(
    name: "logistic", parameters: ["x"], summary: "The share whose log odds are x.",
    example: "logistic(0)", result: "0.5", units: .plain,
    meaning: .pointwise { graph, values in
      let decay = graph.append(.exponential, graph.append(.negate, values[0]))
      let one = graph.constant(1)
      return graph.append(.divide, one, graph.append(.add, one, decay))
    })
}
