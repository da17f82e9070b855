import Testing

@testable import Nowcast

/// Holds the reports that are to come to the calendar, by hand.
///
/// A year is due 4 months after its end, a half 2.75, a quarter 2. Months are since the year 0: 24321
/// is the end of September 2026.
@Suite struct ReportingCalendarTests {
  /// Half-years to June and December; on 30 September 2026 that to June is on file.
  @Test func aCompanyOfHongKong() throws {
    let calendar = try calendar("HKEX 0020")
    // Nothing within 120 days; the year 2026 is due at the end of April 2027.
    #expect(calendar.reports(after: 24318, by: 24325).isEmpty)
    #expect(
      calendar.next(after: 24318, from: 24325)
        == Freshness.Due(months: 12, end: 24324, since: 24328))
    // In a year the half to June 2027 too, in the last quarter of September.
    #expect(
      calendar.reports(after: 24318, by: 24333) == [
        Freshness.Due(months: 12, end: 24324, since: 24328),
        Freshness.Due(months: 6, end: 24330, since: 24332.75),
      ])
  }

  /// Every quarter: nine months to September are due at the end of November, the year at the end of
  /// April with the first quarter at the end of May.
  @Test func aCompanyOfTheSTARMarket() throws {
    let calendar = try calendar("SSE STAR 688327")
    #expect(
      calendar.reports(after: 24318, by: 24329.5) == [
        Freshness.Due(months: 9, end: 24321, since: 24323),
        Freshness.Due(months: 12, end: 24324, since: 24328),
        Freshness.Due(months: 3, end: 24327, since: 24329),
      ])
  }

  @Test func aCompanyOfNasdaqReportsQuartersToo() throws {
    let calendar = try calendar("Nasdaq BIDU, HKEX 9888")
    #expect(
      calendar.reports(after: 24318, by: 24325)
        == [Freshness.Due(months: 9, end: 24321, since: 24323)])
  }

  /// A year that ends in March: the half to September is due in the middle of December, nine months
  /// to December at the end of February, the year to March at the end of July.
  @Test func aYearThatEndsInMarch() throws {
    let calendar = try calendar("NYSE BABA, HKEX 9988", fiscalYearEnd: 3)
    #expect(
      calendar.reports(after: 24318, by: 24331) == [
        Freshness.Due(months: 6, end: 24321, since: 24323.75),
        Freshness.Due(months: 9, end: 24324, since: 24326),
        Freshness.Due(months: 12, end: 24327, since: 24331),
      ])
    let half = try self.calendar("HKEX 0020", fiscalYearEnd: 3)
    #expect(
      half.reports(after: 24315, by: 24325)
        == [Freshness.Due(months: 6, end: 24321, since: 24323.75)])
  }

  @Test func nobodyMakesAPrivateCompanyReport() throws {
    let calendar = try calendar(nil)
    #expect(calendar.reports(after: 24300, by: 24400).isEmpty)
    #expect(calendar.next(after: 24300, from: 24321) == nil)
  }

  private func calendar(_ listing: String?, fiscalYearEnd: Int = 12) throws -> ReportingCalendar {
    ReportingCalendar(
      rhythm: ReportingRhythm(listing: listing), fiscalYearEnd: fiscalYearEnd,
      reporting: try Reference.nowcastParameters().reporting)
  }
}
