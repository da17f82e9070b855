import Findings
import Publishing
import RunRecord

/// The odds of breaking even first, best first, each with how far its most weighty input that can be
/// researched moves them, and with what they were on an earlier day.
enum OddsForest {
  /// The chart; nil without odds.
  static func figure(_ companies: [CompanyRecord], _ context: ReportContext) -> Block? {
    let all = companies.compactMap { company in
      context.findings.odds(company).map { odds in
        ShareDrawing.Row(
          label: context.text(company.names), value: odds,
          range: company.outcome.assumptionBand.map { ($0.low, $0.high) },
          earlier: context.earlierOdds(company.id), text: context.numbers.probability(odds))
      }
    }
    let (rows, more) = ChartRows.shown(all, context)
    let title = context.text(Words.title, ["horizon": String(context.record.run.horizon)])
    let description = context.text(Words.description)
    let drawing = ShareDrawing(
      title: title, description: description, rows: rows,
      names: (
        context.text(Words.odds), context.text(Words.band),
        context.text(Words.then, ["date": context.earlier?.run.asOf ?? ""])
      ), more: more, numbers: context.numbers
    ).drawing
    return drawing.map {
      .figure(
        Figure(
          path: "charts/odds.svg", alternative: "\(title). \(description)", drawing: $0))
    }
  }
}

extension OddsForest {
  enum Words: String, Phrases {
    static let topic = "OddsForest"

    case title = "Odds of breaking even by {horizon} before the money runs out"
    case description =
      "Line: the odds at the low and at the high end of the input they hang on most"
    case odds = "odds"
    case band = "its weightiest input, low to high"
    case then = "on {date}"
  }
}
