import Publishing
import RunRecord

/// Companies by paths, in a stronger colour where a company rests more on a path.
///
/// It shows as many companies as a file of bearable size holds; the table on its page has all.
enum ExposureMap {
  /// What stands behind the exposures.
  enum Detail {
    case intervals, scores
  }

  /// The most paths in the map, those with most companies assessed, and the most cells with a number.
  private static let most = (paths: 12, cells: 260)

  static func figure(
    _ companies: [CompanyRecord], _ context: ReportContext, _ detail: Detail = .intervals
  ) -> Block {
    let paths = shownPaths(context)
    let rows = shownRows(companies, paths)
    let title = context.text(detail == .scores ? Words.titleOfScores : Words.title)
    let description = context.text(
      detail == .scores ? Words.descriptionOfScores : Words.description)
    let grid = Grid(rows: rows, paths: paths, detail: detail, context: context)
    let more = [
      ChartRows.more(companies.count - rows.count, context),
      context.record.paths.count > paths.count
        ? context.text(
          Words.morePaths, ["count": String(context.record.paths.count - paths.count)]) : nil,
    ].compactMap(\.self).joined(separator: " ")
    return .figure(
      Figure(
        path: detail == .scores ? "charts/scores.svg" : "charts/exposure.svg",
        alternative: "\(title). \(description)",
        drawing: grid.drawing(title: title, description: description, more: more)))
  }

  private static func shownPaths(_ context: ReportContext) -> [PathRecord] {
    let paths = context.record.paths
    guard paths.count > most.paths else { return paths }
    let assessed = paths.map { path in
      context.record.companies.count { company in
        company.paths.contains { $0.path == path.id && $0.status == .assessed }
      }
    }
    let chosen = paths.indices.sorted { (assessed[$1], $0) < (assessed[$0], $1) }
      .prefix(most.paths)
    return chosen.sorted().map { paths[$0] }
  }

  private static func shownRows(
    _ companies: [CompanyRecord], _ paths: [PathRecord]
  ) -> [CompanyRecord] {
    let ids = Set(paths.map(\.id))
    var cells = 0
    return Array(
      companies.prefix(ReportContext.mostShown).prefix { company in
        cells += 2 + company.paths.count { ids.contains($0.path) && $0.status != .notPursued }
        return cells <= most.cells
      })
  }
}

/// The cells of the map.
private struct Grid {
  let rows: [CompanyRecord]
  let paths: [PathRecord]
  let detail: ExposureMap.Detail
  let context: ReportContext

  private static let cell = (width: 118.0, height: 28.0)
  private static let gap = 10.0
  private static let top = Canvas.top + 50

  private var left: Double {
    let longest = rows.map { TextWidth.width(context.text($0.names), size: 12) }.max() ?? 0
    return Canvas.margin + min(210, max(90, longest + 12))
  }

  private func x(_ column: Int) -> Double {
    left + Self.cell.width * Double(column) + (column >= paths.count ? Self.gap : 0)
  }

  func drawing(title: String, description: String, more: String) -> SVGNode {
    let bottom = Self.top + Self.cell.height * Double(rows.count)
    var canvas = Canvas(
      width: max(480, x(paths.count + 2) + Canvas.margin),
      height: bottom + (more.isEmpty ? 34 : 52), title: title, description: description)
    drawTitles(on: &canvas)
    for (row, company) in rows.enumerated() {
      draw(company, y: Self.top + Self.cell.height * Double(row), on: &canvas)
    }
    canvas.text(
      context.text(ExposureMap.Words.legend), x: left, y: bottom + 20, size: 11,
      color: ChartPalette.soft)
    if !more.isEmpty {
      canvas.text(more, x: left, y: bottom + 38, size: 11, color: ChartPalette.soft)
    }
    return canvas.drawing
  }

