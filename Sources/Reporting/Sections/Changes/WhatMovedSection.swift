import Findings
import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// The odds of an earlier day and of now, those that moved most first.
  package static let whatMoved = Section("WhatMoved", Words.self) { record, context in
    guard let earlier = context.earlier else { return [] }
    let day = earlier.run.asOf
    let moves = context.findings.moves(since: earlier)
    let far = moves.filter(\.isFar)
    func count(_ number: Int) -> [Inline] { [.text(String(number))] }
    var places: [String: [Inline]] = [
      "date": [.text(day)], "now": [.text(record.run.asOf)], "count": count(moves.count),
      "far": count(far.count), "points": count(OddsMove.farPoints),
    ]
    if let most = moves.first {
      places["company"] = context.companyLink(most.company.id)
      places["before"] = [.text(context.numbers.probability(most.then))]
      places["after"] = [.text(context.numbers.probability(most.now))]
    }
    var blocks = QuestionHead.blocks(
      context.line(Words.question, places),
      answer: context.line(moves.isEmpty ? Words.nobody : Words.answer, places))
    blocks += coming(record, earlier, context)
    guard !moves.isEmpty else { return blocks }
    if let figure = MovementChart.figure(moves, since: day, context) { blocks.append(figure) }
    let table = Table(
      columns: [
        .init(context.text(Columns.company)), .init(day, .right), .init(record.run.asOf, .right),
        .init(context.text(Words.points), .right), .init(context.text(Words.group)),
      ],
      rows: moves.map { row($0, context) })
    return blocks + [context.heading(2, Words.title), .table(table)]
  }

  private static func row(_ move: OddsMove, _ context: ReportContext) -> [[Inline]] {
    let group = context.findings.group(move.company)
    return [
      context.companyLink(move.company.id), [.text(context.numbers.probability(move.then))],
      [.text(context.numbers.probability(move.now))],
      [.text(signed(move.points, context))],
      group == move.group
        ? context.line(Words.same, ["group": context.line(WhatIfWords.name(of: group))])
        : context.line(
          Words.other,
          [
            "then": context.line(WhatIfWords.name(of: move.group)),
            "group": context.line(WhatIfWords.name(of: group)),
          ]),
    ]
  }

  /// Points of 100 with their sign: `+12`, `−3`, `0`.
  private static func signed(_ points: Int, _ context: ReportContext) -> String {
    (points > 0 ? "+" : "") + context.numbers.points(Double(points))
  }

  /// The companies that have odds on one of the two days alone.
  private static func coming(
    _ record: RunRecord, _ earlier: RunRecord, _ context: ReportContext
  ) -> [Block] {
    let findings = context.findings
    let then = Dictionary(earlier.companies.map { ($0.id, $0) }) { first, _ in first }
    let came = context.companiesByOdds.filter { then[$0.id].flatMap(findings.odds) == nil }
    let went = record.companies.filter {
      findings.odds($0) == nil && then[$0.id].flatMap(findings.odds) != nil
    }
    func line(_ phrase: Words, _ companies: [CompanyRecord]) -> [Inline]? {
      companies.isEmpty
        ? nil
        : context.line(
          phrase,
          [
            "count": [.text(String(companies.count))],
            "names": context.names(companies.map { context.companyLink($0.id) }),
          ])
    }
    let lines = [line(Words.came, came), line(Words.went, went)].compactMap(\.self)
    return lines.isEmpty ? [] : [.list(lines.map { ListItem($0) }, ordered: false)]
  }
}

private enum Words: String, Phrases {
  static let topic = "WhatMoved"

  case question = "What moved between {date} and {now}, and why?"
  case answer = """
    Of {count} companies with odds on both days {far} moved by {points} points or more, most \
    {company}: {before} then, {after} now.
    """
  case nobody = "No company has odds on both days, so nothing can be said to have moved."
  case title = "The odds of breaking even first, then and now"
  case points = "Points"
  case group = "What becomes of it"
  case same = "as then: {group}"
  case other = "then {then}, now {group}"
  case came = "Odds now but not then: {count}: {names}."
  case went = "Odds then but not now: {count}: {names}."
}
