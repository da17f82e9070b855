/// A day of the Gregorian calendar, without time and time zone.
package struct Day: Hashable, Sendable {
  /// Days since 1 January 1970.
  package var number: Int

  /// The day with this number of days since 1 January 1970.
  package init(number: Int) {
    self.number = number
  }

  /// The day of a date, or nil when there is no such date.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self.init(number: Day.number(year: year, month: month, day: day))
  }

  /// Reads `2025-03-31`.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2, let year = Day.digits(parts[0]), let month = Day.digits(parts[1]),
      let day = Day.digits(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The last day of a month; `month` must be 1 to 12.
  package static func end(ofMonth month: Int, year: Int) -> Day {
    Day(number: number(year: year, month: month, day: length(ofMonth: month, year: year)))
  }

  /// The first day of a month; `month` must be 1 to 12.
  package static func start(ofMonth month: Int, year: Int) -> Day {
    Day(number: number(year: year, month: month, day: 1))
  }

  /// The number of days of a month.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The calendar year.
  package var year: Int { civil.year }
  /// The month, from 1.
  package var month: Int { civil.month }
  /// The day of the month, from 1.
  package var day: Int { civil.day }

  /// The day so many days later, or earlier when negative.
  package func adding(days: Int) -> Day { Day(number: number + days) }

  /// The number of days from this day to another.
  package func days(to other: Day) -> Int { other.number - number }

  static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  static func digits(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
  }

  // Both directions after H. Hinnant, "chrono-compatible low-level date algorithms": the year
  // begins in March, so that the leap day is its last.
  private static func number(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

extension Day: Comparable {
  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day: CustomStringConvertible {
  /// `2025-03-31`.
  package var description: String {
    let (year, month, day) = civil
    return "\(Day.padded(year, 4))-\(Day.padded(month, 2))-\(Day.padded(day, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}

/// The days of a period, both ends included.
package struct DayRange: Hashable, Sendable {
  /// The first day.
  package var start: Day
  /// The last day.
  package var end: Day

  /// Makes a range from its first and last day.
  package init(start: Day, end: Day) {
    self.start = start
    self.end = end
  }

  /// The number of days.
  package var length: Int { start.days(to: end) + 1 }

  /// True for a year, leap years and years of 52 or 53 weeks included.
  package var isYearLong: Bool { (364...371).contains(length) }

  /// The day in the middle.
  package var middle: Day { start.adding(days: (length - 1) / 2) }
}