  private func drawTitles(on canvas: inout Canvas) {
    let names =
      paths.map { context.text($0.title) }
      + [context.text(Columns.existingBusiness), context.text(Columns.uncoveredCost)]
    for (column, name) in names.enumerated() {
      let lines = TextWidth.wrapped(name, size: 11, width: Self.cell.width - 8, lines: 3)
      for (index, line) in lines.enumerated() {
        canvas.text(
          line, x: x(column) + Self.cell.width / 2,
          y: Self.top - 8 - 14 * Double(lines.count - 1 - index), size: 11, anchor: .middle,
          bold: true)
      }
    }
  }

  private func draw(_ company: CompanyRecord, y: Double, on canvas: inout Canvas) {
    canvas.text(
      TextWidth.fitted(context.text(company.names), size: 12, width: left - Canvas.margin - 8),
      x: left - 8, y: y + 18, size: 12, anchor: .end)
    // Where no cell is drawn over it, a path isn't pursued.
    canvas.rectangle(
      x: left, y: y, width: Self.cell.width * Double(paths.count) - 2, height: Self.cell.height - 2,
      fill: ChartPalette.empty)
    for (column, path) in paths.enumerated() {
      let assessment = company.paths.first { $0.path == path.id }
      switch assessment?.status {
      case .notPursued?: continue
      case .missingFacts?, nil: drawUnknown("?", column, y, on: &canvas)
      case .assessed?:
        let score = assessment?.score.value.map(context.numbers.points)
        guard let exposure = assessment?.exposure.estimate, exposure.value.isFinite else {
          drawUnknown("? / " + (score ?? "?"), column, y, on: &canvas)
          continue
        }
        draw(
          detail == .scores
            ? context.numbers.points(exposure.value) + " / " + (score ?? "?")
            : context.numbers.interval(exposure), shade: exposure.value, column, y, on: &canvas)
      }
    }
    for (offset, quantity) in [company.outcome.existingBusiness, company.outcome.uncoveredCost]
      .enumerated()
    {
      guard let estimate = quantity.estimate, estimate.value.isFinite else {
        drawUnknown("?", paths.count + offset, y, on: &canvas)
        continue
      }
      draw(
        detail == .scores
          ? context.numbers.points(estimate.value) : context.numbers.interval(estimate),
        shade: 0, paths.count + offset, y, on: &canvas)
    }
  }

  private func draw(
    _ text: String, shade: Double, _ column: Int, _ y: Double, on canvas: inout Canvas
  ) {
    fill(ChartPalette.shade(shade), column, y, on: &canvas)
    canvas.text(
      TextWidth.fitted(text, size: 12, width: Self.cell.width - 8),
      x: x(column) + Self.cell.width / 2, y: y + 18, size: 12, anchor: .middle,
      color: ChartPalette.ink(onShade: shade))
  }

  private func drawUnknown(
    _ text: String, _ column: Int, _ y: Double, on canvas: inout Canvas
  ) {
    fill(ChartPalette.paper, column, y, on: &canvas)
    canvas.text(
      text, x: x(column) + Self.cell.width / 2, y: y + 18, size: 12, anchor: .middle,
      color: ChartPalette.soft)
  }

  private func fill(
    _ color: ChartColor, _ column: Int, _ y: Double, on canvas: inout Canvas
  ) {
    canvas.rectangle(
      x: x(column), y: y, width: Self.cell.width - 2, height: Self.cell.height - 2, fill: color)
  }
}

extension ExposureMap {
  enum Words: String, Phrases {
    static let topic = "ExposureMap"

    case title = "Exposure by company and path, points of 100"
    case description = "Mean with p5 to p95 in brackets; the stronger the colour, the more exposed"
    case titleOfScores = "Exposure and score by company and path, points of 100"
    case descriptionOfScores = "Exposure / score; the stronger the colour, the more exposed"
    case legend = "Grey without a number: not pursued · ?: unknown, facts missing"
    case morePaths = "{count} more paths stand in the table."
  }
}
