import Publishing
import RunRecord

/// The words on a series: its facts with what each moved, its level and trend today, its chart.
enum SeriesWords: String, Phrases {
  static let topic = "SeriesWords"

  case title = "Series"
  case intro = """
    Level and trend of today by all facts of a metric; the line after the day of the study is where \
    today's trend would carry it, not what the path makes of it.
    """
  case chart = "{name}: facts and the filtered level, {unit}"
  case chartDescription = """
    Dots and bars: facts; line and band: level, p5 to p95; the upright line: the day of the study
    """
  case facts = "facts"
  case trendOf = "{name}: trend"
  case start = "where the level starts"
  case moved = "moved the level by {level}, the trend by {trend} a year"
  case today = """
    on the day: {level} ({range}), growth {growth} a year ({low} to {high}), in logs {trend}
    """
}

extension SeriesWords {
  /// What a fact moved; nil for one that isn't in the series.
  static func moved(
    by fact: FactRecord, in series: SeriesRecord, _ speaker: some Speaker
  ) -> String? {
    guard
      let index = series.observations.firstIndex(where: {
        $0.period == fact.period && $0.source == fact.source
      })
    else { return nil }
    if index == 0 { return speaker.text(SeriesWords.start) }
    let one = series.observations[index]
    return speaker.text(
      SeriesWords.moved,
      [
        "level": speaker.numbers.signedGrowth(one.moved),
        "trend": speaker.numbers.signedGrowth(one.movedTrend),
      ])
  }

  /// Level and trend on the day, with their intervals.
  static func today(_ series: SeriesRecord, _ speaker: some Speaker) -> String {
    let (state, numbers) = (series.today, speaker.numbers)
    let reach = NowcastBand.width * state.trendSd
    return speaker.text(
      SeriesWords.today,
      [
        "level": numbers.value(state.level, unit: series.unit),
        "range": numbers.range(
          state.level * NowcastBand.factor(-state.levelSd),
          state.level * NowcastBand.factor(state.levelSd), unit: series.unit),
        "growth": numbers.signedGrowth(state.trend),
        "low": numbers.signedGrowth(state.trend - reach),
        "high": numbers.signedGrowth(state.trend + reach),
        "trend": numbers.share(100 * state.trend),
      ])
  }

  /// The charts of a path's series; nothing where none has two facts.
  static func blocks(
    _ cell: AssessmentRecord, of company: CompanyRecord, _ context: ReportContext
  ) -> [Block] {
    let figures = cell.inputs.compactMap { input -> Block? in
      guard let series = input.series else { return nil }
      let title = context.text(
        SeriesWords.chart,
        [
          "name": context.title(input.title ?? series.metric.title, name: input.name),
          "unit": series.unit.rawValue,
        ])
      return SeriesChart.drawing(series, title: title, context).map { drawing in
        .figure(
          Figure(
            path: "charts/series.\(safeName(company.id)).\(safeName(cell.path))."
              + "\(safeName(input.name)).svg",
            alternative: title, drawing: drawing))
      }
    }
    guard !figures.isEmpty else { return [] }
    return [context.heading(3, SeriesWords.title), context.paragraph(SeriesWords.intro)] + figures
  }
}
