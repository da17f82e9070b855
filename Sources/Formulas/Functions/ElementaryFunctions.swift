extension FormulaFunction {
  static let elementary: [FormulaFunction] = [
    FormulaFunction(
      name: "sqrt", parameters: ["x"], summary: "The square root of x.",
      example: "sqrt(9 [CNY^2])", result: "3 [CNY]", units: .squareRoot,
      meaning: .pointwise { graph, values in graph.append(.squareRoot, values[0]) }),
    FormulaFunction(
      name: "exp", parameters: ["x"], summary: "e to the power of x.",
      example: "exp(0)", result: "1", units: .plain,
      meaning: .pointwise { graph, values in graph.append(.exponential, values[0]) }),
    FormulaFunction(
      name: "ln", parameters: ["x"], summary: "The natural logarithm of x.",
      example: "ln(exp(2))", result: "2", units: .plain,
      meaning: .pointwise { graph, values in graph.append(.naturalLogarithm, values[0]) }),
    FormulaFunction(
      name: "log10", parameters: ["x"], summary: "The logarithm of x to base ten.",
      example: "log10(1000)", result: "3", units: .plain,
      meaning: .pointwise { graph, values in graph.append(.decimalLogarithm, values[0]) }),
  ]
}
