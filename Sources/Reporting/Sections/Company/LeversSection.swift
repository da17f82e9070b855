package import RunRecord

extension Section where Subject == CompanyRecord {
  /// What would have to be true, what the odds hang on, what each path is worth.
  package static let levers = Section("Levers") { company, context in
    let outcome = company.outcome
    guard outcome.states != nil, !company.hasBrokenEven else { return [] }
    var blocks: [Block] = []
    if !outcome.wouldHaveToBelieve.isEmpty {
      blocks += [
        context.paragraph(.believeIntro),
        .list(
          outcome.wouldHaveToBelieve.map { ListItem(belief($0, context)) }, ordered: false),
      ]
    }
    var items: [[Inline]] = []
    if let band = outcome.assumptionBand {
      items.append(
        context.line(
          .bandLine,
          [
            "input": [.text(context.title(band.title, name: band.input))],
            "low": [.text(context.numbers.probability(band.low))],
            "high": [.text(context.numbers.probability(band.high))],
          ]))
    }
    for cell in company.paths where cell.status == .assessed && cell.oddsWithout.estimate != nil {
      items.append(
        context.line(
          .knockOutLine,
          [
            "path": context.pathLink(cell.path),
            "with": [
              .text(outcome.states.map { context.numbers.probability($0.brokeEven.value) } ?? "")
            ], "without": context.probability(cell.oddsWithout),
          ]))
    }
    if !items.isEmpty {
      if !blocks.isEmpty { blocks.append(context.paragraph(.hangsIntro)) }
      blocks.append(.list(items.map { ListItem($0) }, ordered: false))
    }
    if !outcome.drivers.isEmpty {
      let figure = DriverChart.figure(
        outcome.drivers, base: outcome.states?.brokeEven.value, isProbability: true,
        path: "charts/drivers.\(safeName(company.id)).svg", subject: context.text(company.names),
        context)
      blocks += [context.heading(3, .oddsDriversTitle)]
      if let figure { blocks.append(.figure(figure)) }
      blocks.append(DriverTable.block(outcome.drivers, isProbability: true, context))
    }
    return blocks.isEmpty ? [] : [context.heading(2, .leversTitle, key: "levers")] + blocks
  }

  private static func belief(_ belief: BeliefRecord, _ context: ReportContext) -> [Inline] {
    let numbers = context.numbers
    let name: [Inline] = [.strong([.text(context.title(belief.title, name: belief.input))])]
    guard let needed = belief.needed, let direction = belief.direction else {
      return context.line(
        .beliefUnreachable,
        ["input": name, "best": [.text(numbers.probability(belief.best))]])
    }
    let phrase: Phrase = direction == .atMost ? .beliefAtMost : .beliefAtLeast
    var line = context.line(
      phrase, ["input": name, "needed": [.text(numbers.value(needed, unit: belief.unit))]])
    if let percentile = belief.percentile {
      line += context.line(
        .beliefPercentile, ["percentile": [.text(numbers.points(percentile))]])
    }
    return line
  }
}
