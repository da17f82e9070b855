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
    let count = InputCount(record)
    return QuestionHead.blocks(
      context.line(Words.question),
      answer: context.line(
        Words.answer,
        [
          "draws": [.text(DecimalText.grouped(Double(record.run.draws)))],
          "horizon": [.text(String(record.run.horizon))], "total": [.text(String(count.total))],
          "facts": [.text(String(count.facts))],
        ])) + [
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

  case question = "How do the numbers come about, and how sure are they?"
  case answer = """
    Each is counted on {draws} simulated futures to the end of {horizon}, drawn from {total} inputs \
    beside the accounts, of which {facts} rest on facts with sources.
    """
  case title = "How to read the numbers"
  case more = "More in {method}; everything cited is in {sources}."
}
