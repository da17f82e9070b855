import Publishing
import RunRecord

/// Yearly windows, part years and run rates as yearly rates, with the filtered level and its band.
enum NowcastChart {
  /// The drawing; nil with a single observation, which shows nothing.
  static func drawing(
    _ nowcast: NowcastRecord, company: String, asOf: Double, _ speaker: some Speaker
  ) -> SVGNode? {
    guard nowcast.observations.count > 1 else { return nil }
    let title = speaker.text(
      NowcastWords.chart, ["company": company, "unit": nowcast.unit.rawValue])
    var canvas = Canvas(
      width: 760, height: 366, title: title,
      description: speaker.text(NowcastWords.chartDescription))
    let plot = Plot(nowcast, asOf: asOf, speaker)
    plot.draw(on: &canvas, speaker)
    return canvas.drawing
  }

  /// The layout of the plot.
  private struct Plot {
    let nowcast: NowcastRecord
    let asOf: Double
    let left: Double
    let value: Scale
    let time: Scale
    let ticks: [Double]
    let bottom = 366.0 - 34

    /// The level at each observation, and on the day.
    private var levels: [(time: Double, level: Double, deviation: Double)] {
      nowcast.observations.map { ($0.at, $0.level, $0.levelSd) }
        + [(asOf, nowcast.today.level, nowcast.today.levelSd)]
    }

    init(_ nowcast: NowcastRecord, asOf: Double, _ speaker: some Speaker) {
      self.nowcast = nowcast
      self.asOf = asOf
      let tops =
        nowcast.observations.flatMap { [$0.value, $0.level * NowcastBand.factor($0.levelSd)] }
        + [nowcast.today.level * NowcastBand.factor(nowcast.today.levelSd)]
      value = Scale(0, (tops.max() ?? 1) * 1.05, to: bottom, Canvas.top + 30)
      ticks = value.ticks(5)
      let widest = ticks.map { TextWidth.width(speaker.numbers.number($0), size: 11) }.max() ?? 0
      left = Canvas.margin + widest + 10
      let first = nowcast.observations.map { $0.at - $0.length / 2 }.min() ?? 0
      time = Scale(first, max(asOf, first + 1), to: left + 10, 760 - Canvas.margin - 34)
    }

    func draw(on canvas: inout Canvas, _ speaker: some Speaker) {
      axes(on: &canvas, speaker)
      let upper = levels.map {
        Point(time($0.time), value($0.level * NowcastBand.factor($0.deviation)))
      }
      let lower = levels.map {
        Point(time($0.time), value($0.level * NowcastBand.factor(-$0.deviation)))
      }
      canvas.polygon(upper + lower.reversed(), fill: ChartPalette.sky)
      canvas.polyline(
        levels.map { Point(time($0.time), value($0.level)) }, color: ChartPalette.blue,
        width: 2.5)
      for one in nowcast.observations { mark(one, on: &canvas) }
      canvas.legend(
        [
          (ChartPalette.ink, speaker.text(NowcastWords.window)),
          (ChartPalette.orange, speaker.text(NowcastWords.part)),
          (ChartPalette.vermilion, speaker.text(NowcastWords.runRate)),
          (ChartPalette.blue, speaker.text(NowcastWords.level)),
          (ChartPalette.sky, speaker.text(NowcastWords.band)),
        ], x: left, y: Canvas.top + 16)
    }

    private func axes(on canvas: inout Canvas, _ speaker: some Speaker) {
      for tick in ticks {
        canvas.line(
          from: Point(left, value(tick)), to: Point(760 - Canvas.margin, value(tick)),
          color: tick == 0 ? ChartPalette.ink : ChartPalette.grid, width: tick == 0 ? 1.5 : 1)
        canvas.text(
          speaker.numbers.number(tick), x: left - 6, y: value(tick) + 4, size: 11, anchor: .end,
          color: ChartPalette.soft)
      }
      let years = Int(time.low.rounded(.up))...max(Int(time.low.rounded(.up)), Int(time.high))
      var lastEnd = -Double.infinity
      for year in years {
        let x = time(Double(year))
        canvas.line(
          from: Point(x, bottom), to: Point(x, bottom + 4), color: ChartPalette.soft)
        guard x - 14 > lastEnd else { continue }
        canvas.text(
          String(year), x: x, y: bottom + 18, size: 11, anchor: .middle)
        lastEnd = x + 14 + 6
      }
    }

    /// A bar over the months of a period, a dot for a rate on a day.
    private func mark(_ one: NowcastObservation, on canvas: inout Canvas) {
      let color =
        switch one.kind {
        case .window: ChartPalette.ink
        case .part: ChartPalette.orange
        case .runRate: ChartPalette.vermilion
        }
      let height = value(one.value)
      guard one.length > 0 else {
        canvas.circle(
          Point(time(one.at), height), radius: 4, fill: color, stroke: ChartPalette.paper)
        return
      }
      canvas.line(
        from: Point(time(one.at - one.length / 2), height),
        to: Point(time(one.at + one.length / 2), height), color: color, width: 3)
    }
  }
}
