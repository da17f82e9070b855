import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// A section on the levers: what would have to be true, one at a time, and what drives the odds.
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
    if let headroom = headroom(outcome, context) { blocks.append(.paragraph(headroom)) }
    if !outcome.drivers.isEmpty {
      let figure = DriverChart.figure(
        outcome.drivers, base: outcome.states?.brokeEven.value, isProbability: true,
        path: "charts/drivers.\(safeName(company.id)).svg", subject: context.text(company.names),
        context)
      blocks.append(
        .details(
          summary: context.line(Words.oddsDriversTitle),
          (figure.map { [.figure($0)] } ?? [])
            + [DriverTable.block(outcome.drivers, isProbability: true, context)]))
    }
    return blocks.isEmpty ? [] : [context.heading(2, Words.title, key: "levers")] + blocks
  }

  /// The points by which the middle draw misses an operating result of zero.
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
  case beliefAtLeast = "{input} would have to be at least {needed}"
  case beliefAtMost = "{input} would have to be at most {needed}"
  case beliefPercentile = ": percentile {percentile} of what is assumed"
  case beliefUnreachable = "{input} alone doesn't get there; the best it reaches is {best}"
  case headroomLine = """
    For an operating result of zero in {year} contributions would, in the middle draw, have to \
    be {factor} times as large, or costs {fall} lower.
    """
  case oddsDriversTitle = "What drives the odds"
}
