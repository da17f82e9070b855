import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// A section on what the next disclosures will show, and what each answer would mean; nothing where
  /// nothing is due.
  package static let ahead = Section("Ahead", AheadWords.self) { company, context in
    guard let ahead = company.ahead, ahead.states != nil else { return [] }
    // A figure of which only one answer is likely tells nothing.
    let telling = ahead.figures.filter { $0.branches.count > 1 }
    guard !telling.isEmpty else { return [] }
    // Those that move the odds most; a page is no list.
    let told = telling.prefix(5)
    let speech = FigureSpeech(language: context.language)
    let hasTurns = told.contains { !$0.flips.isEmpty }
    let table = Table(
      columns: [
        context.column(AheadWords.figure), context.column(AheadWords.expected),
        context.column(AheadWords.forecast, .right), context.column(AheadWords.moves, .right),
        context.column(AheadWords.ifLow, place: .belowIfTight),
        context.column(AheadWords.ifMiddling, place: .belowIfTight),
        context.column(AheadWords.ifHigh, place: .belowIfTight),
      ] + (hasTurns ? [context.column(AheadWords.turns, place: .belowIfTight)] : []),
      rows: told.map { figure in
        speech.cells(of: figure) + speech.answers(of: figure)
          + (hasTurns ? [speech.turns(of: figure)] : [])
      })
    return [
      context.heading(2, AheadWords.title, key: "ahead"), context.paragraph(AheadWords.intro),
      .table(table),
    ]
  }
}
