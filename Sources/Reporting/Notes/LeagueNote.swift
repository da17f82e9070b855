package import Publishing
import RunRecord

/// The note that `evaluate` prints: the answer in a sentence, the league table, what can't be
/// ranked.
package enum LeagueNote {
  /// The note.
  package static func page(_ context: ReportContext) -> Page {
    .note(blocks(context))
  }

  /// The answer alone: who breaks even, who doesn't, and by which path.
  package static func answer(_ context: ReportContext) -> Page {
    .note([BriefSentences(context).answer])
  }

  static func blocks(_ context: ReportContext) -> [Block] {
    let record = context.record
    var blocks: [Block] = [BriefSentences(context).answer]
    blocks += Section<RunRecord>.league.blocks(record, context)
    if !unranked(context).isEmpty {
      blocks += [
        context.heading(2, Words.unranked, ["count": String(unranked(context).count)]),
        .list(byReason(context).map { ListItem($0) }, ordered: false),
      ]
    }
    blocks += Section<RunRecord>.warnings.blocks(record, context)
    return blocks + [ConditionWords.paragraph(record, context)]
  }

  private static func unranked(_ context: ReportContext) -> [CompanyRecord] {
    let ranked = Set(context.record.ranking.order.map(\.id))
    return context.record.companies.filter { !ranked.contains($0.id) }
  }

  /// `No cash balance is known (2): ByteDance, Yitu`, most companies first.
  private static func byReason(_ context: ReportContext) -> [[Inline]] {
    func reason(_ company: CompanyRecord) -> String {
      (context.record.ranking.unranked[company.id] ?? company.outcome.unknown?.reason)
        .map { context.sentence($0) } ?? context.text(Absence.notModelled)
    }
    return Dictionary(grouping: unranked(context), by: reason)
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .map { reason, companies in
        context.line(
          Words.group,
          [
            "reason": [.text(reason)], "count": [.text(String(companies.count))],
            "names": context.joined(
              companies.map { company in
                let name = context.companyLink(company.id)
                guard company.hasBrokenEven else { return name }
                return context.line(
                  Joining.nameWithDetail,
                  [
                    "name": name,
                    "detail": context.line(CompanyVerdict.Words.alreadyProfitable),
                  ])
              }),
          ])
      }
  }

  enum Words: String, Phrases {
    static let topic = "LeagueNote"

    case unranked = "Not ranked ({count})"
    case group = "{reason} ({count}): {names}"
  }
}
