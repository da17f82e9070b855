/// The period of a fact as it is written: `FY2024`, `TTM-2025-09`, `2025-Q1`, `2025-H1`,
/// `2025-9M`, `2025`, `2025-03`, `2025-03-31`, or a span of two of them, `FY2018/FY2024`.
package struct Period: Hashable, Sendable {
  /// One period without a span.
  package enum Part: Hashable, Sendable {
    /// The fiscal year that ends in this calendar year.
    case fiscalYear(Int)
    /// The twelve months that end with this month.
    case trailingYear(year: Int, month: Int)
    /// So many months of a calendar year from this month on: a quarter, a half, nine months.
    case months(year: Int, first: Int, count: Int)
    /// A calendar year.
    case year(Int)
    /// A month.
    case month(year: Int, month: Int)
    /// A day.
    case day(Day)
  }

  /// The text as written.
  package var text: String
  /// The period, or the first of a span.
  package var first: Part
  /// The last period of a span.
  package var last: Part?

  /// Reads a period, or gives nil when the text is none.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let first = Part(parts[0]) else { return nil }
    self.text = text
    self.first = first
    if parts.count == 2 {
      guard let last = Part(parts[1]) else { return nil }
      self.last = last
      let days = self.days(fiscalYearEnd: .calendarYear)
      guard days.start <= days.end else { return nil }
    }
  }

  /// The form of a period in words, for messages.
  package static let form = "a period such as FY2024, TTM-2025-09, 2025-Q1, 2025-H1 or 2025-03-31"

  /// The days of the period for a company whose fiscal year ends on the given day.
  package func days(fiscalYearEnd: FiscalYearEnd) -> DayRange {
    let start = first.days(fiscalYearEnd)
    guard let last else { return start }
    return DayRange(start: start.start, end: last.days(fiscalYearEnd).end)
  }

  /// True if the period is a fiscal year or twelve trailing months: only then it answers for a
  /// flow.
  package var isFullYear: Bool {
    guard last == nil else { return false }
    switch first {
    case .fiscalYear, .trailingYear: return true
    default: return false
    }
  }

  /// The number of the fiscal year, or nil when the period is something else.
  package var fiscalYear: Int? {
    if last == nil, case .fiscalYear(let year) = first { year } else { nil }
  }

  /// True if the period is one month of the calendar.
  package var isMonth: Bool {
    if last == nil, case .month = first { true } else { false }
  }

  /// True if the period is a year, a month or a day of the calendar, the forms of a date.
  package var isDate: Bool {
    guard last == nil else { return false }
    switch first {
    case .year, .month, .day: return true
    default: return false
    }
  }
}

extension Period: CustomStringConvertible {
  /// The text as written.
  package var description: String { text }
}

extension Period.Part {
  fileprivate init?(_ text: Substring) {
    if text.hasPrefix("FY") {
      guard let year = Self.number(text.dropFirst(2), digits: 4) else { return nil }
      self = .fiscalYear(year)
    } else if text.hasPrefix("TTM-") {
      guard case .month(let year, let month)? = Self(text.dropFirst(4)) else { return nil }
      self = .trailingYear(year: year, month: month)
    } else {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard let year = Self.number(parts[0], digits: 4) else { return nil }
      switch parts.count {
      case 1:
        self = .year(year)
      case 2:
        guard let part = Self(year: year, within: parts[1]) else { return nil }
        self = part
      default:
        guard let day = Day(String(text)) else { return nil }
        self = .day(day)
      }
    }
  }

  /// A part of a year: `Q1`, `H2`, `9M`, `03`.
  private init?(year: Int, within text: Substring) {
    switch text {
    case "Q1", "Q2", "Q3", "Q4":
      let quarter = Int(text.dropFirst()) ?? 1
      self = .months(year: year, first: 3 * quarter - 2, count: 3)
    case "H1": self = .months(year: year, first: 1, count: 6)
    case "H2": self = .months(year: year, first: 7, count: 6)
    case "9M": self = .months(year: year, first: 1, count: 9)
    default:
      guard let month = Self.number(text, digits: 2), (1...12).contains(month) else { return nil }
      self = .month(year: year, month: month)
    }
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    guard text.utf8.count == digits, let number = Day.digits(text), number > 0 else { return nil }
    return number
  }

  fileprivate func days(_ fiscalYearEnd: FiscalYearEnd) -> DayRange {
    switch self {
    case .fiscalYear(let year):
      fiscalYearEnd.days(ofFiscalYear: year)
    case .trailingYear(let year, let month):
      DayRange(
        start: Day.end(ofMonth: month, year: year - 1).adding(days: 1),
        end: .end(ofMonth: month, year: year))
    case .months(let year, let first, let count):
      DayRange(
        start: .start(ofMonth: first, year: year), end: .end(ofMonth: first + count - 1, year: year)
      )
    case .year(let year):
      DayRange(start: .start(ofMonth: 1, year: year), end: .end(ofMonth: 12, year: year))
    case .month(let year, let month):
      DayRange(start: .start(ofMonth: month, year: year), end: .end(ofMonth: month, year: year))
    case .day(let day):
      DayRange(start: day, end: day)
    }
  }
}
