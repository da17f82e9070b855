import Facts
import Testing

@Suite struct DayTests {
  /// Day numbers from the table of known dates in RFC 868's epoch arithmetic, shifted to 1970:
  /// 2000-03-01 is 11017 days and 2024-02-29 is 19782 days after 1970-01-01 (`date -d … +%s` / 86400).
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2024-02-29", 19_782),
    ("1900-03-01", -25_508), ("0001-01-01", -719_162),
  ])
  func numbers(_ text: String, _ number: Int) throws {
    let day = try #require(Day(text))
    #expect(day.number == number)
    #expect(Day(number: number).description == text)
  }

  /// Every day of two centuries follows the one before, counted by the calendar's own rules.
  @Test func everyDayOfTwoCenturies() {
    var day = Day(number: -25_567)  // 1900-01-01
    for year in 1900...2100 {
      for month in 1...12 {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        for date in 1...length {
          guard (day.year, day.month, day.day) == (year, month, date),
            Day(year: year, month: month, day: date) == day
          else {
            Issue.record("\(day) should be \(year)-\(month)-\(date)")
            return
          }
          day = day.adding(days: 1)
        }
      }
    }
  }

  @Test(arguments: [
    "2025-02-29", "2025-13-01", "2025-00-10", "2025-01-00", "2025-1-1", "25-01-01", "2025-04-31",
    "2025/01/01", "", "2025-01-01 ", "+025-01-01", "2025-0१-01",
  ])
  func noDates(_ text: String) {
    #expect(Day(text) == nil)
  }

  @Test func arithmetic() throws {
    let day = try #require(Day("2024-12-31"))
    #expect(day.adding(days: 120).description == "2025-04-30")
    #expect(day.adding(days: -366).description == "2023-12-31")
    #expect(Day("2025-03-01").map { day.days(to: $0) } == 60)
    #expect(Day.end(ofMonth: 2, year: 2024).description == "2024-02-29")
    #expect(Day.start(ofMonth: 2, year: 2024).description == "2024-02-01")
  }
}
