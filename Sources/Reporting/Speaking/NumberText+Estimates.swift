public import Publishing
public import RunRecord

/// Numbers of a run with their intervals.
extension NumberText {
  /// A mean with its interval in brackets: `41 (22–63)`.
  public func interval(_ estimate: Estimate) -> String {
    let unit = estimate.unit.rawValue
    if estimate.p5 == estimate.p95 { return value(estimate.value, unit: unit) }
    return
      "\(value(estimate.value, unit: unit)) (\(range(estimate.p5, estimate.p95, unit: bare(unit))))"
  }

  /// The same without the unit, for tables that say it once: `250M (−600M to 500M)`.
  public func plainInterval(_ estimate: Estimate) -> String {
    var bare = estimate
    switch estimate.unit.rawValue {
    case "point", "month", "level", "rank", "year", "calendar_year", "1/year", "percent": break
    default: bare.unit = "1"
    }
    return interval(bare)
  }

  /// A probability with the interval of what its field says: `58 % (41–70 %)`.
  public func odds(_ estimate: Estimate) -> String {
    let central = probability(estimate.value)
    let ends = probabilities(estimate.p5, estimate.p95)
    return ends == central ? central : "\(central) (\(ends))"
  }

  /// The 5th, 50th and 95th percentile of points: `18 – 36 – 58`.
  public func threePoints(_ estimate: Estimate) -> String {
    [estimate.p5, estimate.p50, estimate.p95].map(points).joined(separator: " – ")
  }

  /// The unit inside brackets, where it stands before them already.
  private func bare(_ unit: String) -> String {
    switch unit {
    case "month", "year", "calendar_year", "point", "level", "rank":
      unit == "month" ? "point" : unit
    case "1/year", "percent": unit
    default: "1"
    }
  }

  /// A value with its unit as the unit asks for it.
  public func value(_ value: Double, unit: UnitName) -> String {
    self.value(value, unit: unit.rawValue)
  }

  /// A range with its unit said once.
  public func range(_ low: Double, _ high: Double, unit: UnitName) -> String {
    range(low, high, unit: unit.rawValue)
  }
}
