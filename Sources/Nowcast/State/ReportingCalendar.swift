/// The reports that a company has to make, by its listing and its fiscal year, and when each is
/// usually published: what `facts freshness` calls due, and what is to be expected next.
package struct ReportingCalendar: Hashable, Sendable {
  private let rhythm: ReportingRhythm
  private let fiscalYearEnd: Int
  private let reporting: ReportingParameters

  /// Makes one.
  ///
  /// - Parameters:
  ///   - rhythm: How often the company has to report.
  ///   - fiscalYearEnd: The month in which its year ends.
  ///   - reporting: When reports are usually published.
  package init(rhythm: ReportingRhythm, fiscalYearEnd: Int, reporting: ReportingParameters) {
    self.rhythm = rhythm
    self.fiscalYearEnd = fiscalYearEnd
    self.reporting = reporting
  }

  /// The reports on periods that end after the newest reported one and that are usually published
  /// by a time, the oldest first; times in months since the year 0.
  package func reports(after newest: Double, by time: Double) -> [Freshness.Due] {
    guard let step = rhythm.months else { return [] }
    // Months since the end of a fiscal year at each end of a period.
    let offset = fiscalYearEnd % 12
    let first = Int(newest.rounded()) + 1
    guard time.isFinite, Int(time) >= first else { return [] }
    return (first...Int(time)).compactMap { month in
      let position = (month - offset) % 12
      guard position % step == 0 else { return nil }
      let months = position == 0 ? 12 : position
      // The report on the third quarter tells of nine months, and is a quarter's.
      let since = Double(month) + reporting.delay(months: months == 9 ? 3 : months)
      return since <= time ? Freshness.Due(months: months, end: Double(month), since: since) : nil
    }
  }

  /// The first report to be published after a time, within two years; nil for a company that nobody
  /// makes report.
  package func next(after newest: Double, from time: Double) -> Freshness.Due? {
    reports(after: newest, by: time + 24).filter { $0.since > time }.min { $0.since < $1.since }
  }
}
