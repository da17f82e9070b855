import Findings
import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// Why the odds of those that moved far did: split among what differs where that was computed, else
  /// the command that says it of each.
  package static let whyItMoved = Section("WhyItMoved", Words.self) { record, context in
    guard let earlier = context.earlier else { return [] }
    let far = context.findings.moves(since: earlier).filter(\.isFar)
    guard !far.isEmpty else { return [] }
    let heading = context.heading(2, Words.title)
    guard let changes = context.changes else {
      let shown = far.prefix(ReportContext.mostShown)
      return [
        heading, context.paragraph(Words.intro),
        .code(
          shown.map {
            "breakeven changes \(earlier.run.asOf) \(record.run.asOf) --company \($0.company.id)"
          }.joined(separator: "\n"), language: nil),
      ]
    }
    let note = ChangesNote(changes, language: context.language)
    let told = changes.companies.filter { $0.main != nil }.prefix(mostTold)
    return [heading]
      + told.flatMap { company -> [Block] in
        let figure = company.main.flatMap {
          DifferenceWaterfall.figure($0, of: company, note, context)
        }
        return [.heading(3, [.text(context.text(company.names))], key: nil)]
          + [figure].compactMap(\.self) + note.blocks(of: company)
      } + note.closing
  }

  /// The most companies that are told of with what moved them.
  private static let mostTold = 12
}

private enum Words: String, Phrases {
  static let topic = "WhyItMoved"

  case title = "Why"
  case intro = """
    Each of these commands splits what moved exactly among facts, assumptions, models, scoring and \
    time, and inside facts fact by fact.
    """
}
