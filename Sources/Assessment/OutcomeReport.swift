internal import Evaluation
internal import Facts
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Study

/// A simulated outcome as the record has it.
struct OutcomeReport {
  let run: RunContext
  let subject: Subject
  let baseYear: BaseYear
  let flows: CompanyFlows
  let simulation: OutcomeSimulation
  let exposure: ExposureReport
  let assessed: [AssessedPath]

  private var outcome: OutcomeDraws { simulation.withRounds }
  private var quantities: Quantities {
    Quantities(draws: run.draws.count, flaggedLimit: run.policy.flaggedLimit)
  }

  /// The whole record of the outcome.
  func record() -> OutcomeRecord {
    let inputs = flows.inputs.map(\.record).filter { isUsed($0.name) }
    let states = self.states
    let explained = explanation(inputs: inputs, brokeEven: states?.brokeEven.value)
    let currency = UnitName(run.evaluation.currency)
    return OutcomeRecord(
      states: states, statesWithBaseRate: pooledStates, breakEvenBy: byYear(incidence),
      medianBreakEvenYear: medianYear, provisional: quantities.probability(outcome.provisional),
      brokeEvenThenRanDry: quantities.probability(outcome.brokeEvenThenRanDry),
      runwayMonths: runway,
      cashAtStart: flows.facts.cash.flatMap { Summary($0).estimate(unit: currency) },
      cash: series("cash", outcome.cash, currency),
      operatingBy: byYear(BreakEven.operating(outcome)),
      operatingResult: series("operating_result", outcome.operatingResult, .perYear(currency)),
      headroom: exposure.headroom, cashCover: exposure.cashCover,
      pathSupport: exposure.pathSupport, diversification: exposure.diversification,
      uncoveredCost: exposure.uncoveredCost, existingBusiness: exposure.existingBusiness,
      inputs: inputs, drivers: explained.drivers, assumptionBand: explained.band,
      wouldHaveToBelieve: explained.beliefs, notes: notes)
  }

  private func series(_ name: String, _ draws: YearlyDraws, _ unit: UnitName) -> YearlySeries {
    let estimates = run.evaluation.years.indices.map {
      Summary(draws[year: $0]).estimate(unit: unit)
    }
    return YearlySeries(
      name: name, unit: unit,
      values: Dictionary(
        zip(run.evaluation.years, estimates).compactMap { year, estimate in
          estimate.map { (year, $0) }
        }, uniquingKeysWith: { $1 }))
  }

  // MARK: What drives break-even

  private func explanation(
    inputs used: [InputRecord], brokeEven: Double?
  ) -> (drivers: [DriverRecord], band: AssumptionBand?, beliefs: [BeliefRecord]) {
    let names = Set(used.map(\.name))
    var drivers = Drivers(inputs: simulation.inputs.filter { names.contains($0.record.name) })
    for path in assessed { drivers.add(path.drivers) }
    let event = outcome.brokeEvenIndicator
    let ranked = drivers.ranked(drivers.shares(of: event))
    let isLikely = (brokeEven ?? 1) >= 0.5
    return (
      ranked, drivers.band(of: event, drivers: ranked),
      isLikely ? [] : drivers.beliefs(event: event, target: 0.5, drivers: ranked, most: 5)
    )
  }

  // MARK: States

  private var states: StateProbabilities? {
    guard let shares = StateShares(outcome) else { return nil }
    let known = outcome.draws - outcome.flagged
    func estimate(_ value: Double) -> Estimate {
      Quantities.share(
        value, standardError: (value * (1 - value) / Double(known)).squareRoot())
    }
    return StateProbabilities(
      brokeEven: estimate(shares.brokeEven), stillLosing: estimate(shares.stillLosing),
      sold: estimate(shares.sold), cashedOut: estimate(shares.cashedOut))
  }

