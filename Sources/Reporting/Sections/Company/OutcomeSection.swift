import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// The four states at the horizon, and where the company stands among the others.
  package static let outcome = Section("Outcome", Words.self) { company, context in
    let outcome = company.outcome
    guard let states = outcome.states else { return [] }
    var blocks: [Block] = [context.heading(2, Words.title, key: "outcome")]
    // Odds of what has happened already would mislead.
    if !company.hasBrokenEven {
      blocks += [
        OutcomeChart.figure(company, context),
        table(states, base: outcome.statesWithBaseRate, context),
        context.paragraph(Words.footer),
      ]
    }
    var items = company.hasBrokenEven ? [] : timing(outcome, context)
    items.append(place(company, context))
    items.append(
      context.line(
        Words.fourScores,
        [
          "headroom": context.points(outcome.headroom), "cash": context.points(outcome.cashCover),
          "support": context.points(outcome.pathSupport),
          "diversification": context.points(outcome.diversification),
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
        adjusted.map { [.text(numbers.probability($0.value))] } ?? context.line(Absence.noBaseRate),
        adjusted.map { [.text(numbers.probabilities($0.p5, $0.p95))] }
          ?? context.line(Absence.noBaseRate),
      ]
    }
    return .table(
      Table(
        columns: [
          .init(context.text(Words.state)), .init(context.text(Words.model), .right),
          .init(context.text(Words.base), .right), .init(context.text(Words.range), .right),
        ], rows: rows))
  }

  /// When it breaks even, and how firmly.
  private static func timing(_ outcome: Outcome, _ context: ReportContext) -> [[Inline]] {
    var items = [
      context.line(Words.medianYear, ["year": context.year(outcome.medianBreakEvenYear)])
    ]
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

  /// Where it stands among the others, never without the interval.
  private static func place(_ company: CompanyRecord, _ context: ReportContext) -> [Inline] {
    let ranking = context.record.ranking
    guard let place = ranking.order.first(where: { $0.id == company.id }) else {
      let reason = ranking.unranked[company.id].map { context.sentence($0) }
      return context.line(
        Words.notRanked, ["reason": [.text(reason ?? context.text(Absence.notModelled))]])
    }
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
  case model = "Model"
  case base = "With base rate"
  case range = "Range"
  case title = "What becomes of it"
  case footer = """
    The range covers the base rate and its weight alone. It is not a confidence interval \
    of the event.
    """
  case medianYear = "Median year of breaking even: {year}"
  case provisionalShare = """
    Provisional: in {share} of draws break-even counts on the last year alone
    """
  case ranDryShare = "Broke even, then ran dry: {share} of draws"
  case fourScores = """
    Of 100 points: headroom {headroom}, cash cover {cash}, path support {support}, \
    diversification {diversification}
    """
  case placeLine = "Place: tier {tier}, rank {rank} of {count}; when it leads: {leads}"
  case notRanked = "Not ranked: {reason}"
}
