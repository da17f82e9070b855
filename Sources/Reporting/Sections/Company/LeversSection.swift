import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// What would have to be true, what the odds hang on, what each path is worth.
  package static let levers = Section("Levers", Words.self) { company, context in
    let outcome = company.outcome
    guard outcome.states != nil, !company.hasBrokenEven else { return [] }
    var blocks: [Block] = []
    if !outcome.wouldHaveToBelieve.isEmpty {
      blocks += [
        context.paragraph(Words.believeIntro),
        .list(
          outcome.wouldHaveToBelieve.map { ListItem(belief($0, context)) }, ordered: false),
      ]
    }
    var items = headroom(outcome, context).map { [$0] } ?? []
    if let band = outcome.assumptionBand {
      items.append(
        context.line(
          Words.bandLine,
          [
            "input": [.text(context.title(band.title, name: band.input))],
            "low": [.text(context.numbers.probability(band.low))],
            "high": [.text(context.numbers.probability(band.high))],
          ]))
    }
    for cell in company.paths where cell.status == .assessed && cell.oddsWithout.estimate != nil {
      items.append(
        context.line(
          Words.oddsWithoutLine,
          [
            "path": context.pathLink(cell.path),
            "with": [
              .text(outcome.states.map { context.numbers.probability($0.brokeEven.value) } ?? "")
            ], "without": context.probability(cell.oddsWithout),
          ]))
    }
    if !items.isEmpty {
      if !blocks.isEmpty { blocks.append(context.paragraph(Words.hangsIntro)) }
      blocks.append(.list(items.map { ListItem($0) }, ordered: false))
    }
    if !outcome.drivers.isEmpty {
      let figure = DriverChart.figure(
        outcome.drivers, base: outcome.states?.brokeEven.value, isProbability: true,
        path: "charts/drivers.\(safeName(company.id)).svg", subject: context.text(company.names),
        context)
      blocks += [context.heading(3, Words.oddsDriversTitle)]
      if let figure { blocks.append(.figure(figure)) }
      blocks.append(DriverTable.block(outcome.drivers, isProbability: true, context))
    }
    return blocks.isEmpty ? [] : [context.heading(2, Words.title, key: "levers")] + blocks
  }

  /// By how much the middle draw misses an operating result of zero.
  private static func headroom(_ outcome: Outcome, _ context: ReportContext) -> [Inline]? {
    guard let headroom = outcome.headroom.estimate, headroom.p50 > 0.5, headroom.p50 < 49.5 else {
      return nil
    }
    let factor = (100 - headroom.p50) / headroom.p50
    return context.line(
      Words.headroomLine,
      [
        "year": [.text(String(context.record.run.horizon))],
        "factor": [.text(context.numbers.number((factor * 10).rounded() / 10))],
        "fall": [.text(context.numbers.share(100 * (1 - 1 / factor)))],
      ])
  }

  private static func belief(_ belief: BeliefRecord, _ context: ReportContext) -> [Inline] {
    let numbers = context.numbers
    let name: [Inline] = [.strong([.text(context.title(belief.title, name: belief.input))])]
    guard let needed = belief.needed, let direction = belief.direction else {
      return context.line(
        Words.beliefUnreachable,
        ["input": name, "best": [.text(numbers.probability(belief.best))]])
    }
    let phrase: Words = direction == .atMost ? Words.beliefAtMost : Words.beliefAtLeast
    var line = context.line(
      phrase, ["input": name, "needed": [.text(numbers.value(needed, unit: belief.unit))]])
    if let percentile = belief.percentile {
      line += context.line(
        Words.beliefPercentile, ["percentile": [.text(numbers.points(percentile))]])
    }
    return line
  }
}

private enum Words: String, Phrases {
  static let topic = "Levers"

  case title = "What would have to be true"
  case believeIntro = "For even odds of breaking even first, one lever at a time:"
  case hangsIntro = "What the odds hang on, and what each path is worth to them:"
  case beliefAtLeast = "{input} would have to be at least {needed}"
  case beliefAtMost = "{input} would have to be at most {needed}"
  case beliefPercentile = ": percentile {percentile} of what is assumed"
  case beliefUnreachable = "{input} alone doesn't get there; the best it reaches is {best}"
  case bandLine = """
    The odds hang most on {input}: {low} in its lowest tenth, {high} in its highest.
    """
  case oddsWithoutLine = "If {path} fails: {with} → {without}"
  case headroomLine = """
    For an operating result of zero in {year} contributions would, in the middle draw, have to \
    be {factor} times as large, or costs {fall} lower
    """
  case oddsDriversTitle = "What drives the odds"
}
