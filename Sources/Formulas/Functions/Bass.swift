extension FormulaFunction {
  /// The share that has adopted after a time t: `(1 - e) / (1 + (q / p) * e)` with
  /// `e = exp(-(p + q) * t)` (Bass, Management Science 15, 1969).
  static let bass = FormulaFunction(
    name: "bass", parameters: ["p", "q", "t"],
    summary: "The share of a market that has adopted after t, by innovation p and imitation q.",
    example: "bass(0.03 [1/year], 0.38 [1/year], 0 [year])", result: "0", units: .rates,
    meaning: .pointwise { graph, values in
      let (innovation, imitation, time) = (values[0], values[1], values[2])
      let rate = graph.append(.negate, graph.append(.add, innovation, imitation))
      let decay = graph.append(.exponential, graph.append(.multiply, rate, time))
      let ratio = graph.append(.divide, imitation, innovation)
      let one = graph.constant(1)
      return graph.append(
        .divide, graph.append(.subtract, one, decay),
        graph.append(.add, one, graph.append(.multiply, ratio, decay)))
    })
}
