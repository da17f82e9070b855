package import Publishing
package import RunRecord

/// The note that `breakeven thesis` prints: all claims, or one of them with its test.
package struct ThesisNote: Speaker {
  let theses: [ThesisRecord]
  package let language: Language

  package init(_ theses: [ThesisRecord], language: Language = .english) {
    self.theses = theses
    self.language = language
  }

  /// The claims of all theses, a table each.
  package var page: Page {
    .note(
      theses.flatMap { thesis -> [Block] in
        [
          .heading(1, [.text(language.text(thesis.title))], key: nil),
          .table(ClaimTable.table(thesis, self, link: false)),
          paragraph(
            Words.footer,
            [
              "date": [.text(thesis.asOf)], "draws": [.text(String(thesis.draws))],
              "file": [.code(thesis.file)],
            ]),
        ]
      })
  }

  /// One claim with its test in full.
  package static func page(
    _ claim: ClaimRecord, of thesis: ThesisRecord, _ language: Language
  ) -> Page {
    .note(
      [.heading(1, [.text(language.text(claim.title))], key: nil)]
        + ClaimBlocks(claim, of: thesis, language).blocks)
  }

  enum Words: String, Phrases {
    static let topic = "ThesisNote"

    case footer = """
      As of {date}, {draws} draws; the tests stand in {file}. "Assumed, not tested": with what it \
      rests on in a neutral place the verdict is another.
      """
  }
}
