internal import Evaluation
internal import Facts
internal import Formulas
internal import Nowcast
internal import Plan
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Study

/// Puts a company's outcome on record.
struct OutcomeRecorder {
  let run: RunContext
  let plan: OutcomePlan
  let result: CompanyOutcome
  /// The assessed paths, in the order of the outcome's.
  let paths: [PathRecorder]

  private var state: Nowcast { plan.state }
  private var quantities: Quantities { run.quantities }
  private var years: [Int] { run.evaluation.years }
  /// The outcome of a company of which one asks whether it breaks even.
  private var asked: OutcomeDraws? { state.isEarning ? nil : result.draws }

  /// The whole record of the outcome.
  func record() -> OutcomeRecord {
    let inputs = self.inputs
    let explained = explanation(inputs: inputs)
    let criteria = result.exposure.criteria
    let incidence = asked.map(BreakEven.cumulativeIncidence)
    return OutcomeRecord(
      states: asked.flatMap(states), statesOutside: result.outside.flatMap(states),
      statesInside: result.inside.flatMap(states),
      breakEvenBy: incidence.map(byYear) ?? [:], statesBy: asked.flatMap(statesByYear),
      medianBreakEvenYear: medianYear(incidence),
      provisional: probability(\.provisional),
      brokeEvenThenRanDry: probability(\.brokeEvenThenRanDry), runwayMonths: runway,
      cashAtStart: state.cash == nil
        ? nil : Summary(money("cash_today", year: 0)).estimate(unit: currency),
      cash: series("cash", of: asked == nil ? nil : "cash_left", currency),
      operatingBy: asked.map { byYear(BreakEven.operating($0)) } ?? [:],
      revenue: series("revenue", of: "revenue", .perYear(currency)),
      costs: series("costs", .perYear(currency), costs),
      operatingResult: series("operating_result", of: "result", .perYear(currency)),
      raised: asked == nil ? nil : series("raised", currency, raised),
      headroom: points(criteria.headroom),
      cashCover: asked == nil ? .unknown(noOdds) : points(criteria.cashCover),
      pathSupport: points(criteria.pathSupport), diversification: points(criteria.diversification),
      uncoveredCost: points(result.exposure.exposure.gap),
      existingBusiness: points(result.exposure.exposure.other),
      inputs: inputs.map(\.record), drivers: explained.drivers,
      assumptionBand: explained.band, wouldHaveToBelieve: explained.beliefs, notes: notes)
  }

  // MARK: Money and shares

  private var currency: UnitName { UnitName(run.evaluation.currency) }

  private var noOdds: Reason { Reason(.earningHasNoOdds) }

  /// An output in a year, in the study's currency.
  private func money(_ name: String, year: Int) -> [Double] {
    result.course.column(name, year: year).map { $0 / plan.usdRate }
  }

  /// An output year by year, in the study's currency; nothing of none.
  private func series(_ name: String, of output: String?, _ unit: UnitName) -> YearlySeries {
    series(name, unit) { index in output.map { money($0, year: index) } ?? [] }
  }

  /// Draws year by year as a series; the years are counted from the first.
  private func series(
    _ name: String, _ unit: UnitName, _ draws: (Int) -> [Double]
  ) -> YearlySeries {
    var values: [Int: Estimate] = [:]
    for (index, year) in years.enumerated() {
      values[year] = Summary(draws(index)).estimate(unit: unit)
    }
    return YearlySeries(name: name, unit: unit, values: values)
  }

  /// What revenue leaves of the operating result in a year: the course's costs, and what the paths
  /// add or take away.
  private func costs(_ index: Int) -> [Double] {
    zip(money("revenue", year: index), money("result", year: index)).map { $0 - $1 }
  }

  /// Money raised in a year; nothing once the money has run out.
  private func raised(_ index: Int) -> [Double] {
    let raised = money("raised", year: index)
    guard index > 0 else { return raised }
    return zip(raised, result.course.column("is_gone", year: index - 1)).map { $1 != 0 ? 0 : $0 }
  }

  /// Shares whose undefined draws don't count against them.
  private func points(_ values: [Double]) -> Quantity {
    Summary(values).quantity(unit: .point)
  }

  private func probability(_ path: KeyPath<OutcomeDraws, EventProbability>) -> Quantity {
    asked.map { quantities.probability($0[keyPath: path]) } ?? .unknown(noOdds)
  }

  // MARK: What drives break-even

  /// Inputs that vary, are the company's own or were set, but for chance; numbers that are the same
  /// for all stand in the company model.
  private var inputs: [ProjectedInput] {
    result.course.inputs().filter { input in
      !input.isChance
        && (input.levels != nil || input.record.kind == .override || !input.record.facts.isEmpty)
    }
  }

