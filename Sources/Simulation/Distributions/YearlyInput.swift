/// An uncertain number that changes over the years, given in some of them.
///
/// One quantile holds for all years: who is high in one is high in all. Between two years given,
/// the values are interpolated: geometrically where both years' distributions are positive, else
/// linearly. Before the first and after the last year given they stay.
package struct YearlyInput: Sendable {
  private let anchors: [(year: Int, distribution: Distribution)]

  /// Makes an input from at least one year's distribution; no year may stand twice.
  package init(anchors: [(year: Int, distribution: Distribution)]) {
    precondition(!anchors.isEmpty, "an input needs a distribution in one year at least")
    self.anchors = anchors.sorted { $0.year < $1.year }
    for (anchor, next) in zip(self.anchors, self.anchors.dropFirst()) {
      precondition(anchor.year < next.year, "the year \(next.year) stands twice")
    }
  }

  /// An input that is the same in all years.
  package init(_ distribution: Distribution) {
    anchors = [(0, distribution)]
  }

  /// The values of a column of uniform numbers in a year.
  package func values(_ uniforms: [Double], year: Int) -> [Double] {
    values(QuantileLevels(uniforms), year: year)
  }

  /// The values of a column of levels in a year.
  package func values(_ levels: QuantileLevels, year: Int) -> [Double] {
    guard let next = anchors.firstIndex(where: { $0.year >= year }) else {
      return anchors[anchors.count - 1].distribution.quantiles(levels)
    }
    guard next > 0, anchors[next].year != year else {
      return anchors[next].distribution.quantiles(levels)
    }
    let (before, after) = (anchors[next - 1], anchors[next])
    let share = Double(year - before.year) / Double(after.year - before.year)
    if case .lognormal(let mu, let sigma) = before.distribution.transform,
      case .lognormal(let laterMu, let laterSigma) = after.distribution.transform
    {
      // What lies geometrically between two lognormal numbers of one level is lognormal.
      let between = QuantileTransform.lognormal(
        mu: (1 - share) * mu + share * laterMu, sigma: (1 - share) * sigma + share * laterSigma)
      if let values = between.values(at: levels) { return values }
    }
    let pairs = zip(before.distribution.quantiles(levels), after.distribution.quantiles(levels))
    return before.distribution.isPositive && after.distribution.isPositive
      ? pairs.map { low, high in
        Elementary.exp((1 - share) * Elementary.log(low) + share * Elementary.log(high))
      }
      : pairs.map { low, high in low * (1 - share) + high * share }
  }
}
