extension FormulaFunction {
  static let overTime: [FormulaFunction] = [
    FormulaFunction(
      name: "previous", parameters: ["x", "first"], optionalCount: 1,
      summary: """
        The value of x a year earlier; in the first year `first`, or without it the value of x in \
        that year.
        """,
      example: "previous(year, 0)", result: "2029", units: .same, meaning: .earlier),
    FormulaFunction(
      name: "cumulative", parameters: ["x"],
      summary: "The sum of x * step from the first year to this year.",
      example: "cumulative(2 [CNY/year])", result: "12 [CNY]", units: .timesYear, meaning: .sum),
    FormulaFunction(
      name: "at", parameters: ["x", "year"],
      summary: "The value of x in one calendar year of the horizon.",
      example: "at(year * 2, 2026)", result: "4052", units: .unchanged, meaning: .moment),
  ]
}
