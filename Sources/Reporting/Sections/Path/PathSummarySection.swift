import Findings
import Publishing
package import RunRecord

extension Section where Subject == PathRecord {
  /// The question of a path's page: who earns on it, and whether it saves them.
  package static let pathSummary = Section("PathSummary", Words.self) { path, context in
    let cells = PathCells(path, context)
    guard let first = cells.assessed.first else {
      return QuestionHead.blocks(
        context.line(Words.question),
        answer: context.line(PathLines.nobody, ["path": [.text(context.text(path.title))]]))
        + [.paragraph([.text(context.text(path.summary))])] + crowding(path, context)
    }
    let asked = cells.assessed.filter { context.findings.odds($0.company) != nil }
    let lifts = asked.compactMap { item in
      lift(item, context).map { (item: item, without: $0.without, with: $0.with) }
    }
    let lifted = lifts.filter { ($0.with - $0.without) >= fewest }
    var lines: [[Inline]] = []
    if !cells.paying.isEmpty {
      lines.append(
        context.line(
          Words.payers,
          [
            "names": context.joined(
              cells.paying.map { PathLines.company($0.company, context) })
          ]))
    }
    lines.append(standing(first, context))
    if let most = lifted.max(by: { $0.with - $0.without < $1.with - $1.without }) {
      lines.append(
        context.line(
          Words.liftsMost,
          [
            "company": context.companyLink(most.item.company.id),
            "without": [.text(context.numbers.probability(most.without))],
            "with": [.text(context.numbers.probability(most.with))],
          ]))
    }
    return QuestionHead.blocks(
      context.line(Words.question),
      answer: context.line(
        asked.isEmpty ? Words.answerNobodyAtRisk : Words.answer,
        [
          "count": [.text(String(cells.paying.count))],
          "total": [.text(String(cells.assessed.count))],
          "lifted": [.text(String(lifted.count))], "asked": [.text(String(asked.count))],
        ]))
      + [
        .list(lines.map { ListItem($0) }, ordered: false),
        .paragraph([.text(context.text(path.summary))]),
      ] + crowding(path, context)
  }

  /// The least that the odds of a company must gain for a path to be said to lift them: a point, as
  /// odds are printed.
  private static let fewest = 0.01

  /// The odds of a company without the path and with it; nil where one of them isn't known.
  private static func lift(
    _ item: PathCells.Item, _ context: ReportContext
  ) -> (without: Double, with: Double)? {
    guard let with = context.findings.odds(item.company), let without = item.cell.oddsWithout.value
    else { return nil }
    return (without, with)
  }

  /// What becomes of the company that stands first: a good score on a path is no survival.
  private static func standing(_ item: PathCells.Item, _ context: ReportContext) -> [Inline] {
    let findings = context.findings
    let company = item.company
    var places: [String: [Inline]] = [
      "company": context.companyLink(company.id), "score": context.points(item.cell.score),
      "horizon": [.text(String(context.record.run.horizon))],
    ]
    func chance(_ value: Double?) -> [Inline] {
      [.text(value.map(context.numbers.probability) ?? "?")]
    }
    let states = findings.states(company)
    let phrase: Words
    switch findings.group(company) {
    case .breakEven:
      (phrase, places["chance"]) = (Words.firstBreaksEven, chance(states?.brokeEven.value))
    case .runOut:
      (phrase, places["chance"]) = (Words.firstRunsOut, chance(states.map(findings.lost)))
    case .stillLosing:
      (phrase, places["chance"]) = (Words.firstStillLoses, chance(states?.stillLosing.value))
    case .open:
      places["lost"] = chance(states.map(findings.lost))
      (phrase, places["chance"]) = (Words.firstIsOpen, chance(states?.brokeEven.value))
    case .already: phrase = Words.firstEarns
    case .unknown: phrase = Words.firstUnknown
    }
    return context.line(phrase, places)
  }

  private static func crowding(_ path: PathRecord, _ context: ReportContext) -> [Block] {
    guard let crowding = path.crowding?.estimate else { return [] }
    let numbers = context.numbers
    return [
      context.paragraph(
        context.findings.isCrowded(crowding) ? PathLines.crowded : PathLines.notCrowded,
        [
          "path": [.text(context.text(path.title))],
          "share": [.text(numbers.share(crowding.p50))],
          "range": [.text("\(numbers.points(crowding.p5))–\(numbers.share(crowding.p95))")],
        ])
    ]
  }
}

private enum Words: String, Phrases {
  static let topic = "PathSummary"

  case question = "Who earns on this path, and does it save them?"
  case answer = """
    It gives the money back, more likely than not, at {count} of {total} companies assessed, and it \
    lifts the odds of breaking even first by a point or more at {lifted} of the {asked} among them \
    that have odds.
    """
  case answerNobodyAtRisk = """
    It gives the money back, more likely than not, at {count} of {total} companies assessed, none of \
    which has odds that it could lift.
    """
  case payers = "Gets the money back: {names}."
  case liftsMost =
    "The path lifts the odds most at {company}: {without} without it, {with} with it."
  case firstBreaksEven = """
    First by score, {score}, is {company}, more likely than not to break even before its money runs out \
    ({chance}).
    """
  case firstRunsOut = """
    First by score, {score}, is {company}, which is itself more likely than not to run out of money or \
    be sold ({chance}).
    """
  case firstStillLoses = """
    First by score, {score}, is {company}, which itself more likely than not still loses money at the \
    end of {horizon} ({chance}).
    """
  case firstIsOpen = """
    First by score, {score}, is {company}, of which no outcome is more likely than not: it breaks even \
    first with {chance} and runs out of money or is sold with {lost}.
    """
  case firstEarns = "First by score, {score}, is {company}, which earns already."
  case firstUnknown = """
    First by score, {score}, is {company}, of which too little is known to say what becomes of it.
    """
}
