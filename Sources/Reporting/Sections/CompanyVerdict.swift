import Findings
package import Publishing
package import RunRecord

/// The outcome of a company, in sentences.
package enum CompanyVerdict {
  /// The odds in a line: `CloudWalk: very unlikely to break even first (9 %)`; nil for a company that
  /// earns.
  static func headline(_ company: CompanyRecord, _ context: ReportContext) -> [Inline]? {
    guard let odds = context.findings.odds(company) else { return nil }
    let line = context.line(
      Words.odds,
      [
        "word": [.text(context.likelihood(odds))],
        "odds": [.text(context.numbers.probability(odds))],
      ])
    return context.line(
      Joining.labelled, ["label": [.text(context.text(company.names))], "value": line])
  }

  /// The assumptions that decide the odds, two at most: their range, and the odds at either end.
  static func deciding(_ company: CompanyRecord, _ context: ReportContext) -> [Inline]? {
    guard !company.hasBrokenEven else { return nil }
    let two = company.outcome.drivers.prefix(2).compactMap { decider($0, context) }
    guard let first = two.first else { return nil }
    guard two.count > 1 else { return context.line(Words.decidedByOne, ["first": first]) }
    return context.line(Words.decidedByTwo, ["first": first, "second": two[1]])
  }

  private static func decider(_ driver: DriverRecord, _ context: ReportContext) -> [Inline]? {
    guard let value = driver.value else { return nil }
    var places: [String: [Inline]] = [
      "name": [.strong([.text(context.title(driver.title, name: driver.name))])],
      "value": [.text(context.numbers.interval(value))],
    ]
    guard let low = driver.low, let high = driver.high else {
      return context.line(Words.decider, places)
    }
    places["low"] = [.text(context.numbers.probability(low))]
    places["high"] = [.text(context.numbers.probability(high))]
    return context.line(Words.deciderWithEnds, places)
  }

  /// What else belongs to the verdict, a clause a line.
  package static func parts(_ company: CompanyRecord, _ context: ReportContext) -> [[Inline]] {
    let outcome = company.outcome
    var parts: [[Inline]] = []
    if let states = context.findings.states(company) {
      parts.append(
        context.line(Words.otherwiseStates, ["states": [.text(otherStates(states, context))]]))
    }
    if let runway = outcome.runwayMonths, runway.withRounds.estimate != nil {
      parts.append(
        context.line(
          Words.moneyLasts,
          ["months": context.months(runway.withRounds, censoredAt: runway.censoredAt)]))
    }
    if let other = context.findings.restsOnExisting(company) {
      parts.append(existing(other, context))
    }
    parts.append(bestPath(company, context))
    return parts
  }

  /// `breaks even 34 %, still losing 30 %, sold 8 %, out of money 28 %`.
  package static func split(_ states: StateProbabilities, _ context: ReportContext) -> String {
    let head =
      context.text(StateKind.Words.brokeEven) + " "
      + context.numbers.probability(states.brokeEven.value)
    return head + context.text(Joining.listSeparator) + otherStates(states, context)
  }

  private static func otherStates(
    _ states: StateProbabilities, _ context: ReportContext
  ) -> String {
    [
      (StateKind.Words.stillLosing, states.stillLosing), (StateKind.Words.sold, states.sold),
      (StateKind.Words.cashedOut, states.cashedOut),
    ].map { context.text($0.0) + " " + context.numbers.probability($0.1.value) }
      .joined(separator: context.text(Joining.listSeparator))
  }

  /// That the existing business carries most.
  package static func existing(_ points: Double, _ context: ReportContext) -> [Inline] {
    context.line(Words.restsOnExisting, ["share": [.text(context.numbers.points(points))]])
  }

  /// The reason why no path carries a company.
  static func withoutPath(_ company: CompanyRecord, _ context: ReportContext) -> Words {
    switch context.findings.withoutPath(company) {
    case .supportIsTooLittle: Words.noPathSupports
    case .supportIsUnknown: Words.supportIsUnknown
    case .pursuesNone: Words.pursuesNoPath
    case .notAssessed: Words.noPathAssessed
    }
  }

  /// The path that carries most, never its score alone; or that none does.
  package static func bestPath(_ company: CompanyRecord, _ context: ReportContext) -> [Inline] {
    guard let best = context.findings.bestPath(company) else {
      return context.line(withoutPath(company, context))
    }
    let cell = best.cell
    var line = context.line(
      best.supportsMuch ? Words.bestPath : Words.barelySupported,
      [
        "path": context.pathLink(cell.path),
        "points": [.text(context.numbers.points(best.points))],
        "parts": scoreParts(cell, context),
      ])
    if !company.hasBrokenEven, best.supportsMuch, let without = cell.oddsWithout.value,
      let model = company.outcome.states?.brokeEven.value
    {
      line += context.line(
        Words.withoutPath,
        [
          "with": [.text(context.numbers.probability(model))],
          "without": [.text(context.numbers.probability(without))],
        ])
    }
    return line
  }

  /// `score 44 from recovery 41 and readiness 55; pays back in 37 % of draws`.
  package static func scoreParts(
    _ cell: AssessmentRecord, _ context: ReportContext, phrase: any Phrases = Words.scoreParts
  ) -> [Inline] {
    func mean(_ quantity: Quantity) -> [Inline] {
      context.cell(quantity) { context.numbers.points($0.value) }
    }
    var line = context.line(
      phrase,
      [
        "score": mean(cell.score), "index": mean(cell.moneyBackIndex),
        "readiness": mean(cell.readiness), "viability": context.probability(cell.viability),
      ])
    if context.findings.readinessIsPriorOnly(cell) {
      line +=
        [.text(context.text(Joining.listSeparator))] + context.line(EvidenceWords.Words.priorOnly)
    }
    if cell.evidence?.mostlyAssumption == true {
      line += [
        .text(context.text(Joining.listSeparator)),
        .strong(context.line(EvidenceWords.Words.mostlyAssumption)),
      ]
    }
    return line
  }
}

extension CompanyVerdict {
  enum Words: String, Phrases {
    static let topic = "CompanyVerdict"

    case odds = "{word} to break even first ({odds})"
    case otherwiseStates = "otherwise: {states}"
    case moneyLasts = "with financing rounds the money lasts {months} months"
    case bestPath = "supported most by {path}: {points} of 100 points ({parts})"
    case barelySupported =
      "no path supports it much; most does {path}: {points} of 100 points ({parts})"
    case restsOnExisting = """
      rests mostly on its existing business: {share} of 100 points of its cost base
      """
    case withoutPath = "; without it the odds go from {with} to {without}"
    case noPathSupports = "none of the paths supports it (less than 1 of 100 points each)"
    case supportIsUnknown = "how much its paths support it can't be said"
    case noPathAssessed = "no path could be assessed"
    case pursuesNoPath = "none of the paths supports it: it has no business on any of them"
    case scoreParts = """
      score {score} from money-back index {index} and readiness {readiness}; money back in \
      {viability} of draws
      """
    case decidedByTwo = "Two assumptions decide it most: {first}; and {second}."
    case decidedByOne = "One assumption decides it most: {first}."
    case decider = "{name}, {value}"
    case deciderWithEnds = """
      {name}, {value}: odds of {low} in its lowest tenth, {high} in its highest
      """
    case alreadyProfitable = "already profitable"
  }
}
