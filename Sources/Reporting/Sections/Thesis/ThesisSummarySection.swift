import Findings
import Publishing
package import RunRecord

extension Section where Subject == ThesisRecord {
  /// A section with all claims at a glance.
  package static let thesisSummary = Section("ThesisSummary", Words.self) { thesis, context in
    var blocks: [Block] = QuestionHead.blocks(
      context.line(Words.question), answer: answer(thesis, context))
    if let summary = thesis.summary { blocks.append(.paragraph([.text(context.text(summary))])) }
    if !thesis.sources.isEmpty {
      blocks.append(
        context.paragraph(Words.saidBy, ["sources": context.citations(thesis.sources)]))
    }
    return blocks + [
      context.paragraph(
        Words.howTested,
        [
          "date": [.text(thesis.asOf)], "draws": [.text(String(thesis.draws))],
          "file": [.code(thesis.file)],
        ]),
      .table(ClaimTable.table(thesis, context)),
      context.paragraph(Words.scale),
    ]
  }
}

extension Section where Subject == ThesisRecord {
  /// How many claims came out which way.
  private static func answer(_ thesis: ThesisRecord, _ context: ReportContext) -> [Inline] {
    let verdicts = thesis.claims.map { ClaimFinding($0).verdict }
    func count(_ which: ClaimVerdict...) -> [Inline] {
      [.text(String(verdicts.count { which.contains($0) }))]
    }
    return context.line(
      Words.answer,
      [
        "count": [.text(String(verdicts.count))],
        "yes": count(.supported, .leaningYes), "no": count(.contradicted, .leaningNo),
        "open": count(.open), "assumed": count(.assumed),
        "untested": count(.notEnoughEvidence, .notTestable),
      ])
  }
}

/// The claims of a thesis as a table.
enum ClaimTable {
  static func table(
    _ thesis: ThesisRecord, _ voice: some Speaker, link: Bool = true
  ) -> Table {
    let hasBefore = thesis.since != nil
    return Table(
      columns: [
        voice.column(ClaimWords.claim), voice.column(ClaimWords.verdict),
        voice.column(ClaimWords.chance),
      ]
        + (hasBefore
          ? [
            Table.Column(voice.text(ClaimWords.before, ["date": thesis.since ?? ""]))
          ] : []) + [voice.column(ClaimWords.restsOn, place: .belowIfTight)],
      rows: thesis.claims.map { claim in
        let text = ClaimText(claim, voice)
        let title: [Inline] = [.text(voice.text(claim.title))]
        return [
          link
            ? [
              .link(
                title,
                to: .page(
                  ReportContext.thesisPage(thesis.id), anchor: ReportContext.claimKey(claim.id)))
            ] : [.code(claim.id), .text(": ")] + title,
          [.strong([.text(text.verdict)])], text.chance,
        ] + (hasBefore ? [text.before] : []) + [text.restsOn]
      })
  }
}

private enum Words: String, Phrases {
  static let topic = "ThesisSummary"

  case question = "Which of these claims hold?"
  case answer = """
    Of {count} claims: supported or leaning yes {yes}, contradicted or leaning no {no}, open {open}, \
    resting on an input that nobody has measured {assumed}, not tested {untested}.
    """
  case saidBy = "Said by {sources}."
  case howTested = """
    Each claim is true or false in each of {draws} simulated futures as of {date}; the chance is the \
    share in which it is true. Nothing in the models was set so that a claim comes out one way or \
    the other. The claims and their tests stand in {file}.
    """
  case scale = """
    From 80 % supported, 60 to 80 leaning yes, 40 to 60 open, 20 to 40 leaning no, to 20 % \
    contradicted. **Assumed, not tested**: with an input that nobody has measured in a neutral place \
    the verdict is another, or the chance moves by more than 20 points; so the claim rests on that \
    input and not on evidence.
    """
}
