package import RunRecord

/// What becomes of a company, in sentences.
package enum CompanyVerdict {
  /// The name with the odds; under it the money, the path, what it hangs on.
  package static func item(_ company: CompanyRecord, _ context: ReportContext) -> ListItem {
    var parts = parts(company, context)
    let first = parts.isEmpty ? [] : parts.removeFirst()
    let line = context.line(
      .labelled, ["label": [.strong(context.companyLink(company.id))], "value": first])
    return ListItem(
      line, parts.isEmpty ? [] : [.list(parts.map { ListItem($0) }, ordered: false)])
  }

  /// The clauses that make up the verdict.
  package static func parts(_ company: CompanyRecord, _ context: ReportContext) -> [[Inline]] {
    let outcome = company.outcome
    var parts: [[Inline]] = []
    let hasOdds = !company.hasBrokenEven
    if hasOdds, let odds = odds(outcome, context) { parts.append(odds) }
    if hasOdds, let states = outcome.statesWithBaseRate ?? outcome.states {
      parts.append(
        context.line(.otherwiseStates, ["states": [.text(otherStates(states, context))]]))
    }
    if let runway = outcome.runwayMonths, runway.withRounds.estimate != nil {
      parts.append(
        context.line(
          .moneyLasts,
          ["months": context.months(runway.withRounds, censoredAt: runway.censoredAt)]))
    }
    if let other = outcome.existingBusiness.value, other >= 50 {
      parts.append(existing(other, context))
    }
    parts.append(bestPath(company, context))
    if hasOdds, let band = outcome.assumptionBand {
      parts.append(
        context.line(
          .hangsOn,
          [
            "input": [.text(context.title(band.title, name: band.input))],
            "low": [.text(context.numbers.probability(band.low))],
            "high": [.text(context.numbers.probability(band.high))],
          ]))
    }
    return parts
  }

  /// `unlikely to break even first: 18 % by the model, 15 % with the base rate (10–22 %)`.
  package static func odds(_ outcome: Outcome, _ context: ReportContext) -> [Inline]? {
    guard let model = outcome.states?.brokeEven else { return nil }
    let word = context.likelihood(context.headline(outcome)?.value ?? model.value)
    let numbers = context.numbers
    guard let base = outcome.statesWithBaseRate?.brokeEven else {
      return context.line(
        .oddsModel, ["word": [.text(word)], "model": [.text(numbers.probability(model.value))]])
    }
    return context.line(
      .oddsBoth,
      [
        "word": [.text(word)], "model": [.text(numbers.probability(model.value))],
        "base": [.text(numbers.probability(base.value))],
        "range": [.text(numbers.probabilities(base.p5, base.p95))],
      ])
  }

  /// `breaks even 34 %, still losing 30 %, sold 8 %, out of money 28 %`.
  package static func split(_ states: StateProbabilities, _ context: ReportContext) -> String {
    let head =
      context.text(.stateBrokeEven) + " " + context.numbers.probability(states.brokeEven.value)
    return head + context.text(.listSeparator) + otherStates(states, context)
  }

  private static func otherStates(
    _ states: StateProbabilities, _ context: ReportContext
  ) -> String {
    [
      (Phrase.stateStillLosing, states.stillLosing), (.stateSold, states.sold),
      (.stateCashedOut, states.cashedOut),
    ].map { context.text($0.0) + " " + context.numbers.probability($0.1.value) }
      .joined(separator: context.text(.listSeparator))
  }

  /// That the existing business carries most.
  package static func existing(_ points: Double, _ context: ReportContext) -> [Inline] {
    context.line(.restsOnExisting, ["share": [.text(context.numbers.points(points))]])
  }

  /// Why no path carries a company: each carries too little, none is pursued, or too little is known.
  package static func withoutPath(_ company: CompanyRecord) -> Phrase {
    if company.paths.contains(where: { $0.status == .assessed }) { return .noPathCarries }
    let pursuesNone =
      !company.paths.isEmpty && company.paths.allSatisfy { $0.status == .notPursued }
    return pursuesNone ? .pursuesNoPath : .noPathAssessed
  }

  /// The path that carries most, never its score alone; or that none does.
  package static func bestPath(_ company: CompanyRecord, _ context: ReportContext) -> [Inline] {
    let carried = company.paths.compactMap { cell in
      cell.status == .assessed ? cell.support.value.map { (cell, $0) } : nil
    }
    guard let best = carried.max(by: { $0.1 < $1.1 }), best.1 >= 0.5 else {
      return context.line(withoutPath(company))
    }
    let cell = best.0
    var line = context.line(
      best.1 >= 5 ? .bestPath : .barelyCarried,
      [
        "path": context.pathLink(cell.path),
        "carry": [.text(context.numbers.points(best.1))],
        "parts": scoreParts(cell, context),
      ])
    if !company.hasBrokenEven, best.1 >= 5, let without = cell.oddsWithout.value,
      let model = company.outcome.states?.brokeEven.value
    {
      line += context.line(
        .withoutPath,
        [
          "with": [.text(context.numbers.probability(model))],
          "without": [.text(context.numbers.probability(without))],
        ])
    }
    return line
  }

  /// `score 44 from recovery 41 and readiness 55; pays back in 37 % of draws`.
  package static func scoreParts(
    _ cell: AssessmentRecord, _ context: ReportContext, phrase: Phrase = .scoreParts
  ) -> [Inline] {
    func mean(_ quantity: Quantity) -> [Inline] {
      context.cell(quantity) { context.numbers.points($0.value) }
    }
    var line = context.line(
      phrase,
      [
        "score": mean(cell.score), "recovery": mean(cell.moneyBackIndex),
        "readiness": mean(cell.readiness), "viability": context.probability(cell.viability),
      ])
    if EvidenceWords.priorOnly(cell) {
      line += [.text(context.text(.listSeparator))] + context.line(.readinessPriorOnly)
    }
    if cell.evidence?.mostlyAssumption == true {
      line += [
        .text(context.text(.listSeparator)), .strong(context.line(.mostlyAssumption)),
      ]
    }
    return line
  }
}
