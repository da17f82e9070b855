internal import Diagnostics
internal import Facts
internal import RunRecord
internal import Study

/// The days that a backtest replays.
struct BacktestDays {
  let days: [Day]

  /// Days from the first on, so many months apart; the end of a month stays the end of a month.
  ///
  /// - Throws: `DiagnosticError` for days after the study's, and where none is left.
  init(_ request: BacktestRequest, study: StudyFile) throws {
    let first = Self.day(request.from)
    let last = request.until.map(Self.day) ?? study.asOf
    guard last <= study.asOf else {
      throw DiagnosticError(
        Diagnostic(
          "\(last) lies after \(study.asOf), the day of the study",
          help: "replay days up to then: nothing later was seen"))
    }
    guard first <= last else {
      throw DiagnosticError(
        Diagnostic("no day lies between \(first) and \(last)", help: "begin earlier"))
    }
    let isMonthEnd = first.day == Day.length(ofMonth: first.month, year: first.year)
    var days: [Day] = []
    var months = first.year * 12 + first.month - 1
    while true {
      let (year, month) = (months / 12, months % 12 + 1)
      let length = Day.length(ofMonth: month, year: year)
      let day = isMonthEnd ? length : min(first.day, length)
      guard let next = Day(year: year, month: month, day: day), next <= last else { break }
      days.append(next)
      months += max(1, request.months)
    }
    self.days = days
  }

  /// The same day; a calendar day is always one.
  private static func day(_ day: CalendarDay) -> Day {
    Day.start(ofMonth: day.month, year: day.year).adding(days: day.day - 1)
  }
}
