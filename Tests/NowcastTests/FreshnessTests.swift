import Testing

@testable import Nowcast

/// Holds the ages of figures, and reports that are due, to hand calculation.
@Suite struct FreshnessTests {
  @Test func agesOfTheFiguresOfAState() throws {
    let fresh = try freshness("sensetime", asOf: 24321, .halfYearly)
    // To September 2026: twelve months and result to June 2026.
    #expect(fresh.figures.first { $0.role == .revenue }?.age == 3)
    #expect(fresh.figures.first { $0.role == .result }?.age == 3)
    #expect(fresh.due.isEmpty)
    #expect(!fresh.isTooOld)
  }

  @Test func reportsAreDueByTheRhythmOfTheListing() throws {
    // In December 2026 the newest is June's; a quarter to September is usually out by December.
    #expect(try freshness("sensetime", asOf: 24324, .halfYearly).due.isEmpty)
    #expect(
      try freshness("sensetime", asOf: 24324, .quarterly).due == [
        Freshness.Due(months: 9, end: 24321, since: 24323)
      ])
    // In May 2027 the year too, after four months, and the first quarter not yet.
    #expect(
      try freshness("sensetime", asOf: 24328.5, .quarterly).due == [
        Freshness.Due(months: 9, end: 24321, since: 24323),
        Freshness.Due(months: 12, end: 24324, since: 24328),
      ])
    #expect(
      try freshness("sensetime", asOf: 24328.5, .halfYearly).due == [
        Freshness.Due(months: 12, end: 24324, since: 24328)
      ])
    #expect(try freshness("sensetime", asOf: 24328.5, .none).due.isEmpty)
  }

  @Test func fiscalYearsHaveQuartersOfTheirOwn() throws {
    // TAL's year ends in February; the newest quarter on file ends in November 2025 (24311).
    let due = try freshness("tal-education", asOf: 24321, .quarterly, fiscalYearEnd: 2).due
    #expect(due.first == Freshness.Due(months: 12, end: 24314, since: 24318))
    #expect(due.dropFirst().first == Freshness.Due(months: 3, end: 24317, since: 24319))
    #expect(due.count == 2)
  }

  @Test func aBaseWithNothingYoungerGetsTooOld() throws {
    // Synyi's newest accounts are of June 2025.
    #expect(try !freshness("synyi", asOf: 24321, .none).isTooOld)
    #expect(try freshness("synyi", asOf: 24330, .none).isTooOld)
  }

  @Test(arguments: [
    ("HKEX 0020", ReportingRhythm.halfYearly), ("SSE STAR 688327", .quarterly),
    ("NYSE BABA, HKEX 9988", .quarterly), ("Nasdaq BIDU, HKEX 9888", .quarterly),
    ("Euronext EL", .halfYearly),
  ])
  func rhythmOfAListing(listing: String, rhythm: ReportingRhythm) {
    #expect(ReportingRhythm(listing: listing) == rhythm)
    #expect(ReportingRhythm(listing: nil) == .none)
  }

  private func freshness(
    _ company: String, asOf: Double, _ rhythm: ReportingRhythm, fiscalYearEnd: Int = 12
  ) throws -> Freshness {
    let rows = try #require(Reference.rows[company])
    let parameters = try Reference.nowcastParameters()
    let nowcast = try #require(
      Nowcast(rows: rows, asOf: asOf, regionScale: 1, parameters: parameters))
    return Freshness(
      of: nowcast, rows: rows, rhythm: rhythm, fiscalYearEnd: fiscalYearEnd,
      reporting: parameters.reporting)
  }
}
