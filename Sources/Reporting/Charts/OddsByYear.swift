import Findings
import Publishing
import RunRecord

/// What has become of a company by the end of each year: the four states, stacked to 100 %.
enum OddsByYear {
  /// The chart; nil for a company without odds, and in a run that didn't record them by year.
  static func figure(_ company: CompanyRecord, _ context: ReportContext) -> Block? {
    guard context.findings.states(company) != nil, let byYear = company.outcome.statesBy else {
      return nil
    }
    let title = context.text(Words.title, ["company": context.text(company.names)])
    let description = context.text(Words.description)
    let drawing = StackedColumns(
      title: title, description: description,
      parts: StateKind.allCases.map { kind in
        StackedColumns.Part(
          context.text(kind.phrase), ChartPalette.color(kind), stripes: ChartPalette.stripes(kind),
          ink: ChartPalette.ink(on: kind))
      },
      columns: byYear.keys.sorted().compactMap { year in
        byYear[year].map { states in
          (String(year), StateKind.allCases.map { $0.estimate(states).value })
        }
      }, numbers: context.numbers
    ).drawing
    return drawing.map {
      .figure(
        Figure(
          path: "charts/company.\(safeName(company.id)).years.svg",
          alternative: "\(title). \(description)", drawing: $0))
    }
  }
}

extension OddsByYear {
  enum Words: String, Phrases {
    static let topic = "OddsByYear"

    case title = "{company}: what has become of it by the end of each year"
    case description = "Shares of simulated futures; each column adds up to 100 %"
  }
}
