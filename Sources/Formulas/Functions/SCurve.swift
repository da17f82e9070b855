extension FormulaFunction {
  /// `floor + (ceiling - floor) / (1 + exp(-ln 81 * (year - midpoint) / span))`.
  ///
  /// ln 81 makes the span the years from a tenth to nine tenths of the way: the logistic function
  /// is 0.1 at -ln 9 and 0.9 at ln 9.
  static let sCurve = FormulaFunction(
    name: "s_curve", parameters: ["floor", "ceiling", "midpoint", "span"],
    summary: """
      A logistic rise from floor to ceiling, half way in the year midpoint, with span years from \
      10% to 90% of the way.
      """,
    example: "s_curve(0.2, 0.8, 2030, 5)", result: "0.5", units: .sCurve,
    meaning: .pointwiseInYear { graph, values, year in
      let (floor, ceiling, midpoint, span) = (values[0], values[1], values[2], values[3])
      let distance = graph.append(.subtract, graph.constant(year), midpoint)
      let scaled = graph.append(.multiply, graph.constant(-naturalLogarithmOf81), distance)
      let decay = graph.append(.exponential, graph.append(.divide, scaled, span))
      let height = graph.append(.subtract, ceiling, floor)
      let share = graph.append(.divide, height, graph.append(.add, graph.constant(1), decay))
      return graph.append(.add, floor, share)
    })

  /// 4 ln 3, to the nearest double.
  static let naturalLogarithmOf81 = 4.394449154672439
}
