package import Scoring
internal import Simulation

/// The base year in every draw.
package struct BaseDraws: Sendable {
  /// The figures that the outcome starts from.
  package var facts: OutcomeFacts
  /// The figures as they were drawn, in the order of their use.
  package var inputs: [DrawnValues]
  /// The cash brought forward to the as-of day; nil where there is no cash.
  package var cash: OldCash?
}

extension BaseFigures {
  /// The figures' draws: costs and spending without their signs, cash as of the as-of day.
  func drawn(year: Int, from draws: Draws) throws -> BaseDraws? {
    var inputs: [DrawnValues] = []
    func column(_ figure: PlannedInput) throws -> [Double] {
      let drawn = try figure.drawn(years: [year], from: draws)
      inputs.append(drawn)
      return drawn.values(count: draws.count)
    }
    let revenue = try column(revenue)
    let result: [Double]
    switch self.result {
    case .reported(let figure): result = try column(figure)
    case .bracketed(let results, let figure):
      let uniforms = draws.uniforms(block: figure.block, dimension: figure.dimension)
      guard
        let values = OperatingResultBracket.draws(
          results: results, revenue: revenue, uniforms: uniforms)
      else { return nil }
      inputs.append(
        DrawnValues(input: figure, uniforms: uniforms, columns: [.values(values)]))
      result = values
    }
    var cash: [Double]?
    for part in self.cash {
      let column = try column(part)
      cash = cash.map { zip($0, column).map(+) } ?? column
    }
    let flow = try operatingCashFlow.map(column)
    let spending = try capitalExpenditure.map { try column($0).map(abs) }
    let yearly = (flow ?? result).enumerated().map { $1 - (spending?[$0] ?? 0) }
    let rolled = cash.map { OldCash(cash: $0, flow: yearly, age: cashAge) }
    var facts = OutcomeFacts(
      revenue: revenue, operatingCost: zip(revenue, result).map { max($0 - $1, 0) },
      cash: rolled?.draws)
    facts.operatingResult = result
    facts.operatingCashFlow = flow
    facts.capitalExpenditure = spending
    facts.operatingResultBefore = try resultBefore.map(column)
    if let grants { facts.grants = try column(grants) }
    if let interest { facts.interest = try column(interest).map(abs) }
    return BaseDraws(facts: facts, inputs: inputs, cash: rolled)
  }
}
