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
    let open = company.reported.filter { fact in
      forecastMetric(fact.metric).map { metric in
        !company.reported.contains { $0.metric == metric && $0.period == fact.period }
      } ?? false
    }
    guard !rows.isEmpty || !open.isEmpty else { return [] }
    var blocks: [Block] = [context.heading(2, Words.title, key: "forecasts")]
    if !rows.isEmpty { blocks += [context.paragraph(Words.intro), table(rows, context)] }
    if !open.isEmpty {
      let parts = open.map { fact in
        context.line(
          Words.openForecast,
          [
            "name": [.text(context.title(fact.title, name: fact.metric))],
            "period": [.text(fact.period)], "value": [.text(context.factValue(fact))],
            "source": context.citations([fact.source]),
          ])
      }
      blocks.append(
        context.paragraph(
          Words.noFigure, ["list": .joined(parts, separator: "; ")]))
    }
    return blocks
  }

  private static func table(_ rows: [[[Inline]]], _ context: ReportContext) -> Block {
    .table(
      Table(
        columns: [
          .init(context.text(Columns.metric)), .init(context.text(Columns.period)),
          .init(context.text(Words.forecast), .right),
          .init(context.text(Words.actual), .right), .init(context.text(Words.met), .right),
        ], rows: rows))
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
  case noFigure = "No figure to compare with yet: {list}."
  case openForecast = "{name}, {period}: {value} ({source})"
  case forecast = "Forecast"
  case actual = "Reported"
  case met = "Reported over forecast"
}
