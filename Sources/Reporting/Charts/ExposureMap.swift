import Publishing
import RunRecord

/// Companies by paths, darker where a company rests more on a path.
enum ExposureMap {
  /// The small numbers under the exposures.
  enum Detail {
    case intervals, scores
  }

  static func figure(
    _ companies: [CompanyRecord], _ context: ReportContext, _ detail: Detail = .intervals
  ) -> Block {
    let paths = context.record.paths
    let longest = companies.map { TextWidth.width(context.text($0.names), size: 12) }.max() ?? 0
    let left = Canvas.margin + min(210, max(90, longest + 12))
    let cell = (width: 118.0, height: 38.0)
    let columns = paths.count + 2
    let gap = 10.0
    let width = max(480, left + cell.width * Double(columns) + gap + Canvas.margin)
    let top = Canvas.top + 50
    let height = top + cell.height * Double(companies.count) + 34
    let title = context.text(detail == .scores ? Words.titleOfScores : Words.title)
    let description = context.text(
      detail == .scores ? Words.descriptionOfScores : Words.description)
    var canvas = Canvas(width: width, height: height, title: title, description: description)
    func x(_ column: Int) -> Double {
      left + cell.width * Double(column) + (column >= paths.count ? gap : 0)
    }
    let names =
      paths.map { context.text($0.title) }
      + [context.text(Columns.existingBusiness), context.text(Columns.uncoveredCost)]
    for (column, name) in names.enumerated() {
      let lines = TextWidth.wrapped(name, size: 11, width: cell.width - 8, lines: 3)
      for (index, line) in lines.enumerated() {
        canvas.text(
          line, x: x(column) + cell.width / 2,
          y: top - 8 - 14 * Double(lines.count - 1 - index), size: 11, anchor: .middle, bold: true)
      }
    }
    for (row, company) in companies.enumerated() {
      let y = top + cell.height * Double(row)
      canvas.text(
        TextWidth.fitted(
          context.text(company.names), size: 12, width: left - Canvas.margin - 8),
        x: left - 8, y: y + 23, size: 12, anchor: .end)
      for (column, path) in paths.enumerated() {
        let assessment = company.paths.first { $0.path == path.id }
        draw(
          assessment, detail, x: x(column), y: y, width: cell.width - 2, height: cell.height - 2,
          on: &canvas, context)
      }
      for (offset, quantity) in [company.outcome.existingBusiness, company.outcome.uncoveredCost]
        .enumerated()
      {
        draw(
          quantity, shade: false,
          below: detail == .scores ? nil : interval(quantity, context), x: x(paths.count + offset),
          y: y, width: cell.width - 2,
          height: cell.height - 2, on: &canvas, context)
      }
    }
    canvas.text(
      context.text(Words.legend), x: left, y: height - 12, size: 11, color: ChartPalette.soft)
    return .figure(
      Figure(
        path: detail == .scores ? "charts/scores.svg" : "charts/exposure.svg",
        alternative: "\(title). \(description)",
        drawing: canvas.drawing))
  }

  private static func draw(
    _ assessment: AssessmentRecord?, _ detail: Detail, x: Double, y: Double, width: Double,
    height: Double,
    on canvas: inout Canvas, _ context: ReportContext
  ) {
    switch assessment?.status {
    case .assessed? where assessment?.exposure.estimate == nil:
      canvas.rectangle(
        x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, fill: ChartPalette.paper,
        stroke: ChartPalette.grid)
      let score = assessment?.score.value.map { context.numbers.points($0) } ?? "?"
      canvas.text(
        "\(context.text(Columns.score)) \(score)", x: x + width / 2, y: y + 23, size: 11,
        anchor: .middle, color: ChartPalette.soft)
    case .assessed?:
      let exposure = assessment?.exposure ?? .unknown(Reason(.notAssessed))
      draw(
        exposure, shade: true,
        below: detail == .scores
          ? assessment?.score.value.map(context.numbers.points) : interval(exposure, context),
        x: x, y: y, width: width, height: height, on: &canvas, context)
    case .notPursued?:
      canvas.rectangle(x: x, y: y, width: width, height: height, fill: ChartPalette.empty)
      canvas.text(
        "–", x: x + width / 2, y: y + 23, size: 13, anchor: .middle, color: ChartPalette.soft)
    case .missingFacts?, nil:
      canvas.rectangle(
        x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, fill: ChartPalette.paper,
        stroke: ChartPalette.soft)
      canvas.text("?", x: x + width / 2, y: y + 23, size: 13, anchor: .middle)
    }
  }

  private static func draw(
    _ quantity: Quantity, shade: Bool, below: String?, x: Double, y: Double, width: Double,
    height: Double,
    on canvas: inout Canvas, _ context: ReportContext
  ) {
    guard let estimate = quantity.estimate, estimate.value.isFinite else {
      canvas.rectangle(
        x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, fill: ChartPalette.paper,
        stroke: ChartPalette.soft)
      canvas.text("?", x: x + width / 2, y: y + 23, size: 13, anchor: .middle)
      return
    }
    canvas.rectangle(
      x: x, y: y, width: width, height: height,
      fill: shade ? ChartPalette.shade(estimate.value) : ChartPalette.empty,
      stroke: ChartPalette.grid)
    let ink = shade ? ChartPalette.ink(onShade: estimate.value) : ChartPalette.ink
    canvas.text(
      context.numbers.points(estimate.value), x: x + width / 2, y: y + (below == nil ? 23 : 17),
      size: 13, anchor: .middle, bold: true, color: ink)
    if let below {
      canvas.text(below, x: x + width / 2, y: y + 30, size: 10, anchor: .middle, color: ink)
    }
  }

  /// The interval of an exposure; nil for one without width.
  private static func interval(_ quantity: Quantity, _ context: ReportContext) -> String? {
    guard let estimate = quantity.estimate, estimate.p5 != estimate.p95 else { return nil }
    return context.numbers.range(estimate.p5, estimate.p95, unit: "point")
  }
}

extension ExposureMap {
  enum Words: String, Phrases {
    static let topic = "ExposureMap"

    case title = "Exposure by company and path, points of 100"
    case description = "Darker is more exposed; the small numbers are p5 to p95"
    case titleOfScores = "Exposure and score by company and path, points of 100"
    case descriptionOfScores = "Darker is more exposed; the small numbers are scores"
    case legend = """
      – not pursued · ? facts missing · small: score where exposure is unknown
      """
  }
}
