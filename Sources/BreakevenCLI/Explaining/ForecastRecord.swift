import Publishing
import Reporting
import RunRecord

/// A company's forecasts beside what was reported later.
struct ForecastRecord {
  /// One forecast, and the figure of its period if there is one.
  struct Line {
    var forecast: FactRecord
    var outcome: FactRecord?
    var title: String
    var period: String
  }

  let lines: [Line]

  init(_ company: CompanyRecord, language: String) {
    let suffix = "_forecast"
    lines = company.reported.filter { $0.metric.hasSuffix(suffix) }
      .map { forecast in
        let metric = String(forecast.metric.dropLast(suffix.count))
        let own =
          forecast.title?.text(in: language).replacing(" forecast", with: "")
          ?? Words.criterion(metric)
        // A forecast of the year of break-even is held against the result of that year.
        guard metric == "breakeven_year", let year = forecast.value else {
          let outcome = Self.reported([metric], forecast.period, in: company)
          return Line(
            forecast: forecast, outcome: outcome,
            title: outcome?.title?.text(in: language) ?? own, period: forecast.period)
        }
        let period = "FY\(NumberText.english.points(year))"
        let results = ["operating_income", "net_income", "net_income_attributable"]
        return Line(
          forecast: forecast, outcome: Self.reported(results, period, in: company),
          title: "Break-even", period: period)
      }
      .sorted { ($0.title, $0.period) < ($1.title, $1.period) }
  }

  /// The figure to trust most: the first metric that has any, facts before estimates, then by
  /// confidence.
  private static func reported(
    _ metrics: [String], _ period: String, in company: CompanyRecord
  ) -> FactRecord? {
    func rank(_ fact: FactRecord) -> Int {
      (fact.isEstimate ? 10 : 0) + (FactConfidence.allCases.firstIndex(of: fact.confidence) ?? 3)
    }
    return metrics.lazy.compactMap { metric in
      company.reported.filter { $0.metric == metric && $0.period == period && $0.value != nil }
        .min { (rank($0), $0.source) < (rank($1), $1.source) }
    }.first
  }

  /// The forecasts that something was reported for, with marks of the sources.
  func table(_ citations: Citations) -> TextTable {
    TextTable(
      [
        TextTable.Column("what", "forecast of"), TextTable.Column("period", "for"),
        TextTable.Column("forecast", "forecast", alignsRight: true),
        TextTable.Column("reported", "reported", alignsRight: true),
        TextTable.Column("ratio", "ratio", alignsRight: true),
        TextTable.Column("sources", "sources"),
      ],
      rows: lines.compactMap { line in
        guard let outcome = line.outcome else { return nil }
        return [
          .text(line.title), .text(line.period), .text(Self.expected(line)),
          .text(Self.central(outcome)), .text(Self.verdict(line)),
          .text(citations.mark([line.forecast.source, outcome.source])),
        ]
      })
  }

  /// What was forecast and has not been reported, as far as is known.
  func open(_ citations: Citations) -> String? {
    let open = lines.filter { $0.outcome == nil }.map { line in
      citations.cite(
        "\(line.title) of \(line.period): \(Self.expected(line))", [line.forecast.source])
    }
    return open.isEmpty ? nil : "No figure to compare with: \(open.joined(separator: "; "))."
  }

  private static func expected(_ line: Line) -> String {
    line.title == "Break-even" ? "a profit" : central(line.forecast)
  }

  private static func central(_ fact: FactRecord) -> String {
    fact.value.map { NumberText.english.value($0, unit: fact.unit) } ?? FactTable.value(fact)
  }

  private static func verdict(_ line: Line) -> String {
    guard let reported = line.outcome?.value else { return "" }
    if line.title == "Break-even" { return reported >= 0 ? "kept" : "missed" }
    guard let expected = line.forecast.value, expected > 0, reported > 0,
      line.outcome?.unit == line.forecast.unit
    else { return "" }
    return NumberText.english.share(100 * reported / expected)
  }
}
