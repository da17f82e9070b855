internal import Evaluation
internal import Facts
internal import Plan
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Study

/// Puts a company's outcome on record.
struct OutcomeRecorder {
  let run: RunContext
  let subject: Subject
  let plan: CompanyPlan
  let evidence: PlannedOutcome
  let result: OutcomeResult
  /// The assessed paths, in the order of the outcome's.
  let paths: [PathRecorder]

  private var outcome: OutcomeDraws { result.withRounds }
  private var facts: OutcomeFacts { result.base.facts }
  private var baseYear: BaseYear { evidence.baseYear }
  private var quantities: Quantities { run.quantities }

  /// The whole record of the outcome.
  func record() -> OutcomeRecord {
    let projected = zip(evidence.records, result.inputs).map { record, drawn in
      record.projected(drawn, years: plan.years, draws: run.draws)
    }.filter { isUsed($0.record.name) }
    let states = self.states
    let explained = explanation(inputs: projected, brokeEven: states?.brokeEven.value)
    let shares = result.exposure
    let currency = UnitName(run.evaluation.currency)
    return OutcomeRecord(
      states: states, statesWithBaseRate: pooledStates, breakEvenBy: byYear(incidence),
      medianBreakEvenYear: medianYear, provisional: quantities.probability(outcome.provisional),
      brokeEvenThenRanDry: quantities.probability(outcome.brokeEvenThenRanDry),
      runwayMonths: runway,
      cashAtStart: facts.cash.flatMap { Summary($0).estimate(unit: currency) },
      cash: series("cash", outcome.cash, currency),
      operatingBy: byYear(BreakEven.operating(outcome)),
      operatingResult: series("operating_result", outcome.operatingResult, .perYear(currency)),
      headroom: points(shares.criteria.headroom), cashCover: points(shares.criteria.cashCover),
      pathSupport: points(shares.criteria.pathSupport),
      diversification: points(shares.criteria.diversification),
      uncoveredCost: points(shares.exposure.gap),
      existingBusiness: points(shares.exposure.other), inputs: projected.map(\.record),
      drivers: explained.drivers, assumptionBand: explained.band,
      wouldHaveToBelieve: explained.beliefs, notes: notes)
  }

  /// Shares whose undefined draws don't count against them.
  private func points(_ values: [Double]) -> Quantity {
    Summary(values).quantity(unit: .point)
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
    inputs: [ProjectedInput], brokeEven: Double?
  ) -> (drivers: [DriverRecord], band: AssumptionBand?, beliefs: [BeliefRecord]) {
    var drivers = Drivers(inputs: inputs)
    for path in paths { drivers.add(path.drivers) }
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
    guard let shares = StateShares(outcome), let survival = plan.outcome?.survival else {
      return nil
    }
    let parameters = result.parameters
    let sold = parameters[.soldShare]
    let pooling = Pooling(
      model: shares, draws: outcome.draws,
      survival: Pooling.rescaled(
        survival: parameters[survival], period: parameters.constant(.survivalYears),
        to: outcome.censoredAt / 12),
      omega: parameters[.poolingWeight], soldShare: sold.reduce(0, +) / Double(sold.count))
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
    guard let cash = facts.cash, let operating = facts.operatingResult else { return nil }
    let fixed = StaticRunway(
      cash: cash, operatingCashFlow: facts.operatingCashFlow,
      capitalExpenditure: facts.capitalExpenditure, operatingResult: operating)
    let burning = Summary(fixed.months)
    let all = (fixed.selfFunding.value ?? 0) >= 1
    return RunwayRecord(
      static: all
        ? .unknown(Reason(.livesOnItsOwnMoney)) : burning.quantity(unit: .month),
      alone: months(result.alone), withRounds: months(outcome),
      censoredAt: outcome.censoredAt, selfFunding: quantities.probability(fixed.selfFunding))
  }

  private func months(_ outcome: OutcomeDraws) -> Quantity {
    quantities.quantity(outcome.knownRunwayMonths, unit: .month)
  }

  // MARK: Notes

  private var notes: [Remark] {
    var notes = baseYear.notes + cashNotes
    let anchor = result.model.anchor
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
    let undefined = result.exposure.exposure.undefined
    if undefined > 0 {
      notes.append(
        Remark(
          .noCostBase, ["undefined": .whole(undefined), "draws": .whole(run.draws.count)]))
    }
    return notes
  }

  /// That old cash was brought to the as-of day, and how often that left too little.
  private var cashNotes: [Remark] {
    guard let cash = result.base.cash, cash.isRolled, let day = baseYear.cash.first?.fact.days.end,
      let age = plan.outcome?.figures.cashAge
    else { return [] }
    let months = Int((age * 12).rounded())
    let rolled = Remark(
      .cashBroughtForward, ["day": .text(day.description), "months": .whole(months)])
    guard cash.floorShare > 0 else { return [rolled] }
    return [rolled, Remark(.cashAtFloor, ["share": .share(cash.floorShare)])]
  }

  /// Returns true if a parameter plays a part for this company: of the classes of access to money
  /// and of survival only its own does, and what belongs to parents only where there is one.
  private func isUsed(_ name: String) -> Bool {
    guard let parameter = OutcomeParameter(rawValue: name), let outcome = plan.outcome else {
      return true
    }
    switch parameter {
    case .successListed, .successStateLinked, .successUnlistedFresh, .successUnlistedStale:
      return parameter == outcome.access
    case .survivalIndependent, .survivalBacked: return parameter == outcome.survival
    case .stopHazard, .stopHazardLossWeight, .stopHazardCap:
      return outcome.survival == .survivalBacked
    case .freshRound: return subject.facts?.financing == .unlisted
    case .grantsDecay: return outcome.figures.grants != nil
    case .nonCashShare: return outcome.figures.operatingCashFlow == nil
    case .capitalExpenditureShare: return outcome.figures.capitalExpenditure == nil
    case .consolidationShift: return result.model.inputs.standing != nil
    default: return true
    }
  }
}
