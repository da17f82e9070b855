import Publishing
import RunRecord

/// A tornado: how far each input moves the result, largest first.
enum DriverChart {
  private static let most = 12

  /// Nil where no driver has anything to show.
  static func figure(
    _ drivers: [DriverRecord], base: Double?, isProbability: Bool, path: String, subject: String,
    _ context: ReportContext
  ) -> Figure? {
    let shown = drivers.filter(\.share.isFinite).prefix(most)
    guard !shown.isEmpty else { return nil }
    let swings = shown.filter { $0.low?.isFinite == true && $0.high?.isFinite == true }
    let bySwing = swings.count == shown.count
    let title = context.text(Words.title, ["subject": subject])
    let description = context.text(
      bySwing ? (isProbability ? Words.odds : Words.moneyBackIndex) : Words.shares)
    let labels = shown.map { sign($0.kind) + context.title($0.title, name: $0.name) }
    let longest = labels.map { TextWidth.width($0, size: 12) }.max() ?? 0
    let left = Canvas.margin + min(300, max(110, longest + 12))
    let rowHeight = 28.0
    let top = Canvas.top + 34
    let bottom = top + rowHeight * Double(shown.count)
    var canvas = Canvas(width: 760, height: bottom + 30, title: title, description: description)
    let kinds = unique(shown.map { kindGroup($0.kind) })
    canvas.legend(
      kinds.map { ChartKey(KindWords.text($0, context), ChartPalette.color(kind: $0)) }, x: left,
      y: Canvas.top + 16)
    let right = canvas.width - Canvas.margin - 70
    if bySwing {
      canvas.text(
        context.text(Words.variance), x: canvas.width - Canvas.margin, y: top - 4, size: 10,
        anchor: .end, color: ChartPalette.soft)
    }
    let factor = isProbability ? 100.0 : 1.0
    let scale =
      bySwing
      ? swingScale(Array(shown), base: base, factor: factor, to: left, right)
      : Scale(0, max(5, (shown.map(\.share).max() ?? 0) * 100), to: left, right)
    let ticks = scale.ticks(5)
    // Whole numbers would print ticks of 0.5 as 0, 1, 1, 2, 2.
    let digits = ticks.allSatisfy { $0 == $0.rounded() } ? 0 : 1
    func label(_ tick: Double) -> String {
      DecimalText.fixed(tick, digits: digits)
        + (bySwing && !isProbability ? "" : context.language.numberStyle.percent)
    }
    for tick in ticks {
      canvas.line(
        from: Point(scale(tick), top), to: Point(scale(tick), bottom), color: ChartPalette.grid)
      canvas.text(
        label(tick), x: scale(tick), y: bottom + 16, size: 11, anchor: .middle,
        color: ChartPalette.soft)
    }
    if bySwing, let base, base.isFinite {
      let x = scale(base * factor)
      canvas.line(
        from: Point(x, top), to: Point(x, bottom), color: ChartPalette.ink, dashes: "4 3")
    }
    for (index, driver) in shown.enumerated() {
      let y = top + rowHeight * Double(index) + rowHeight / 2
      let name = TextWidth.fitted(labels[index], size: 12, width: left - Canvas.margin - 8)
      canvas.text(name, x: left - 8, y: y + 4, size: 12, anchor: .end)
      let color = ChartPalette.color(kind: driver.kind)
      let share = context.numbers.share(max(0, driver.share) * 100)
      if bySwing, let low = driver.low, let high = driver.high {
        let from = scale(low * factor)
        let to = scale(high * factor)
        canvas.rectangle(
          x: min(from, to), y: y - 5, width: abs(to - from), height: 10, fill: color)
        canvas.circle(Point(from, y), radius: 5, fill: ChartPalette.paper, stroke: color)
        canvas.circle(Point(to, y), radius: 5, fill: color, stroke: color)
      } else {
        let end = scale(max(0, driver.share) * 100)
        canvas.rectangle(x: left, y: y - 8, width: end - left, height: 16, fill: color)
      }
      canvas.text(
        share, x: canvas.width - Canvas.margin, y: y + 4, size: 11, anchor: .end,
        color: ChartPalette.soft)
    }
    return Figure(
      path: path, alternative: "\(title). \(description)", drawing: canvas.drawing)
  }

  /// The sign of what is no fact, as tables have it: the kind isn't told by colour alone.
  private static func sign(_ kind: InputKind) -> String {
    switch kind {
    case .fact, .calculation: ""
    case .estimate: "≈ "
    case .assumption, .override: "◇ "
    }
  }

  private static func kindGroup(_ kind: InputKind) -> InputKind {
    kind == .override ? .assumption : kind
  }

  /// Around all ends and the mean, with some room at both sides, inside 0...100.
  private static func swingScale(
    _ drivers: [DriverRecord], base: Double?, factor: Double, to start: Double, _ end: Double
  ) -> Scale {
    let values = (drivers.flatMap { [$0.low, $0.high] } + [base]).compactMap { $0 }
      .filter(\.isFinite).map { $0 * factor }
    let low = values.min() ?? 0
    let high = values.max() ?? 100
    let room = max(2, (high - low) * 0.08)
    return Scale(max(0, low - room), min(100, high + room), to: start + 8, end - 8)
  }
}

extension DriverChart {
  enum Words: String, Phrases {
    static let topic = "DriverChart"

    case title = "What drives {subject}"
    case moneyBackIndex = "Money-back index, points, at each input's low (○) and high (●) tenth"
    case odds = "P(breaks even first) at each input's low (○) and high (●) tenth"
    case shares = "Share of the variance of the money-back index"
    case variance = "of variance"
  }
}
