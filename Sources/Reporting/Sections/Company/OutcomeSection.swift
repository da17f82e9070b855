package import RunRecord

extension Section where Subject == CompanyRecord {
  /// The four states at the horizon, and where the company stands among the others.
  package static let outcome = Section("Outcome") { company, context in
    let outcome = company.outcome
    guard let states = outcome.states else { return [] }
    let numbers = context.numbers
    let base = outcome.statesWithBaseRate
    let rows = StateKind.allCases.map { kind -> [[Inline]] in
      let adjusted = base.map(kind.estimate)
      return [
        context.line(kind.phrase),
        [.text(numbers.probability(kind.estimate(states).value))],
        adjusted.map { [.text(numbers.probability($0.value))] } ?? context.line(.noBaseRate),
        adjusted.map { [.text(numbers.probabilities($0.p5, $0.p95))] }
          ?? context.line(.noBaseRate),
      ]
    }
    var blocks: [Block] = [
      context.heading(
        2, .outcomeTitle, key: "outcome"), OutcomeChart.figure(company, context),
      .table(
        Table(
          columns: [
            .init(context.text(.columnState)), .init(context.text(.columnModel), .right),
            .init(context.text(.columnBase), .right), .init(context.text(.columnRange), .right),
          ], rows: rows)),
      context.paragraph(.outcomeFooter),
    ]
    var items: [[Inline]] = [
      context.line(
        .medianYear,
        [
          "year": context.year(outcome.medianBreakEvenYear)
        ])
    ]
    if outcome.provisional.estimate != nil {
      items.append(
        context.line(.provisionalShare, ["share": context.probability(outcome.provisional)]))
    }
    if outcome.brokeEvenThenRanDry.estimate != nil {
      items.append(
        context.line(.ranDryShare, ["share": context.probability(outcome.brokeEvenThenRanDry)]))
    }
    items.append(
      context.line(
        .fourScores,
        [
          "headroom": context.points(outcome.headroom), "cash": context.points(outcome.cashCover),
          "support": context.points(outcome.pathSupport),
          "independence": context.points(outcome.independence),
        ]))
    items += outcome.notes.map { [.text($0)] }
    blocks.append(.list(items.map { ListItem($0) }, ordered: false))
    return blocks
  }
}
