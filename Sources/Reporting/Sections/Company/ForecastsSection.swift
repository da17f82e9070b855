import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// Forecasts of years that are over, against what was reported for them.
  package static let forecasts = Section("Forecasts", Words.self) { company, context in
    let rows = company.reported.compactMap { fact -> [[Inline]]? in
      guard let metric = forecastMetric(fact.metric) else { return nil }
      let actual = company.reported.first {
        $0.metric == metric && $0.period == fact.period && $0.verdict == .chosen
      }
      guard let actual, actual.unit == fact.unit, let forecast = fact.value,
        let value = actual.value
      else { return nil }
      return [
        [.text(context.title(actual.title, name: metric))], [.text(fact.period)],
        [.text(context.factValue(fact))] + [.text(" ")] + context.citations([fact.source]),
        [.text(context.factValue(actual))] + [.text(" ")] + context.citations([actual.source]),
        forecast > 0 && value > 0
          ? [.text(context.numbers.share(100 * value / forecast))]
          : context.line(Absence.emptyCell),
      ]
    }
    guard !rows.isEmpty else { return [] }
    return [
      context.heading(2, Words.title, key: "forecasts"), context.paragraph(Words.intro),
      .table(
        Table(
          columns: [
            .init(context.text(Columns.metric)), .init(context.text(Columns.period)),
            .init(context.text(Words.forecast), .right),
            .init(context.text(Words.actual), .right), .init(context.text(Words.met), .right),
          ], rows: rows)),
    ]
  }

  /// The metric that `revenue_forecast` and the like forecast.
  private static func forecastMetric(_ name: String) -> String? {
    let suffix = "_forecast"
    return name.hasSuffix(suffix) ? String(name.dropLast(suffix.count)) : nil
  }
}

private enum Words: String, Phrases {
  static let topic = "Forecasts"

  case title = "Forecast and outcome"
  case intro = """
    What was forecast for a year that is over, against what was reported for it.
    """
  case forecast = "Forecast"
  case actual = "Reported"
  case met = "Reported over forecast"
}
