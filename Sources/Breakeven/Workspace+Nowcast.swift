internal import Assessment
public import RunRecord

// Where companies stand today, and how past forecasts held.
extension Workspace {
  /// The state of a company on a day, by what was reported by then; the study's day when nil.
  public func nowcast(company: String, asOf: CalendarDay? = nil) throws -> CompanyNowcast {
    try NowcastLister(loaded: load()).nowcast(company: company, asOf: asOf)
  }

  /// The basis and age of the states of a company, or of all of the study's.
  public func freshness(
    company: String? = nil, asOf: CalendarDay? = nil
  ) throws -> [FreshnessListing] {
    try NowcastLister(loaded: load()).freshness(company: company, asOf: asOf)
  }

  /// Replays past days and holds what would have been forecast against what was reported since;
  /// the same record for the same request whatever the threads.
  public func backtest(_ request: BacktestRequest = BacktestRequest()) throws -> BacktestRecord {
    let crew = crew(threads: request.threads)
    return try BacktestRunner(
      loaded: load(), request: request, crew: crew
    ).run()
  }
}
