import Publishing

/// A quantity as it was reported over time, with the filtered level and its band.
struct TrendChart {
  /// Something that was reported.
  struct Mark {
    /// The middle of its period, in years.
    var at: Double
    /// The length of its period in years; 0 for a day.
    var length: Double
    /// Its value.
    var value: Double
    /// Its color.
    var color: ChartColor
    /// True if a period is drawn in dashes.
    var isDashed = false
  }

  /// The level at a time.
  struct Level {
    /// The time, in years.
    var at: Double
    /// Its median.
    var level: Double
    /// The standard deviation of its logarithm.
    var sd: Double
  }

  /// What was reported, in the order of time.
  var marks: [Mark]
  /// The level at several times, in their order.
  var levels: [Level]
  /// The marks with their words.
  var legend: [ChartKey]
  /// The title.
  var title: String
  /// The description for those who don't see it.
  var description: String
  /// The day of the study where the level is drawn beyond it.
  var today: Double?

  /// The drawing.
  func drawing(_ speaker: some Speaker) -> SVGNode {
    var canvas = Canvas(width: 760, height: 366, title: title, description: description)
    Plot(self, speaker).draw(on: &canvas, speaker)
    return canvas.drawing
  }

  /// The layout of the plot.
  private struct Plot {
    let chart: TrendChart
    let left: Double
    let value: Scale
    let time: Scale
    let ticks: [Double]
    let bottom = 366.0 - 34

    init(_ chart: TrendChart, _ speaker: some Speaker) {
      self.chart = chart
      let tops =
        chart.marks.map(\.value) + chart.levels.map { $0.level * NowcastBand.factor($0.sd) }
      value = Scale(0, (tops.max() ?? 1) * 1.05, to: bottom, Canvas.top + 30)
      ticks = value.ticks(5)
      let widest = ticks.map { TextWidth.width(speaker.numbers.number($0), size: 11) }.max() ?? 0
      left = Canvas.margin + widest + 10
      let first = chart.marks.map { $0.at - $0.length / 2 }.min() ?? 0
      let last = chart.levels.last?.at ?? first
      // A single day still needs a width.
      time = Scale(first, max(last, first + 1 / 12), to: left + 10, 760 - Canvas.margin - 34)
    }

    func draw(on canvas: inout Canvas, _ speaker: some Speaker) {
      axes(on: &canvas, speaker)
      let upper = chart.levels.map {
        Point(time($0.at), value($0.level * NowcastBand.factor($0.sd)))
      }
      let lower = chart.levels.map {
        Point(time($0.at), value($0.level * NowcastBand.factor(-$0.sd)))
      }
      canvas.band(upper: upper, lower: lower)
      canvas.polyline(
        chart.levels.map { Point(time($0.at), value($0.level)) }, color: ChartPalette.blue,
        width: 2.5)
      for one in chart.marks { mark(one, on: &canvas) }
      if let today = chart.today {
        canvas.line(
          from: Point(time(today), Canvas.top + 30), to: Point(time(today), bottom),
          color: ChartPalette.soft)
      }
      canvas.legend(chart.legend, x: left, y: Canvas.top + 16)
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
      var lastEnd = -Double.infinity
      for (at, label) in days {
        let x = time(at)
        canvas.line(
          from: Point(x, bottom), to: Point(x, bottom + 4), color: ChartPalette.soft)
        let half = TextWidth.width(label, size: 11) / 2
        guard x - half > lastEnd else { continue }
        canvas.text(label, x: x, y: bottom + 18, size: 11, anchor: .middle)
        lastEnd = x + half + 6
      }
    }

    /// The first days of years, or of quarters or months where there is hardly a year to see.
    private var days: [(at: Double, label: String)] {
      let span = time.high - time.low
      let months = span >= 1.5 ? 12 : span >= 0.5 ? 3 : 1
      let step = Double(months) / 12
      let first = Int((time.low / step).rounded(.up))
      return (first...max(first, Int((time.high / step).rounded(.down)))).map { index in
        let (year, month) = (index * months).quotientAndRemainder(dividingBy: 12)
        let label = months == 12 ? "\(year)" : "\(year)-\(month < 9 ? "0" : "")\(month + 1)"
        return (Double(year) + Double(month) / 12, label)
      }
    }

    /// A bar over the months of a period, a dot for a rate on a day.
    private func mark(_ one: Mark, on canvas: inout Canvas) {
      let height = value(one.value)
      guard one.length > 0 else {
        canvas.circle(
          Point(time(one.at), height), radius: 4, fill: one.color, stroke: ChartPalette.paper)
        return
      }
      canvas.line(
        from: Point(time(one.at - one.length / 2), height),
        to: Point(time(one.at + one.length / 2), height), color: one.color, width: 3,
        dashes: one.isDashed ? "4 2" : nil)
    }
  }
}
