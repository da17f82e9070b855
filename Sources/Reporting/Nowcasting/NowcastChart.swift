import Publishing
import RunRecord

/// Yearly windows, part years and run rates as yearly rates, with the filtered level and its band.
enum NowcastChart {
  /// The drawing; nil with a single observation, which shows nothing.
  static func drawing(
    _ nowcast: NowcastRecord, company: String, asOf: Double, _ speaker: some Speaker
  ) -> SVGNode? {
    guard nowcast.observations.count > 1 else { return nil }
    let numbers = speaker.language.numbers
    func told(_ value: Double) -> Double {
      numbers.told(value, unit: nowcast.unit.rawValue).value
    }
    return TrendChart(
      marks: nowcast.observations.map {
        TrendChart.Mark(
          at: $0.at, length: $0.length, value: told($0.value), color: color(of: $0.kind),
          isDashed: $0.kind == .part)
      },
      levels: nowcast.observations.map {
        TrendChart.Level(at: $0.at, level: told($0.level), sd: $0.levelSd)
      } + [TrendChart.Level(at: asOf, level: told(nowcast.today.level), sd: nowcast.today.levelSd)],
      legend: [
        ChartKey(speaker.text(NowcastWords.window), ChartPalette.ink, .line),
        ChartKey(speaker.text(NowcastWords.part), ChartPalette.orange, .dashes),
        ChartKey(speaker.text(NowcastWords.runRate), ChartPalette.vermilion, .dot),
        ChartKey(speaker.text(NowcastWords.level), ChartPalette.blue, .line),
        ChartKey(speaker.text(NowcastWords.band), ChartPalette.sky, .band),
      ],
      title: speaker.text(
        NowcastWords.chart, ["company": company, "unit": numbers.told(unit: nowcast.unit.rawValue)]),
      description: speaker.text(NowcastWords.chartDescription)
    ).drawing(speaker)
  }

  private static func color(of kind: NowcastObservation.Kind) -> ChartColor {
    switch kind {
    case .window: ChartPalette.ink
    case .part: ChartPalette.orange
    case .runRate: ChartPalette.vermilion
    }
  }
}
