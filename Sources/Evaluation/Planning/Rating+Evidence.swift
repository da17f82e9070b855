package import Facts
package import Scoring

extension Rating {
  /// Half-life of evidence where a criterion says nothing, in years.
  package static let usualHalfLife = 1.5

  /// The years from the last day of the evidence's date to a day.
  package func age(on day: Day) -> Double {
    let seen = period.days(fiscalYearEnd: .calendarYear).end
    return Double(seen.days(to: day)) / 365
  }

  /// The rating as readiness weighs it; `halfLife` is the criterion's, in years.
  package func evidence(halfLife: Double?, asOf day: Day) -> EvidenceItem {
    EvidenceItem(
      low: low, high: high, grade: EvidenceGrade(rawValue: grade.rawValue) ?? .d, origin: origin,
      age: age(on: day), halfLife: halfLife ?? Self.usualHalfLife)
  }
}
