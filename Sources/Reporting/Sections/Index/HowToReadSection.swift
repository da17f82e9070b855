package import RunRecord

extension Section where Subject == RunRecord {
  /// The words of the tables, short.
  package static let howToRead = Section("HowToRead") { record, context in
    let lines: [Phrase] = [
      .readOdds, .readBaseRate, .readHeadroom, .readRunway, .readRank, .readExposure, .readScore,
      .readEstimate, .readUnknown,
    ]
    return [
      context.heading(2, .howToReadTitle),
      .list(lines.map { ListItem(context.line($0)) }, ordered: false),
      context.paragraph(
        .readMore,
        [
          "method": [
            .link(
              context.line(.methodTitle), to: .page(ReportContext.methodPage, anchor: nil))
          ],
          "sources": [
            .link(
              context.line(.sourcesTitle), to: .page(ReportContext.allSourcesPage, anchor: nil))
          ],
        ]),
    ]
  }
}
