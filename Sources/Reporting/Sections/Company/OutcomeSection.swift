package import RunRecord

extension Section where Subject == CompanyRecord {
  /// The four states at the horizon, and where the company stands among the others.
  package static let outcome = Section("Outcome") { company, context in
    let outcome = company.outcome
    guard let states = outcome.states else { return [] }
    var blocks: [Block] = [context.heading(2, .outcomeTitle, key: "outcome")]
    // Odds of what has happened already would mislead.
    if !company.hasBrokenEven {
      blocks += [
        OutcomeChart.figure(company, context),
        table(states, base: outcome.statesWithBaseRate, context),
        context.paragraph(.outcomeFooter),
      ]
    }
    var items = company.hasBrokenEven ? [] : timing(outcome, context)
    items.append(place(company, context))
    items.append(
      context.line(
        .fourScores,
        [
          "headroom": context.points(outcome.headroom), "cash": context.points(outcome.cashCover),
          "support": context.points(outcome.pathSupport),
          "independence": context.points(outcome.diversification),
        ]))
    items += outcome.notes.map { [.text(context.sentence($0))] }
    blocks.append(.list(items.map { ListItem($0) }, ordered: false))
    return blocks
  }

  private static func table(
    _ states: StateProbabilities, base: StateProbabilities?, _ context: ReportContext
  ) -> Block {
    let numbers = context.numbers
    let rows = StateKind.allCases.map { kind -> [[Inline]] in
      let adjusted = base.map(kind.estimate)
      return [
        context.line(kind.phrase),
        [.text(numbers.probability(kind.estimate(states).value))],
        adjusted.map { [.text(numbers.probability($0.value))] } ?? context.line(.noBaseRate),
        adjusted.map { [.text(numbers.probabilities($0.p5, $0.p95))] } ?? context.line(.noBaseRate),
      ]
    }
    return .table(
      Table(
        columns: [
          .init(context.text(.columnState)), .init(context.text(.columnModel), .right),
          .init(context.text(.columnBase), .right), .init(context.text(.columnRange), .right),
        ], rows: rows))
  }

  /// When it breaks even, and how firmly.
  private static func timing(_ outcome: Outcome, _ context: ReportContext) -> [[Inline]] {
    var items = [
      context.line(.medianYear, ["year": context.year(outcome.medianBreakEvenYear)])
    ]
    if outcome.provisional.estimate != nil {
      items.append(
        context.line(.provisionalShare, ["share": context.probability(outcome.provisional)]))
    }
    if outcome.brokeEvenThenRanDry.estimate != nil {
      items.append(
        context.line(.ranDryShare, ["share": context.probability(outcome.brokeEvenThenRanDry)]))
    }
    return items
  }

  /// Where it stands among the others, never without the interval.
  private static func place(_ company: CompanyRecord, _ context: ReportContext) -> [Inline] {
    let ranking = context.record.ranking
    guard let place = ranking.order.first(where: { $0.id == company.id }) else {
      let reason = ranking.unranked[company.id].map { context.sentence($0) }
      return context.line(
        .notRanked, ["reason": [.text(reason ?? context.text(.notModelled))]])
    }
    return context.line(
      .placeLine,
      [
        "tier": [.text(place.tier)], "rank": context.rank(place.rank),
        "count": [.text(String(ranking.order.count))],
        "leads": [.text(LeadsIf.words(place, ranking, context))],
      ])
  }
}
