public import Publishing
public import RunRecord

/// Numbers of a run with their intervals.
extension NumberText {
  /// A mean with its interval in brackets, in the currency told and to the digits that the interval
  /// leaves: `41 (22–63)`, `CNY 610M (220M to 1.3bn)`.
  public func interval(_ estimate: Estimate) -> String { printed(told(estimate)) }

  /// The same without the unit, for tables that say it once: `250M (−600M to 500M)`.
  public func plainInterval(_ estimate: Estimate) -> String {
    var bare = told(estimate)
    if !Self.isWhole(bare.unit.rawValue), !Self.isShare(bare.unit.rawValue) { bare.unit = "1" }
    return printed(bare)
  }

  private func printed(_ told: Estimate) -> String {
    let unit = told.unit.rawValue
    let value = value(told.value, unit: unit)
    return told.p5 == told.p95
      ? value : "\(value) (\(range(told.p5, told.p95, unit: bare(unit))))"
  }

  /// An estimate in the currency told, to the digits that its interval leaves.
  package func told(_ estimate: Estimate) -> Estimate {
    let unit = told(unit: estimate.unit.rawValue)
    let ends = [estimate.value, estimate.p5, estimate.p50, estimate.p95].map {
      told($0, unit: estimate.unit.rawValue).value
    }
    let digits =
      Self.isWhole(unit)
      ? ends : ends.map { Precision.rounded($0, mean: ends[0], low: ends[1], high: ends[3]) }
    return Estimate(
      value: digits[0], unit: UnitName(unit), p5: digits[1], p50: digits[2], p95: digits[3],
      standardError: estimate.standardError)
  }

  /// Units whose numbers are printed whole, or to a tenth, however sure they are.
  private static func isWhole(_ unit: String) -> Bool {
    ["point", "month", "level", "rank", "year", "calendar_year"].contains(unit)
  }

  /// Units that print as per cent.
  private static func isShare(_ unit: String) -> Bool { ["1/year", "percent"].contains(unit) }

  /// A value with its range, all digits of which somebody else chose.
  func published(_ value: Double, low: Double, high: Double, unit: UnitName) -> String {
    let printed = self.value(value, unit: unit)
    return low == high ? printed : "\(printed) (\(range(low, high, unit: bare(unit.rawValue))))"
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
