extension FormulaFunction {
  static let choice = FormulaFunction(
    name: "if", parameters: ["condition", "then", "otherwise"],
    summary: "The second argument where the condition is true (not 0), else the third.",
    example: "if(year >= 2027, 3 [CNY], 5 [CNY])", result: "3 [CNY]", units: .choice,
    meaning: .pointwise { graph, values in
      graph.append(.select, values[0], values[1], values[2])
    })
}
