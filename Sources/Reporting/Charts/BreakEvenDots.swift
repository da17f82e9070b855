import Findings
import Publishing
import RunRecord

/// The year in which a company breaks even, in twenty dots.
enum BreakEvenDots {
  /// The chart; nil for a company without odds.
  static func figure(_ company: CompanyRecord, _ context: ReportContext) -> Block? {
    guard context.findings.states(company) != nil,
      let byYear = company.outcome.known?.breakEvenBy, let last = byYear.keys.max(),
      let reached = byYear[last]?.value
    else { return nil }
    var sum = 0.0
    var classes = byYear.keys.sorted().compactMap { year -> (label: String, chance: Double)? in
      guard let upTo = byYear[year]?.value else { return nil }
      defer { sum = upTo }
      return (String(year), max(0, upTo - sum))
    }
    guard !classes.isEmpty else { return nil }
    classes.append((context.text(Words.never, ["year": String(last)]), max(0, 1 - reached)))
    let title = context.text(Words.title, ["company": context.text(company.names)])
    let description = context.text(Words.description)
    let drawing = QuantileDots(
      title: title, description: description, classes: classes, lastIsNever: true,
      key: context.text(
        Words.dot, ["share": context.numbers.share(100 / Double(QuantileDots.count))])
    ).drawing
    return drawing.map {
      .figure(
        Figure(
          path: "charts/company.\(safeName(company.id)).when.svg",
          alternative: "\(title). \(description)", drawing: $0))
    }
  }
}

extension BreakEvenDots {
  enum Words: String, Phrases {
    static let topic = "BreakEvenDots"

    case title = "{company}: when it breaks even, in twenty futures"
    case description = "The year of breaking even before the money runs out; hollow: not by then"
    case never = "not by {year}"
    case dot = "{share} of futures"
  }
}
