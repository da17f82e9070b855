extension FormulaFunction {
  static let rounding: [FormulaFunction] = [
    FormulaFunction(
      name: "abs", parameters: ["x"], summary: "x without its sign.",
      example: "abs(2 [CNY] - 5 [CNY])", result: "3 [CNY]", units: .same,
      meaning: .pointwise { graph, values in graph.append(.absolute, values[0]) }),
    FormulaFunction(
      name: "floor", parameters: ["x"], summary: "The largest whole number not above x.",
      example: "floor(-1.5)", result: "-2", units: .plain,
      meaning: .pointwise { graph, values in graph.append(.floor, values[0]) }),
    FormulaFunction(
      name: "ceil", parameters: ["x"], summary: "The smallest whole number not below x.",
      example: "ceil(1.2)", result: "2", units: .plain,
      meaning: .pointwise { graph, values in graph.append(.ceiling, values[0]) }),
    FormulaFunction(
      name: "round", parameters: ["x"],
      summary: "The nearest whole number; halves go away from zero.",
      example: "round(2.5)", result: "3", units: .plain,
      meaning: .pointwise { graph, values in graph.append(.round, values[0]) }),
  ]
}
