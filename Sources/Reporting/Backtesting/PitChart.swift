import Publishing
import RunRecord

/// A chart of the places that figures seen later took in their forecasts, a dot a forecast,
/// stacked in narrow bins: one strip a quantity and group, a year ahead.
enum PitChart {
  private static let bins = 20
  private static let stripHeight = 92.0
  /// The most dots of the whole chart: with more forecasts each stands for several.
  private static let mostDots = 360

  private struct Strip {
    var name: String
    var counts: [Int]
  }

  /// The drawing; nil without forecasts a year ahead.
  static func drawing(_ record: BacktestRecord, _ speaker: some Speaker) -> SVGNode? {
    var strips = strips(record, speaker)
    let total = strips.flatMap(\.counts).reduce(0, +)
    let each = max(1, (total + mostDots - 1) / mostDots)
    for index in strips.indices {
      strips[index].counts = strips[index].counts.map { ($0 + each - 1) / each }
    }
    guard let most = strips.flatMap(\.counts).max(), most > 0 else { return nil }
    let title = speaker.text(BacktestWords.pits)
    let top = Canvas.top + 8
    var canvas = Canvas(
      width: 760, height: top + stripHeight * Double(strips.count) + 30, title: title,
      description: each == 1
        ? speaker.text(BacktestWords.pitsDescription)
        : speaker.text(BacktestWords.pitsManyDescription, ["count": String(each)]))
    let widest = strips.map { TextWidth.width($0.name, size: 12) }.max() ?? 0
    let across = Scale(
      0, 1, to: Canvas.margin + widest + 14, canvas.width - Canvas.margin - 10)
    // Dots touch where the fullest bin is as high as its strip.
    let step = min((stripHeight - 16) / Double(most), 9)
    for (index, strip) in strips.enumerated() {
      let bottom = top + stripHeight * Double(index + 1)
      canvas.text(
        strip.name, x: across.start - 8, y: bottom - stripHeight / 2 + 8, size: 12, anchor: .end)
      for edge in [0.05, 0.5, 0.95] {
        canvas.line(
          from: Point(across(edge), bottom - stripHeight + 10), to: Point(across(edge), bottom),
          color: edge == 0.5 ? ChartPalette.grey : ChartPalette.soft,
          dashes: edge == 0.5 ? "3 3" : nil)
      }
      canvas.line(
        from: Point(across(0), bottom), to: Point(across(1), bottom), color: ChartPalette.soft)
      for (bin, count) in strip.counts.enumerated() {
        for place in 0..<count {
          canvas.circle(
            Point(
              across((Double(bin) + 0.5) / Double(bins)),
              bottom - 4 - step * Double(place)),
            radius: max(1.5, min(3.5, step / 2)), fill: ChartPalette.blue,
            stroke: ChartPalette.paper)
        }
      }
    }
    for tick in [0, 0.25, 0.5, 0.75, 1] {
      canvas.text(
        DecimalText.fixed(tick, digits: 2), x: across(tick), y: canvas.height - 10, size: 11,
        anchor: .middle, color: ChartPalette.soft)
    }
    return canvas.drawing
  }

  private static func strips(_ record: BacktestRecord, _ speaker: some Speaker) -> [Strip] {
    let next = record.forecasts.filter { $0.years == 1 && $0.view == .outside }
    return BacktestQuantity.allCases.flatMap { quantity in
      [true, false].compactMap { isLosing -> Strip? in
        let chosen = next.filter { $0.quantity == quantity && $0.isLosing == isLosing }
        if chosen.isEmpty { return nil }
        var counts = [Int](repeating: 0, count: bins)
        for forecast in chosen {
          counts[min(bins - 1, max(0, Int(forecast.pit * Double(bins))))] += 1
        }
        let group = speaker.text(BacktestWords.name(isLosing ? BacktestGroup.atRisk : .earning))
        return Strip(
          name: "\(speaker.text(BacktestWords.name(quantity))), \(group)", counts: counts)
      }
    }
  }
}
