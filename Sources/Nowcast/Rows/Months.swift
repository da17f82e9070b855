package import Facts

/// Months since the year 0, as the windows count them.
package enum Months {
  /// The end of a day in months since the year 0: the last day of a month ends a whole month.
  package static func end(of day: Day) -> Double {
    let length = Double(Day.length(ofMonth: day.month, year: day.year))
    return Double(day.year * 12 + day.month - 1) + Double(day.day) / length
  }

  /// The first day by whose end a time in months since the year 0 has gone by.
  package static func day(at time: Double) -> Day {
    let month = Int((time + 1e-9).rounded(.down))
    let part = time - Double(month)
    guard part > 1e-9 else {
      return Day.end(ofMonth: (month - 1) % 12 + 1, year: (month - 1) / 12)
    }
    let first = Day.start(ofMonth: month % 12 + 1, year: month / 12)
    let length = Double(Day.length(ofMonth: first.month, year: first.year))
    return first.adding(days: Int((part * length - 1e-9).rounded(.up)) - 1)
  }

  /// The beginning and end of a period in months since the year 0; a day or a month is a moment
  /// and begins where it ends, but the month that a span begins with belongs to the span.
  ///
  /// Fiscal years are taken to whole months, since 52 weeks and 12 months are the same year to
  /// everybody who compares them; so are spans that are as long as a year.
  package static func span(
    of period: Period, fiscalYearEnd: FiscalYearEnd
  ) -> (start: Double, end: Double) {
    let first = span(of: period.first, fiscalYearEnd)
    guard let last = period.last else { return first }
    let days = period.days(fiscalYearEnd: fiscalYearEnd)
    if days.isYearLong {
      let end = Self.end(of: days.end).rounded()
      return (end - 12, end)
    }
    let second = span(of: last, fiscalYearEnd)
    let start = if case .month = period.first { first.end - 1 } else { first.start }
    return (min(start, second.start), max(first.end, second.end))
  }

  private static func span(
    of part: Period.Part, _ fiscalYearEnd: FiscalYearEnd
  ) -> (start: Double, end: Double) {
    func months(_ year: Int, _ month: Int, _ length: Int) -> (start: Double, end: Double) {
      let end = year * 12 + month
      return (Double(end - length), Double(end))
    }
    switch part {
    case .fiscalYear(let year): return months(year, fiscalYearEnd.month, 12)
    case .trailingYear(let year, let month): return months(year, month, 12)
    case .months(let year, let first, let count): return months(year, first + count - 1, count)
    case .year(let year): return months(year, 12, 12)
    case .month(let year, let month): return months(year, month, 0)
    case .day(let day):
      // Of a mean month's length, so that both ends of a span err alike.
      let moment = Double(day.year * 12 + day.month - 1) + Double(day.day) / 30.44
      return (moment, moment)
    }
  }
}
