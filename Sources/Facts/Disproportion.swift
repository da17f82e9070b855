/// An amount that is out of all proportion to the revenue of the same period: digits too many or too
/// few in one of the two, most likely.
package struct Disproportion: Hashable, Sendable {
  /// What is wrong between the two.
  package enum Kind: Hashable, Sendable {
    /// Part of revenue can't be more than the whole.
    case aboveRevenue
    /// It is more than `most` times revenue, gained or lost.
    case manyTimesRevenue
  }

  /// What is wrong.
  package var kind: Kind
  /// The amount.
  package var fact: Fact
  /// The revenue that it is held against.
  package var revenue: Fact

  /// How many times revenue a loss or a cash flow may be: a judgement, above the 120 times that stand in the
  /// shipped facts, the first years of a company that had hardly begun to sell.
  package static let most = 200.0

  /// What is left of revenue when some of the costs are paid.
  private static let parts: Set<String> = [
    "gross_profit", "operating_income", "pretax_income", "net_income", "net_income_attributable",
    "net_income_excluding_nonrecurring", "adjusted_net_income", "adjusted_ebitda",
  ]

  /// Amounts that come of other things than sales too.
  private static let flows: Set<String> = [
    "operating_cash_flow", "free_cash_flow", "capital_expenditure", "cash_burn",
  ]

  private init?(_ fact: Fact, revenue: Fact) {
    let (amount, whole) = (fact.central, revenue.central)
    guard whole > 0 else { return nil }
    if Self.parts.contains(fact.metric), amount > whole {
      kind = .aboveRevenue
    } else if amount.magnitude > Self.most * whole {
      kind = .manyTimesRevenue
    } else {
      return nil
    }
    (self.fact, self.revenue) = (fact, revenue)
  }

  /// All among some facts, in their order.
  package static func all(among facts: [Fact]) -> [Disproportion] {
    let observed = facts.filter { $0.kind == .observation }
    let revenues = Dictionary(grouping: observed.filter { $0.metric == "revenue" }, by: \.days)
    return observed.compactMap { fact in
      guard parts.contains(fact.metric) || flows.contains(fact.metric) else { return nil }
      return revenues[fact.days]?.first { $0.unit == fact.unit }
        .flatMap { Disproportion(fact, revenue: $0) }
    }
  }
}
