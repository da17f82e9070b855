package import RunRecord

extension Section where Subject == CompanyRecord {
  /// Forecasts of years that are over, against what was reported for them.
  package static let forecasts = Section("Forecasts") { company, context in
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
          ? [.text(context.numbers.share(100 * value / forecast))] : context.line(.emptyCell),
      ]
    }
    guard !rows.isEmpty else { return [] }
    return [
      context.heading(2, .forecastsTitle, key: "forecasts"), context.paragraph(.forecastsIntro),
      .table(
        Table(
          columns: [
            .init(context.text(.columnMetric)), .init(context.text(.columnPeriod)),
            .init(context.text(.columnForecast), .right),
            .init(context.text(.columnActual), .right), .init(context.text(.columnMet), .right),
          ], rows: rows)),
    ]
  }

  /// The metric that `revenue_forecast` and the like forecast.
  private static func forecastMetric(_ name: String) -> String? {
    let suffix = "_forecast"
    return name.hasSuffix(suffix) ? String(name.dropLast(suffix.count)) : nil
  }
}
