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
    let speech = FigureSpeech(language: context.language)
    return [
      context.heading(2, AheadWords.title, key: "ahead"), context.paragraph(AheadWords.intro),
      // Those that move the odds most; a page is no list.
      speech.table(Array(telling.prefix(5))),
    ]
  }
}
