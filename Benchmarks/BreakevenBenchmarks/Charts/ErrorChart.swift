import Foundation
import Publishing

/// Errors against the number of draws, a panel a quantity, on scales of powers.
///
/// Each panel's errors are parts of that of the fewest plain draws, so that panels compare.
struct ErrorChart {
  struct Panel {
    var title: String
    var plain: [Double]
    var sobol: [Double]
  }

  var sizes: [Int]
  var panels: [Panel]
  var seeds: UInt64

  private static let (width, left, top, bottom) = (820.0, 66.0, 120.0, 360.0)
  private static let (soft, grid) = (ChartPalette.soft, ChartPalette.grid)
  private static let plainKey = ChartKey("plain draws", ChartPalette.vermilion, .dashes)
  private static let sobolKey = ChartKey("scrambled Sobol points", ChartPalette.blue, .line)
  /// Errors from one to a hundredth.
  private static let decades = 2

  var svg: String {
    var canvas = Canvas(
      width: Self.width, height: 420, title: "What scrambled Sobol points bring",
      description:
        "Root mean square error over \(seeds) seeds, as a part of that of \(sizes[0]) plain draws")
    canvas.legend([Self.plainKey, Self.sobolKey], x: Self.left, y: 76)
    let gap = 44.0
    let room = Self.width - Self.left - 20
    let each = (room - gap * Double(panels.count - 1)) / Double(panels.count)
    for (index, panel) in panels.enumerated() {
      draw(panel, from: Self.left + (each + gap) * Double(index), width: each, index, on: &canvas)
    }
    canvas.text(
      "number of draws", x: Self.left + room / 2, y: 404, size: 11, anchor: .middle,
      color: Self.soft)
    return SVGRenderer.file(canvas.drawing)
  }

  private func draw(
    _ panel: Panel, from start: Double, width: Double, _ index: Int, on canvas: inout Canvas
  ) {
    let end = start + width
    let powers = Scale(
      log2(Double(sizes[0])), log2(Double(sizes[sizes.count - 1])), to: start, end)
    let orders = Scale(-Double(Self.decades), 0, to: Self.bottom, Self.top)
    canvas.text(panel.title, x: start, y: Self.top - 14, size: 12, bold: true)
    for decade in 0...Self.decades {
      let y = orders(-Double(decade))
      canvas.line(from: Point(start, y), to: Point(end, y), color: Self.grid)
      if index == 0 {
        canvas.text(
          ["1", "0.1", "0.01"][decade], x: start - 8, y: y + 4, size: 11, anchor: .end,
          color: Self.soft)
      }
    }
    for (place, size) in sizes.enumerated() where place % 2 == 1 || place == 0 {
      let x = powers(log2(Double(size)))
      canvas.line(from: Point(x, Self.bottom), to: Point(x, Self.bottom + 4), color: Self.soft)
      canvas.text(
        size < 10_000 ? "\(size)" : "\(size / 1024)k", x: x, y: Self.bottom + 18, size: 10,
        anchor: .middle, color: Self.soft)
    }
    for (errors, key) in [(panel.plain, Self.plainKey), (panel.sobol, Self.sobolKey)] {
      let points = zip(sizes, errors).map { size, error in
        Point(powers(log2(Double(size))), orders(log10(error / panel.plain[0])))
      }
      let isPlain = key.name == Self.plainKey.name
      canvas.polyline(points, color: key.color, width: 2, dashes: isPlain ? "5 3" : nil)
      for point in points {
        canvas.circle(point, radius: 2.5, fill: key.color, stroke: key.color)
      }
    }
  }
}
