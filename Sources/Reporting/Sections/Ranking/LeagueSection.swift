import Findings
import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// The league table and the chart of the four states.
  package static let league = Section("League", Words.self) { record, context in
    let ranked = record.ranking.order.compactMap { place in
      context.company(place.id).map { (place, $0) }
    }
    var blocks: [Block] = [context.heading(2, Words.title, key: "league")]
    guard !ranked.isEmpty else { return blocks + [context.paragraph(Words.empty)] }
    // One company alone is ahead of nobody.
    let isAlone = ranked.count == 1
    var columns: [Table.Column] = isAlone ? [] : [.init(context.text(Words.tier), .center)]
    columns += [
      .init(context.text(Columns.company)), .init(context.text(Words.odds), .right),
      .init(context.text(Words.outside), .right), .init(context.text(Words.inside), .right),
      .init(context.text(Columns.headroom), .right),
      .init(context.text(Words.runwayRounds), .right),
    ]
    if !isAlone {
      columns += [
        .init(context.text(Words.rank), .right),
        context.column(Words.leadsIf, place: .belowIfTight),
      ]
    }
    let rows = ranked.map { row($0.0, $0.1, isAlone: isAlone, context) }
    blocks.append(.table(Table(columns: columns, rows: rows)))
    if isAlone { return blocks }
    blocks.append(context.paragraph(Words.footer))
    if let weights = record.ranking.instabilityFromWeights {
      blocks.append(
        context.paragraph(
          Words.instability,
          [
            "weights": [.text(context.numbers.probability(weights))],
            "inputs": [.text(context.numbers.probability(1 - weights))],
          ]))
    }
    if let prefers = prefers(record.ranking, context) { blocks.append(prefers) }
    return blocks
  }

  private static func row(
    _ place: RankedCompany, _ company: CompanyRecord, isAlone: Bool, _ context: ReportContext
  ) -> [[Inline]] {
    let outcome = company.outcome
    let numbers = context.numbers
    let noOdds = context.line(
      Absence.unknownBecause,
      ["reason": [.text(outcome.unknown.map { context.sentence($0.reason) } ?? "")]])
    func odds(_ states: StateProbabilities?) -> [Inline]? {
      states.map { [.text(numbers.probability($0.brokeEven.value))] }
    }
    func view(_ states: StateProbabilities?) -> [Inline] {
      guard context.findings.pathsMatter(company) else { return context.line(Absence.emptyCell) }
      return odds(states) ?? context.line(Absence.emptyCell)
    }
    let tier: [[Inline]] = [
      [.text(place.sign.map { "\(place.tier) \($0.rawValue)" } ?? place.tier)]
    ]
    let cells: [[Inline]] = [
      context.companyLink(company.id),
      odds(outcome.states) ?? noOdds, view(outcome.statesOutside), view(outcome.statesInside),
      context.cell(outcome.headroom) { numbers.threePoints($0) },
      RunwayWords.withRounds(outcome, context),
    ]
    guard !isAlone else { return cells }
    return tier + cells
      + [context.rank(place.rank), [.text(LeadsIfWords.text(place, context))]]
  }

  /// A table of how often each company beats each, for readers who compare two.
  private static func prefers(_ ranking: RankingRecord, _ context: ReportContext) -> Block? {
    // So many times so many: more would fill the page with what nobody reads.
    let ids = ranking.order.prefix(ReportContext.mostShown).map(\.id)
    guard ids.count > 1, ranking.holdsAllPairs else { return nil }
    let columns =
      [Table.Column(context.text(Columns.company))]
      + ids.map { Table.Column(context.companyName($0), .right) }
    let rows = ids.map { row -> [[Inline]] in
      [context.companyLink(row)]
        + ids.map { column in
          let share = ranking.prefers[row]?[column]
          guard row != column, let share else { return context.line(Absence.emptyCell) }
          return [.text(context.numbers.probability(share))]
        }
    }
    return .details(
      summary: context.line(Words.prefersSummary),
      [context.paragraph(Words.prefersIntro), .table(Table(columns: columns, rows: rows))]
        + (ranking.order.count > ids.count
          ? [context.paragraph(Words.prefersFirst, ["count": [.text(String(ids.count))]])] : []))
  }
}

private enum Words: String, Phrases {
  static let topic = "League"

  case tier = "Tier"
  case odds = "Breaks even first"
  case outside = "Without its paths"
  case inside = "Paths in full"
  case runwayRounds = "Runway with rounds, months"
  case rank = "Rank p5–p95"
  case leadsIf = "Leads if …"
  case title = "League table"
  case empty = "No company could be ranked: no outcome is known."
  case footer = """
    Within a tier the companies can't be told apart. The sign says how sure the order is \
    against the row above: >> clear (at least 90 %), > likely (70–90 %), ~ can't tell. \
    Differences smaller than the sign says are noise or taste.
    """
  case instability = """
    Where ranks are unstable, {weights} of it comes from how one weighs the criteria (argue) and \
    {inputs} from the inputs (research).
    """
  case prefersSummary = "How often each company comes out above each other"
  case prefersFirst = "Only the first {count} are held against each other here."
  case prefersIntro = """
    The share of draws, of inputs and weights together, in which the company of the row \
    beats the company of the column.
    """
}
