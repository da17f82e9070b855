import Findings
import Publishing
import RunRecord

/// The four states at the horizon as bars that sum to 100 %.
enum OutcomeChart {
  private struct Row {
    var label: String
    var states: StateProbabilities
  }

  /// One bar a company.
  static func figure(_ companies: [CompanyRecord], _ context: ReportContext) -> Block {
    let all = companies.compactMap { company in
      context.findings.states(company).map {
        Row(label: context.text(company.names), states: $0)
      }
    }
    let (rows, more) = ChartRows.shown(all, context)
    let title = context.text(
      Words.title, ["horizon": String(context.record.run.horizon)])
    return draw(rows, title: title, path: "charts/outcomes.svg", more: more, context)
  }

  private static func draw(
    _ rows: [Row], title: String, path: String, more: String? = nil, _ context: ReportContext
  ) -> Block {
    let description = context.text(Words.description)
    let rowHeight = 34.0
    let longest = rows.map { TextWidth.width($0.label, size: 12) }.max() ?? 0
    let left = Canvas.margin + min(210, max(90, longest + 12))
    let top = Canvas.top + 30
    let bottom = top + rowHeight * Double(rows.count)
    let height = bottom + (more == nil ? 12 : 24)
    var canvas = Canvas(width: 760, height: height, title: title, description: description)
    canvas.legend(
      StateKind.allCases.map {
        ChartKey(
          context.text($0.phrase), ChartPalette.color($0), .striped(ChartPalette.stripes($0)))
      }, x: left, y: Canvas.top + 16)
    let scale = Scale(0, 1, to: left, canvas.width - Canvas.margin)
    for (index, row) in rows.enumerated() {
      let y = top + rowHeight * Double(index)
      let label = TextWidth.fitted(row.label, size: 12, width: left - Canvas.margin - 8)
      canvas.text(label, x: left - 8, y: y + 18, size: 12, anchor: .end)
      var sum = 0.0
      for kind in StateKind.allCases {
        let value = kind.estimate(row.states).value
        guard value.isFinite, value > 0 else { continue }
        let start = scale(sum)
        sum += value
        let width = scale(sum) - start
        canvas.area(
          x: start, y: y, width: width, height: rowHeight - 8, fill: ChartPalette.color(kind),
          stripes: ChartPalette.stripes(kind))
        let text = context.numbers.probability(value)
        if TextWidth.width(text, size: 11) + 8 <= width {
          canvas.label(
            text, x: start + width / 2, y: y + 17, size: 11, color: ChartPalette.ink(on: kind),
            over: ChartPalette.stripes(kind) == nil ? nil : ChartPalette.color(kind))
        }
      }
    }
    if let more {
      canvas.text(more, x: left, y: bottom + 12, size: 11, color: ChartPalette.soft)
    }
    return .figure(
      Figure(path: path, alternative: "\(title). \(description)", drawing: canvas.drawing))
  }
}

extension OutcomeChart {
  enum Words: String, Phrases {
    static let topic = "OutcomeChart"

    case title = "What becomes of each company by {horizon}"
    case description = "Bars of the four states, each row summing to 100 %"
  }
}
