import RunRecord
import Testing

@Suite struct CalendarDayTests {
  /// The rules of the Gregorian calendar: every fourth year but for centuries that 400 doesn't
  /// divide.
  @Test(arguments: ["2026-06-30", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func days(_ text: String) {
    #expect(CalendarDay(text)?.description == text)
  }

  @Test(arguments: [
    "", "yesterday", "2026-6-30", "2026-06-31", "2023-02-29", "1900-02-29", "2026-13-01",
    "2026-00-10", "2026-06-00", "2026-06-30 ", "+026-06-30", "2026-06-30-01", "２０２６-06-30",
  ])
  func othersAreRefused(_ text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test func order() {
    let days: [CalendarDay] = ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"]
    #expect(days.sorted() == days)
  }
}
