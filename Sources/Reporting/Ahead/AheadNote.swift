package import Publishing
package import RunRecord

/// What `breakeven ahead` prints.
package struct AheadNote: Speaker {
  private let record: AheadRecord
  package let language: Language
  private var speech: FigureSpeech { FigureSpeech(language: language) }

  /// A note.
  package init(_ record: AheadRecord, language: Language = .english) {
    self.record = record
    self.language = language
  }

  /// The note.
  package var page: Page {
    let isShort = record.companies.count > 3
    let body = isShort ? overview : record.companies.flatMap(blocks(of:))
    guard !body.isEmpty else { return .note([]) }
    return .note(
      body + [
        paragraph(
          AheadWords.note,
          [
            "day": [.text(record.asOf)], "until": [.text(record.until)],
            "draws": [.text(String(record.draws))],
          ])
      ])
  }

  /// Of many companies the figures that matter most.
  private var overview: [Block] {
    let told = record.companies.filter { $0.states != nil }
    let rows = told.flatMap { company in
      company.figures.prefix(2).map { (company, $0) }
    }
    guard !rows.isEmpty else { return [] }
    return [
      speech.table(rows.map(\.1), names: rows.map { [.text(text($0.0.names))] }),
      paragraph(AheadWords.many),
    ]
  }

  private func blocks(of company: CompanyAhead) -> [Block] {
    let name = text(company.names)
    var blocks: [Block] = [
      .paragraph(
        company.states.map { speech.standing($0, name: name) }
          ?? line(
            AheadWords.without,
            [
              "name": [.strong([.text(name)])],
              "reason": [.text(company.reason.map(sentence) ?? "")],
            ])),
      speech.table(company.figures),
    ]
    if let next = company.next {
      blocks.append(
        paragraph(
          AheadWords.next,
          [
            "report": [.text(FreshnessWords.report(next, self))],
            "day": [.text(MonthWords.month(next.since))],
          ]))
    }
    return blocks
  }
}