  private func explanation(
    inputs: [ProjectedInput]
  ) -> (drivers: [DriverRecord], band: AssumptionBand?, beliefs: [BeliefRecord]) {
    guard let asked else { return ([], nil, []) }
    let computed = plan.model.formulas.drivers.map(\.variable)
    var drivers = Drivers(inputs: result.course.drivers(computed) + inputs)
    for path in paths { drivers.add(path.drivers) }
    let event = asked.brokeEvenIndicator
    var ranked = drivers.ranked(drivers.shares(of: event))
    for index in ranked.indices where computed.contains(ranked[index].name) {
      ranked[index].metrics = result.course.toldByAccounts(
        ranked[index].name, plan.model.formulas)
    }
    let isLikely = (asked.probability(of: .brokeEven).value ?? 1) >= 0.5
    return (
      ranked, drivers.band(of: event, drivers: ranked),
      isLikely ? [] : drivers.beliefs(event: event, target: 0.5, drivers: ranked, most: 5)
    )
  }

  // MARK: States

  private func states(_ outcome: OutcomeDraws) -> StateProbabilities? {
    quantities.withheld(outcome.flagged) == nil ? StateProbabilities(outcome) : nil
  }

  private func statesByYear(_ outcome: OutcomeDraws) -> [Int: StateProbabilities]? {
    guard quantities.withheld(outcome.flagged) == nil else { return nil }
    var states: [Int: StateProbabilities] = [:]
    for (index, year) in years.enumerated() {
      states[year] = StateProbabilities(states: outcome.states(atEndOf: index))
    }
    return states
  }

  private func byYear(_ probabilities: [EventProbability]) -> [Int: Quantity] {
    Dictionary(
      zip(years, probabilities).map { ($0, quantities.probability($1)) },
      uniquingKeysWith: { $1 })
  }

  private func medianYear(_ incidence: [EventProbability]?) -> Quantity {
    guard let incidence else { return .unknown(noOdds) }
    if let index = BreakEven.medianYear(incidence) {
      return .estimate(.exactly(Double(years[index]), unit: .calendarYear))
    }
    return .unknown(
      Reason(
        .notByHorizon,
        [
          "year": .text(String(years.last ?? 0)),
          "share": .share(1 - (incidence.last?.value ?? 0)),
        ]))
  }

  // MARK: Runway

  private var runway: RunwayRecord? {
    guard let asked, let alone = result.alone, state.cash != nil else { return nil }
    let cash = money("cash_today", year: 0)
    let flow = money("cash_flow", year: 0)
    let months = zip(cash, flow).map { $1 < 0 ? max($0, 0) / -$1 * 12 : .nan }
    let selfFunding = EventProbability(flow.map { $0.isFinite ? $0 >= 0 : nil })
    return RunwayRecord(
      static: (selfFunding.value ?? 0) >= 1
        ? .unknown(Reason(.livesOnItsOwnMoney)) : Summary(months).quantity(unit: .month),
      alone: quantities.quantity(alone.knownRunwayMonths, unit: .month),
      withRounds: quantities.quantity(asked.knownRunwayMonths, unit: .month),
      censoredAt: asked.censoredAt, selfFunding: quantities.probability(selfFunding))
  }

  // MARK: Notes

  /// How often companies of other fields with such a margin broke even: checks beside the odds.
  private var baseRates: [Remark] {
    guard let reported = state.result, let window = state.resultWindow else { return [] }
    let margin = reported.mean / window.amount
    func percent(_ margin: Double) -> String {
      "\(margin < 0 ? "−" : "")\(NumberNotation.print(abs(100 * margin))) %"
    }
    return run.evaluation.facts.referenceClasses.compactMap { field in
      guard let frequencies = field.frequencies,
        frequencies.source.isTimeless || frequencies.source.day <= run.evaluation.asOf,
        let found = frequencies.byMargin.first(where: { $0.contains(margin) })
      else { return nil }
      let range = found.low.map { "\(percent($0)) … \(percent(found.high))" }
      return Remark(
        .baseRate,
        [
          "title": .named(LocalizedText(field.title)),
          "range": .text(range ?? "≤ \(percent(found.high))"), "share": .share(found.share),
          "years": .whole(frequencies.years), "source": .text(frequencies.source.id),
        ])
    }
  }

  private var notes: [Remark] {
    var notes: [Remark] = []
    if let reported = state.result, reported.isEstimate, let window = state.resultWindow {
      notes.append(
        Remark(
          .resultEstimated,
          [
            "period": .text(MonthText.sum(window.terms)),
            "metrics": .metrics(run.evaluation.facts.names(of: reported.metrics)),
          ]))
    }
    if state.costRatio == nil { notes.append(Remark(.resultAssumed)) }
    if case .rounds = state.cash?.basis { notes.append(Remark(.cashFromRounds)) }
    if asked != nil { notes += baseRates }
    if let draws = result.draws, draws.flagged > 0 {
      notes.append(
        Remark(.drawsDropped, ["dropped": .whole(draws.flagged), "draws": .whole(draws.draws)]))
    }
    let undefined = result.exposure.exposure.undefined
    if undefined > 0 {
      notes.append(
        Remark(
          .noCostBase, ["undefined": .whole(undefined), "draws": .whole(run.draws.count)]))
    }
    return notes
  }
}
