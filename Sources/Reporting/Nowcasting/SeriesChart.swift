import Publishing
import RunRecord

/// The facts of a series, the filtered level with its band, and where today's trend would carry it.
enum SeriesChart {
  /// The time that the trend is drawn ahead for, in years, and the steps that it is drawn in.
  private static let ahead = (years: 1.0, steps: 8)

  /// The drawing; nil with a single fact, which shows nothing.
  static func drawing(
    _ series: SeriesRecord, title: String, _ speaker: some Speaker
  ) -> SVGNode? {
    guard series.observations.count > 1 else { return nil }
    let today = series.today
    let fan = (0...ahead.steps).map { step in
      let years = ahead.years * Double(step) / Double(ahead.steps)
      let covariance = today.correlation * today.levelSd * today.trendSd
      // Level and trend of today alone: what a path's formulas make of them isn't known here.
      let variance =
        today.levelSd * today.levelSd + 2 * years * covariance
        + years * years * today.trendSd * today.trendSd
      return TrendChart.Level(
        at: today.at + years, level: today.level * NowcastBand.exponential(today.trend * years),
        sd: variance.squareRoot())
    }
    return TrendChart(
      marks: series.observations.map {
        TrendChart.Mark(at: $0.at, length: $0.length, value: $0.value, color: ChartPalette.ink)
      },
      levels: series.observations.map {
        TrendChart.Level(at: $0.at, level: $0.level, sd: $0.levelSd)
      } + fan,
      legend: [
        ChartKey(speaker.text(SeriesWords.facts), ChartPalette.ink, .dot),
        ChartKey(speaker.text(NowcastWords.level), ChartPalette.blue, .line),
        ChartKey(speaker.text(NowcastWords.band), ChartPalette.sky, .band),
      ],
      title: title, description: speaker.text(SeriesWords.chartDescription), today: today.at
    ).drawing(speaker)
  }
}
