package import Nowcast
internal import Plan
internal import Scoring
internal import Simulation

/// A path as the outcome takes it: its flows held against what the accounts say of the line.
package struct PathLine: Sendable {
  /// The path's id.
  package let path: String
  /// What the accounts say of the line; nil where they don't tell it apart.
  package let reported: SegmentWindow?
  /// By what the path's flows are scaled in each draw so that its first year is what the accounts
  /// say of the line, brought there by the company's own growth; nil where they say nothing.
  package let factor: [Double]?
  /// How many times the whole company's revenue the path's is in the first year, by the median; nil where
  /// the accounts tell the line, which says more.
  package let timesCompany: Double?
  /// True if the factor is so far from 1, or the path so much larger than the whole company, that it doesn't
  /// count in the outcome.
  package let isWithheld: Bool
  /// The reliability of the evidence, by which the path weighs.
  package let evidence: PathEvidence
  /// The flows in US dollars, scaled, with the part that the base holds already.
  let flows: CompanyPath

  /// The median of the factor, over the draws in which it is a number.
  package var medianFactor: Double? {
    factor.flatMap { Summary($0).p50 }
  }

  /// What the accounts make of a path, to be kept where a change of its inputs is tried: what was
  /// earned already stays as it was, and the change holds from today on.
  package struct Anchor: Sendable {
    let factor: [Double]?
    let base: [Double]
    let isWithheld: Bool
  }

  /// What the accounts make of the path.
  package var anchor: Anchor {
    Anchor(factor: factor, base: flows.base, isWithheld: isWithheld)
  }

  /// Takes a path.
  ///
  /// - Parameters:
  ///   - result: The path's numbers.
  ///   - reported: What the accounts say of the line, in their currency.
  ///   - growth: Log growth of the company's revenue from the base to the first year, by draw.
  ///   - plan: The company's plan.
  ///   - rules: The value judgements.
  ///   - anchor: What the accounts made of the path before a change; nil to hold it to them.
  init(
    _ result: PathResult, reported: SegmentWindow?, growth: [Double], plan: OutcomePlan,
    rules: ScoringRules, anchor: Anchor? = nil
  ) {
    path = result.path
    self.reported = reported
    let completeness = Completeness(
      result.readiness.completeness, thinBelow: rules.evidence.thinBelow,
      solidAbove: rules.evidence.solidAbove)
    evidence = PathEvidence(completeness)
    let first = result.flows.revenue[year: 0]
    factor =
      anchor.map(\.factor)
      ?? reported.map { line in
        let amount = line.window.amount * plan.state.usdRate
        return zip(first, growth).map { revenue, growth in
          revenue > 0 ? amount * Elementary.exp(growth) / (revenue * plan.usdRate) : .nan
        }
      }
    let median = factor.flatMap { Summary($0).p50 } ?? 1
    let limit = rules.withheldLineFactor
    let whole = plan.baseRevenue
    timesCompany =
      reported == nil
      ? Summary(
        zip(first, growth).map { $0 * plan.usdRate / (whole * Elementary.exp($1)) }
      ).p50 : nil
    isWithheld =
      anchor?.isWithheld
      ?? (!(1 / limit...limit).contains(median) || (timesCompany ?? 0) > limit)
    let factor = self.factor
    func scaled(_ flow: YearlyDraws) -> ScaledFlow {
      ScaledFlow(flow, times: plan.usdRate, factor)
    }
    let contribution = scaled(result.flows.contribution)
    let investment = scaled(result.flows.investment)
    let (brought, put) = (contribution[year: 0], investment[year: 0])
    self.flows = CompanyPath(
      path: path, evidence: evidence, revenue: scaled(result.flows.revenue),
      contribution: contribution, investment: investment,
      base: anchor?.base
        ?? growth.indices.map { draw in
          first[first.startIndex + draw] > 0
            ? (brought[draw] - put[draw]) * Elementary.exp(-growth[draw])
            : 0
        })
  }
}

extension PathEvidence {
  /// The evidence of a completeness.
  init(_ completeness: Completeness) {
    switch completeness {
    case .thin: self = .thin
    case .fair: self = .fair
    case .solid: self = .solid
    }
  }
}
