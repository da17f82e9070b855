extension FactBase {
  /// The fact that answers for a metric of a company in one period, as known on a day.
  ///
  /// - Returns: The answer among the facts of that period alone.
  /// - Throws: `DiagnosticError` as `answer(company:metric:asOf:)` does.
  package func answer(
    company: String, metric: String, period: Period, asOf: Day
  ) throws -> FactSelection {
    try chooser(metric, asOf).answer(
      among: facts(ofCompany: company, metric: metric).filter { $0.period == period })
  }
}
