import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// The words of the tables, short.
  package static let howToRead = Section("HowToRead", Words.self) { record, context in
    let lines: [Definitions] = [
      Definitions.odds, Definitions.views, Definitions.headroom, Definitions.runway,
      Definitions.rank, Definitions.exposure, Definitions.score,
      Definitions.estimate, Definitions.unknown,
    ]
    return [
      context.heading(2, Words.title),
      .list(lines.map { ListItem(context.line($0)) }, ordered: false),
      context.paragraph(
        Words.more,
        [
          "method": [
            .link(
              context.line(Pages.method), to: .page(ReportContext.methodPage, anchor: nil))
          ],
          "sources": [
            .link(
              context.line(Pages.sources), to: .page(ReportContext.allSourcesPage, anchor: nil))
          ],
        ]),
    ]
  }
}

private enum Words: String, Phrases {
  static let topic = "HowToRead"

  case title = "How to read the numbers"
  case more = "More in {method}; everything cited is in {sources}."
}
