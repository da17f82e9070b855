extension Array where Element == ReportedAmount {
  /// Metrics whose rows each count: rounds add up, and every rate that was told is an observation.
  private static var counted: Set<String> { ["funding_round_amount", "annualised_revenue"] }

  /// How far apart, as a share, two sources may tell the same figure.
  private static var sameWithin: Double { 0.02 }

  /// The rows without those that tell again, by another source, what a better row tells: the same
  /// round, or the same rate of the same day.
  package func withoutRepeats(_ reporting: ReportingParameters) -> [ReportedAmount] {
    filter { row in
      guard Self.counted.contains(row.metric) else { return true }
      return !contains { other in
        other.metric == row.metric && other.start == row.start && other.end == row.end
          && other.source != row.source
          && (other.inUSD - row.inUSD).magnitude <= Self.sameWithin * row.inUSD.magnitude
          && other.isBetter(than: row, reporting)
      }
    }
  }
}
