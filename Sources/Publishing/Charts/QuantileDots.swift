/// A distribution over a few classes as dots of equal chance: what happens in so many of twenty
/// futures.
///
/// Kay, Kola, Hullman and Munson (2016), "When (ish) is My Bus?": people read odds from few dots better
/// than from curves.
package struct QuantileDots {
  package var title: String
  package var description: String
  /// The classes in their order, with the chance of each; they add up to 1.
  package var classes: [(label: String, chance: Double)]
  /// True if the last class is that it doesn't happen, whose dots are hollow.
  package var lastIsNever: Bool
  /// What a dot stands for.
  package var key: String

  /// The number of dots: each stands for 5 %.
  package static let count = 20
  /// The dots that stand side by side.
  private static let abreast = 3

  package init(
    title: String, description: String, classes: [(label: String, chance: Double)],
    lastIsNever: Bool, key: String
  ) {
    self.title = title
    self.description = description
    self.classes = classes
    self.lastIsNever = lastIsNever
    self.key = key
  }

  /// The number of dots of each class: dot i of n lies at the quantile (i + 1/2)/n.
  package var dots: [Int] {
    let total = classes.map { max(0, $0.chance) }.reduce(0, +)
    guard total > 0, total.isFinite else { return classes.map { _ in 0 } }
    var sum = 0.0
    var given = 0
    return classes.enumerated().map { index, one in
      sum += max(0, one.chance) / total
      let upTo =
        index == classes.count - 1
        ? Self.count : Int((sum * Double(Self.count) + 0.5 - 1e-9).rounded(.down))
      defer { given = max(given, upTo) }
      return max(0, upTo - given)
    }
  }

  /// The drawing; nil where there is nothing to draw.
  package var drawing: SVGNode? {
    let dots = dots
    guard let most = dots.max(), most > 0 else { return nil }
    let (radius, step) = (7.0, 17.0)
    let top = Canvas.top + 34
    let bottom = top + step * Double((most + Self.abreast - 1) / Self.abreast) + 6
    var canvas = Canvas(width: 760, height: bottom + 30, title: title, description: description)
    let width = (canvas.width - 2 * Canvas.margin) / Double(classes.count)
    canvas.legend(
      [ChartKey(key, ChartPalette.blue, .dot)], x: Canvas.margin, y: Canvas.top + 14)
    canvas.line(
      from: Point(Canvas.margin, bottom), to: Point(canvas.width - Canvas.margin, bottom),
      color: ChartPalette.soft)
    for (index, one) in classes.enumerated() {
      let middle = Canvas.margin + width * (Double(index) + 0.5)
      let isNever = lastIsNever && index == classes.count - 1
      canvas.text(
        TextWidth.fitted(one.label, size: 12, width: width - 6), x: middle, y: bottom + 20,
        size: 12, anchor: .middle)
      for place in 0..<dots[index] {
        canvas.circle(
          Point(
            middle + step * Double(place % Self.abreast - Self.abreast / 2),
            bottom - 10 - step * Double(place / Self.abreast)), radius: radius,
          fill: isNever ? ChartPalette.paper : ChartPalette.blue,
          stroke: isNever ? ChartPalette.ink : ChartPalette.paper)
      }
    }
    return canvas.drawing
  }
}
