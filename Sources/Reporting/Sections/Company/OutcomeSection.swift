import Findings
import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// The four states at the horizon, and where the company stands among the others.
  package static let outcome = Section("Outcome", Words.self) { company, context in
    let outcome = company.outcome
    guard outcome.known != nil else { return [] }
    var blocks: [Block] = [context.heading(2, Words.title, key: "outcome")]
    if let states = context.findings.states(company) {
      blocks.append(table(company, states, context))
    }
    blocks += [OddsByYear.figure(company, context), BreakEvenDots.figure(company, context)]
      .compactMap(\.self)
    var items = company.hasBrokenEven ? [] : timing(outcome, context)
    items += [place(company, context)].compactMap(\.self)
    items += outcome.notes.map { [.text(context.sentence($0))] }
    var more = company.hasBrokenEven ? [] : firmness(outcome, context)
    more.append(
      context.line(
        company.hasBrokenEven ? Words.threeScores : Words.fourScores,
        [
          "headroom": context.points(outcome.headroom), "cash": context.points(outcome.cashCover),
          "support": context.points(outcome.pathSupport),
          "diversification": context.points(outcome.diversification),
        ]))
    if !items.isEmpty { blocks.append(.list(items.map { ListItem($0) }, ordered: false)) }
    blocks.append(
      .details(
        summary: context.line(Words.more),
        [.list(more.map { ListItem($0) }, ordered: false)] + byYear(company, context)))
    return blocks
  }

  /// The states in the three views: by companies like this one alone, with its paths by the weight of
  /// their evidence, and with their models in full.
  private static func table(
    _ company: CompanyRecord, _ states: StateProbabilities, _ context: ReportContext
  ) -> Block {
    let views = [
      (Words.outside, company.outcome.statesOutside), (Words.odds, states),
      (Words.inside, company.outcome.statesInside),
    ].filter { $0.1 != nil }
    let rows = StateKind.allCases.map { kind -> [[Inline]] in
      [context.line(kind.phrase)]
        + views.map { _, states in
          states.map { [.text(context.numbers.probability(kind.estimate($0).value))] }
            ?? context.line(Absence.emptyCell)
        }
    }
    return .table(
      Table(
        columns: [.init(context.text(Words.state))]
          + views.map { .init(context.text($0.0), .right) }, rows: rows))
  }

  /// The odds by the end of each year.
  private static func byYear(_ company: CompanyRecord, _ context: ReportContext) -> [Block] {
    guard !company.hasBrokenEven, let outcome = company.outcome.known else { return [] }
    let years = Set(outcome.breakEvenBy.keys).union(outcome.operatingBy.keys).sorted()
    guard !years.isEmpty else { return [] }
    func odds(_ quantity: Quantity?) -> [Inline] {
      quantity.map(context.probability) ?? context.line(Absence.notModelled)
    }
    return [
      .table(
        Table(
          columns: [
            .init(context.text(YearWords.year)), .init(context.text(Words.brokeEvenBy), .right),
            .init(context.text(Words.operating), .right),
          ],
          rows: years.map { year in
            [
              [.text(String(year))], odds(outcome.breakEvenBy[year]),
              odds(outcome.operatingBy[year]),
            ]
          }))
    ]
  }

  /// The year of break-even.
  private static func timing(_ outcome: Outcome, _ context: ReportContext) -> [[Inline]] {
    [context.line(Words.medianYear, ["year": context.year(outcome.medianBreakEvenYear)])]
  }

  /// How firm break-even is where it is reached.
  private static func firmness(_ outcome: Outcome, _ context: ReportContext) -> [[Inline]] {
    var items: [[Inline]] = []
    if outcome.provisional.estimate != nil {
      items.append(
        context.line(Words.provisionalShare, ["share": context.probability(outcome.provisional)]))
    }
    if outcome.brokeEvenThenRanDry.estimate != nil {
      items.append(
        context.line(Words.ranDryShare, ["share": context.probability(outcome.brokeEvenThenRanDry)])
      )
    }
    return items
  }

  /// The company's place among the others, never without the interval; nil where it was evaluated
  /// alone and there is nobody to rank it among.
  private static func place(_ company: CompanyRecord, _ context: ReportContext) -> [Inline]? {
    let ranking = context.record.ranking
    guard let place = ranking.order.first(where: { $0.id == company.id }) else {
      let reason = ranking.unranked[company.id].map { context.sentence($0) }
      return context.line(
        Words.notRanked, ["reason": [.text(reason ?? context.text(Absence.notModelled))]])
    }
    guard ranking.order.count > 1 else { return nil }
    return context.line(
      Words.placeLine,
      [
        "tier": [.text(place.tier)], "rank": context.rank(place.rank),
        "count": [.text(String(ranking.order.count))],
        "leads": [.text(LeadsIfWords.text(place, context))],
      ])
  }
}

private enum Words: String, Phrases {
  static let topic = "Outcome"

  case state = "At the horizon"
  case odds = "With its paths"
  case outside = "From outside, without its paths"
  case inside = "From inside, paths in full"
  case title = "What becomes of it"
  case more = "How firm that is, scores, and the odds by year"
  case brokeEvenBy = "Broke even by then"
  case operating = "Still operating"
  case medianYear = "Median year of breaking even: {year}"
  case provisionalShare = """
    Provisional: in {share} of draws break-even counts on the last year alone
    """
  case ranDryShare = "Broke even, then ran dry: {share} of draws"
  case fourScores = """
    Of 100 points: headroom {headroom}, cash cover {cash}, path support {support}, \
    diversification {diversification}
    """
  case threeScores = """
    Of 100 points: headroom {headroom}, path support {support}, diversification {diversification}
    """
  case placeLine = "Place: tier {tier}, rank {rank} of {count}; when it leads: {leads}"
  case notRanked = "Not ranked: {reason}"
}
