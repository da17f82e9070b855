import Simulation

/// The share of forecasts in whose interval the figure seen later lay.
package struct Coverage: Hashable, Sendable {
  /// The number of forecasts.
  package var forecasts: Int
  /// The number of companies that they are of.
  package var companies: Int
  /// The share that lay inside.
  package var share: Double
  /// The 2.5th percentile of that share.
  package var low: Double
  /// The 97.5th.
  package var high: Double
  /// The number of independent forecasts that those of several years of the same companies are
  /// worth.
  package var effective: Double

  /// One forecast and whether it held.
  package struct Outcome: Hashable, Sendable {
    /// The company, whose forecasts err together.
    package var company: String
    /// True if the figure seen later lay inside.
    package var isInside: Bool

    /// Makes one.
    package init(company: String, isInside: Bool) {
      self.company = company
      self.isInside = isInside
    }
  }

  /// Returns true if a level of probability, as a PIT, lies inside the central interval of a
  /// share.
  package static func isInside(pit: Double, share: Double) -> Bool {
    let tail = (1 - share) / 2
    return pit > tail && pit < 1 - tail
  }

  /// Counts; nil without forecasts.
  ///
  /// The interval is Jeffreys': quantiles of a beta distribution with half a success and half a
  /// failure more than were counted (L. D. Brown, T. T. Cai, A. DasGupta, Interval estimation for a
  /// binomial proportion, Statistical Science 16, 2001). Forecasts of one company err together, so
  /// the counts are those of the effective number: n over the design effect, which is the variance
  /// between companies (with its correction C/(C - 1)) over that of independent forecasts, never
  /// below 1 (L. Kish, Survey sampling, 1965).
  package init?(_ outcomes: [Outcome]) {
    guard !outcomes.isEmpty else { return nil }
    let count = Double(outcomes.count)
    let inside = Double(outcomes.count { $0.isInside })
    let groups = Dictionary(grouping: outcomes, by: \.company)
    forecasts = outcomes.count
    companies = groups.count
    share = inside / count
    effective = count / Self.designEffect(groups, share: share, count: count)
    (low, high) = Self.jeffreys(inside: share * effective, of: effective)
  }

  /// The 95 % interval of a share of which so many of so many were seen; the ends are 0 and 1 where
  /// nothing and everything was.
  package static func jeffreys(inside: Double, of count: Double) -> (low: Double, high: Double) {
    let (alpha, beta) = (inside + 0.5, count - inside + 0.5)
    return (
      inside <= 0 ? 0 : Elementary.betaQuantile(0.025, alpha, beta),
      inside >= count ? 1 : Elementary.betaQuantile(0.975, alpha, beta)
    )
  }

  private static func designEffect(
    _ groups: [String: [Outcome]], share: Double, count: Double
  ) -> Double {
    let binomial = share * (1 - share) / count
    let companies = Double(groups.count)
    guard companies > 1, binomial > 0 else { return max(1, count / companies) }
    let sum = groups.keys.sorted().reduce(0.0) { sum, company in
      let group = groups[company] ?? []
      let excess = Double(group.count { $0.isInside }) - share * Double(group.count)
      return sum + excess * excess
    }
    let clustered = sum / (count * count) * companies / (companies - 1)
    return max(1, clustered / binomial)
  }
}
