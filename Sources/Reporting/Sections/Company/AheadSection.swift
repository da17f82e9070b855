import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// A section on what the next disclosures will show, and what each answer would mean; nothing where
  /// nothing is due.
  package static let ahead = Section("Ahead", AheadWords.self) { company, context in
    guard let ahead = company.ahead, ahead.states != nil, !ahead.figures.isEmpty else { return [] }
    let speech = FigureSpeech(language: context.language)
    return [
      context.heading(2, AheadWords.title, key: "ahead"), context.paragraph(AheadWords.intro),
      // Those that move the odds most; a page is no list.
      speech.table(Array(ahead.figures.prefix(5))),
    ]
  }
}
