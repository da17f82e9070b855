/// The day of the calendar on which a company's fiscal year ends.
package struct FiscalYearEnd: Hashable, Sendable {
  /// The month, from 1.
  package var month: Int
  /// The day of the month; 29 February stands for the last day of February.
  package var day: Int

  /// The end of the calendar year.
  package static let calendarYear = FiscalYearEnd(month: 12, day: 31)

  init(month: Int, day: Int) {
    self.month = month
    self.day = day
  }

  /// Reads `03-31`.
  package init?(_ text: String) {
    // A leap year, so that 02-29 is a date too.
    guard let day = Day("2024-" + text) else { return nil }
    self.init(month: day.month, day: day.day)
  }

  /// The last day of the fiscal year with this number: the one that ends in that calendar year.
  package func end(ofFiscalYear year: Int) -> Day {
    let last = Day.end(ofMonth: month, year: year)
    return last.day <= day ? last : last.adding(days: day - last.day)
  }

  /// The days of the fiscal year with this number.
  package func days(ofFiscalYear year: Int) -> DayRange {
    DayRange(start: end(ofFiscalYear: year - 1).adding(days: 1), end: end(ofFiscalYear: year))
  }
}