  /// Pulled towards the reference class; the interval is over the class and its weight only.
  private var pooledStates: StateProbabilities? {
    guard let shares = StateShares(outcome) else { return nil }
    let isBacked = subject.facts?.financing == .parentBacked
    let name = isBacked ? "survival_backed" : "survival_independent"
    guard let survival = flows.parameters[name]?.values,
      let omega = flows.parameters["pooling_weight"]?.values,
      let span = flows.parameters["survival_years"]?.values.first
    else { return nil }
    let years = outcome.censoredAt / 12
    let sold = flows.parameters["sold_share"]?.values ?? []
    let pooling = Pooling(
      model: shares, draws: outcome.draws,
      survival: Pooling.rescaled(survival: survival, period: span, to: years), omega: omega,
      soldShare: sold.isEmpty ? 0.2 : sold.reduce(0, +) / Double(sold.count))
    func estimate(_ values: [Double]) -> Estimate {
      Summary(values).estimate(unit: .fraction) ?? .exactly(.nan, unit: .fraction)
    }
    return StateProbabilities(
      brokeEven: estimate(pooling.brokeEven), stillLosing: estimate(pooling.stillLosing),
      sold: estimate(pooling.sold), cashedOut: estimate(pooling.cashedOut))
  }

  private var incidence: [EventProbability] { BreakEven.cumulativeIncidence(outcome) }

  private func byYear(_ probabilities: [EventProbability]) -> [Int: Quantity] {
    Dictionary(
      zip(run.evaluation.years, probabilities).map {
        ($0, quantities.probability($1))
      }, uniquingKeysWith: { $1 })
  }

  private var medianYear: Quantity {
    let years = run.evaluation.years
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
    guard let cash = flows.facts.cash, let result = flows.facts.operatingResult else { return nil }
    let fixed = StaticRunway(
      cash: cash, operatingCashFlow: flows.facts.operatingCashFlow,
      capitalExpenditure: flows.facts.capitalExpenditure, operatingResult: result)
    let burning = Summary(fixed.months)
    let all = (fixed.selfFunding.value ?? 0) >= 1
    return RunwayRecord(
      static: all
        ? .unknown(Reason(.livesOnItsOwnMoney)) : burning.quantity(unit: .month),
      alone: months(simulation.alone), withRounds: months(outcome),
      censoredAt: outcome.censoredAt, selfFunding: quantities.probability(fixed.selfFunding))
  }

  private func months(_ outcome: OutcomeDraws) -> Quantity {
    quantities.quantity(outcome.knownRunwayMonths, unit: .month)
  }

  // MARK: Notes

  private var notes: [Remark] {
    var notes = flows.notes
    let anchor = simulation.model.anchor
    if anchor.isUnreconciled {
      notes.append(Remark(.unreconciledPaths, ["share": .share(anchor.floorShare)]))
    }
    if anchor.isRevenueConflict {
      notes.append(
        Remark(
          .revenueConflict,
          ["share": .share(anchor.conflictShare), "period": .text(baseYear.period.text)]))
    }
    if outcome.flagged > 0 {
      notes.append(
        Remark(
          .drawsDropped, ["dropped": .whole(outcome.flagged), "draws": .whole(outcome.draws)]))
    }
    if let remark = exposure.remark { notes.append(remark) }
    return notes
  }

  /// Whether a parameter plays a part for this company: of the classes of access to money and of
  /// survival only its own does, and what belongs to parents only where there is one.
  private func isUsed(_ name: String) -> Bool {
    let isBacked = subject.facts?.financing == .parentBacked
    if name.hasPrefix("success_") {
      return name
        == OutcomeSimulator(run: run, subject: subject, flows: flows, paths: []).successName
    }
    switch name {
    case "survival_independent": return !isBacked
    case "survival_backed", "stop_hazard", "stop_hazard_loss_weight", "stop_hazard_cap":
      return isBacked
    case "fresh_round_months": return subject.facts?.financing == .unlisted
    case "grants_decay": return baseYear.grants != nil
    case "non_cash_share": return baseYear.operatingCashFlow == nil
    case "capital_expenditure_share": return baseYear.capitalExpenditure == nil
    case "consolidation_shift": return simulation.model.inputs.standing != nil
    default: return true
    }
  }
}
