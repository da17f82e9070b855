extension FormulaFunction {
  static let extremes: [FormulaFunction] = [
    FormulaFunction(
      name: "min", parameters: ["a", "b"], isVariadic: true,
      summary: "The smallest of its arguments.",
      example: "min(3, 1, 2)", result: "1", units: .same,
      meaning: .pointwise { graph, values in graph.fold(.minimum, values) }),
    FormulaFunction(
      name: "max", parameters: ["a", "b"], isVariadic: true,
      summary: "The largest of its arguments.",
      example: "max(0 [CNY], 7 [CNY])", result: "7 [CNY]", units: .same,
      meaning: .pointwise { graph, values in graph.fold(.maximum, values) }),
    FormulaFunction(
      name: "clamp", parameters: ["x", "low", "high"],
      summary: "x, but at least low and at most high; high where low is above it.",
      example: "clamp(1.4, 0, 1)", result: "1", units: .same,
      meaning: .pointwise { graph, values in
        graph.append(.minimum, graph.append(.maximum, values[0], values[1]), values[2])
      }),
  ]
}
