import Findings
import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// A section with a line for each claim that was tested.
  package static let theses = Section("Theses", Words.self) { record, context in
    guard let theses = record.theses, !theses.isEmpty else { return [] }
    return [context.heading(2, Words.title)]
      + theses.flatMap { thesis -> [Block] in
        [
          context.paragraph(
            Words.thesis,
            [
              "title": [
                .link(
                  [.text(context.text(thesis.title))],
                  to: .page(ReportContext.thesisPage(thesis.id), anchor: nil))
              ]
            ]),
          .list(thesis.claims.map { ListItem(line($0, of: thesis, context)) }, ordered: false),
        ]
      }
  }

  private static func line(
    _ claim: ClaimRecord, of thesis: ThesisRecord, _ context: ReportContext
  ) -> [Inline] {
    let text = ClaimText(claim, context)
    let finding = text.finding
    var detail = claim.chance.value == nil ? [] : text.chance
    if finding.verdict == .assumed {
      detail = context.line(Words.restsOn, ["names": text.restsOn])
    } else if finding.hasChanged, let since = thesis.since, claim.before?.value != nil {
      detail = context.line(
        Words.was, ["chance": text.chance, "date": [.text(since)], "before": text.before])
    }
    let verdict: [Inline] = [.strong([.text(text.verdict)])]
    return context.line(
      Joining.labelled,
      [
        "label": [
          .link(
            [.text(context.text(claim.title))],
            to: .page(
              ReportContext.thesisPage(thesis.id), anchor: ReportContext.claimKey(claim.id)))
        ],
        "value": detail.isEmpty
          ? verdict
          : context.line(Joining.nameWithDetail, ["name": verdict, "detail": detail]),
      ])
  }
}

private enum Words: String, Phrases {
  static let topic = "Theses"

  case title = "Claims under test"
  case thesis = "{title}:"
  case restsOn = "rests on {names}"
  case was = "{chance}; as of {date} {before}"
}
