extension FactBase {
  /// All facts of a metric of a company that say how it went until a day, the earliest first.
  ///
  /// Of one day, or one period of what isn't a state at a day, the fact speaks that would answer;
  /// two that are equally good both speak. Of amounts over time one that lies for more than half in
  /// the period of a longer one is left out, since that holds it already.
  ///
  /// - Throws: `DiagnosticError` for an unknown company or metric.
  package func series(company: String, metric: String, asOf: Day) throws -> [Fact] {
    try chooser(metric, asOf).path(among: facts(ofCompany: company, metric: metric))
  }

  /// The same for a metric of a region.
  ///
  /// - Throws: `DiagnosticError` for an unknown metric.
  package func series(region: String, metric: String, asOf: Day) throws -> [Fact] {
    try chooser(metric, asOf).path(among: facts(ofRegion: region, metric: metric))
  }
}

extension FactChooser {
  /// The facts that take part in a series, the earliest first.
  func path(among facts: [Fact]) -> [Fact] {
    var series = self
    // A part of a year is no answer for a year, but it says how things went.
    series.metricKind = metricKind == .flow ? .rate : metricKind
    let able = facts.filter { series.canAnswer($0) && ($0.value != nil || $0.hasRange) }
    let groups = Dictionary(grouping: able) { fact in
      metricKind == .stock ? DayRange(start: fact.days.end, end: fact.days.end) : fact.days
    }
    let best = groups.values.flatMap { series.equallyGood(among: $0) }
    let kept = metricKind == .flow ? withoutParts(best) : best
    return kept.sorted { left, right in
      left.days.end != right.days.end
        ? left.days.end < right.days.end
        : (left.days.length, left.source.id) < (right.days.length, right.source.id)
    }
  }

  /// Halves of a year differ by days, which makes neither more than half of it.
  private static let sameHalf = 14

  /// Amounts over time of which none holds another.
  private func withoutParts(_ facts: [Fact]) -> [Fact] {
    let byLength = facts.sorted { left, right in
      left.days.length != right.days.length
        ? left.days.length > right.days.length : left.days.end > right.days.end
    }
    var kept: [Fact] = []
    for fact in byLength {
      let isHeld = kept.contains { other in
        other.days != fact.days
          && 2 * other.days.overlap(with: fact.days) > fact.days.length + Self.sameHalf
      }
      if !isHeld { kept.append(fact) }
    }
    return kept
  }
}

extension Fact {
  fileprivate var hasRange: Bool { low != nil && high != nil }
}

extension DayRange {
  /// The number of days that are in both.
  fileprivate func overlap(with other: DayRange) -> Int {
    let (first, last) = (max(start, other.start), min(end, other.end))
    return first <= last ? DayRange(start: first, end: last).length : 0
  }
}
