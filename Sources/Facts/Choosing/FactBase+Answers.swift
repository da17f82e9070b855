import Diagnostics

extension FactBase {
  /// The fact that answers for a metric of a company on a day.
  ///
  /// - Returns: The answer, without a chosen fact when nothing is known.
  /// - Throws: `DiagnosticError` for an unknown company or metric, or when two facts are equally
  ///   good and say different numbers.
  package func answer(company: String, metric: String, asOf: Day) throws -> FactSelection {
    try chooser(metric, asOf).answer(among: facts(ofCompany: company, metric: metric))
  }

  /// The facts that answer year by year, the earliest first.
  ///
  /// For flows each fiscal year, for others each calendar year's latest period.
  ///
  /// - Returns: One fact a year for which something is known.
  /// - Throws: `DiagnosticError` as `answer` does.
  package func history(company: String, metric: String, asOf: Day) throws -> [YearlyFact] {
    try chooser(metric, asOf).series(among: facts(ofCompany: company, metric: metric))
  }

  /// The fact that answers for a metric of a region on a day.
  ///
  /// - Returns: The answer, without a chosen fact when nothing is known.
  /// - Throws: `DiagnosticError` for an unknown metric, or when two facts are equally good and say
  ///   different numbers.
  package func marketAnswer(region: String, metric: String, asOf: Day) throws -> FactSelection {
    try chooser(metric, asOf).answer(among: facts(ofRegion: region, metric: metric))
  }

  /// The facts of a region that answer year by year, the earliest first.
  ///
  /// - Returns: One fact a year for which something is known.
  /// - Throws: `DiagnosticError` as `marketAnswer` does.
  package func marketSeries(region: String, metric: String, asOf: Day) throws -> [YearlyFact] {
    try chooser(metric, asOf).series(among: facts(ofRegion: region, metric: metric))
  }

  /// The ratings of a company for a criterion of a path that were known on a day, the latest last.
  package func ratings(
    company: String, path: String, criterion: String, asOf: Day
  ) -> [Rating] {
    let ratings = self.company(company)?.ratings ?? []
    return ratings.filter {
      $0.path == path && $0.criterion == criterion && $0.knownSince <= asOf
    }.sorted {
      let (first, second) = ($0.period.days(fiscalYearEnd: .calendarYear).end, $1)
      let other = second.period.days(fiscalYearEnd: .calendarYear).end
      return first == other ? $0.location < second.location : first < other
    }
  }

  /// The facts of a company that say different numbers for one metric and period.
  ///
  /// - Returns: Groups of two or more, in order of metric and period.
  package func conflicts(company: String) -> [[Fact]] {
    // Promises of several givers stand side by side and add up.
    let facts = (self.company(company)?.facts ?? []).filter { $0.kind != .commitment }
    // A year may be written in several ways.
    let groups = Dictionary(grouping: facts) {
      "\($0.kind) \($0.metric) \($0.days.start) \($0.days.end)"
    }.values.map { group in
      (name: group.map { "\($0.kind) \($0.metric) \($0.period)" }.min() ?? "", facts: group)
    }
    return groups.sorted { $0.name < $1.name }.compactMap { _, group in
      guard let first = group.first,
        group.contains(where: { !$0.saysTheSame(as: first) })
      else { return nil }
      // In which order they were written down is nothing to tell.
      return group.sorted { ($0.source.id, $0.central) < ($1.source.id, $1.central) }
    }
  }

  func chooser(_ metric: String, _ asOf: Day) throws -> FactChooser {
    guard let declared = metrics[metric] else {
      throw DiagnosticError(
        Diagnostic(
          "there is no metric \"\(metric)\"",
          help: Suggestion.help(for: metric, among: metrics.keys), category: .missing))
    }
    return FactChooser(metric: metric, metricKind: declared.kind, asOf: asOf)
  }

  func facts(ofCompany id: String, metric: String) throws -> [Fact] {
    guard let company = company(id) else {
      throw DiagnosticError(
        Diagnostic(
          "there is no company \"\(id)\"",
          help: Suggestion.help(for: id, among: companies.map(\.id)), category: .missing))
    }
    return company.facts.filter { $0.metric == metric }
  }

  func facts(ofRegion id: String, metric: String) -> [Fact] {
    (markets[id]?.facts ?? []).filter { $0.metric == metric }
  }
}
