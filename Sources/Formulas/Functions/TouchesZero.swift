extension FormulaFunction {
  /// `exp(-2 before after / sd^2)` where both ends are above 0: the probability that a Brownian
  /// bridge between them touches 0 (docs/method/4-company.md).
  ///
  /// Checking year ends alone understates how often cash runs out. An end below 0 is certain; a
  /// beginning at or below 0 from which an amount came up is not held against it, nor is anything
  /// without swings.
  static let touchesZero = FormulaFunction(
    name: "touches_zero", parameters: ["before", "after", "sd"],
    summary: """
      The probability that an amount which moves within a year from before to after, with swings \
      of the standard deviation sd, is below 0 at the end or was on the way.
      """,
    example: "touches_zero(8 [CNY], 6 [CNY], 0 [CNY])", result: "0", units: .ratio,
    meaning: .pointwise { graph, values in
      let (before, after, deviation) = (values[0], values[1], values[2])
      let (zero, one) = (graph.constant(0), graph.constant(1))
      let isCertain = graph.append(.less, after, zero)
      let hasSwings = graph.append(.less, zero, deviation)
      let isAbove = graph.append(.less, zero, before)
      // Without swings nothing is divided by them.
      let unit = graph.append(.select, hasSwings, deviation, one)
      let product = graph.append(
        .multiply, graph.append(.divide, before, unit), graph.append(.divide, after, unit))
      let exponent = graph.append(.multiply, graph.constant(-2), product)
      let isPossible = graph.append(.and, hasSwings, isAbove)
      let onTheWay = graph.append(
        .select, isPossible,
        graph.append(.exponential, graph.append(.minimum, exponent, zero)), zero)
      // Nothing is certain of numbers that aren't known.
      let isKnown = graph.append(.or, one, isPossible)
      return graph.append(.select, graph.append(.and, isCertain, isKnown), one, onTheWay)
    })
}
