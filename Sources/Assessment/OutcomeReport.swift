internal import Evaluation
internal import Facts
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Study

/// Puts a simulated outcome into words and numbers of the record.
struct OutcomeReport {
  let run: RunContext
  let subject: Subject
  let baseYear: BaseYear
  let flows: CompanyFlows
  let simulation: OutcomeSimulation

  private var outcome: OutcomeDraws { simulation.withRounds }
  private var quantities: Quantities {
    Quantities(draws: run.draws.count, flaggedLimit: run.policy.flaggedLimit)
  }

  /// The record without what depends on exposure, which `CompanyEvaluation` adds.
  func record() -> OutcomeRecord {
    var record = OutcomeRecord(unknown: "", missing: [])
    record.unknown = nil
    record.states = states
    record.statesWithBaseRate = pooledStates
    record.breakEvenBy = byYear(incidence)
    record.medianBreakEvenYear = medianYear
    record.provisional = quantities.probability(outcome.provisional)
    record.brokeEvenThenRanDry = quantities.probability(outcome.brokeEvenThenRanDry)
    record.runwayMonths = runway
    record.operatingBy = byYear(BreakEven.operating(outcome))
    for (index, year) in run.evaluation.years.enumerated() {
      record.operatingResult[String(year)] = Summary(outcome.operatingResult[year: index])
        .estimate(unit: "\(run.evaluation.currency)/year")
      record.cash[String(year)] = Summary(outcome.cash[year: index])
        .estimate(unit: run.evaluation.currency)
    }
    if let cash = flows.facts.cash {
      record.cash["start"] = Summary(cash).estimate(unit: run.evaluation.currency)
    }
    record.inputs = flows.inputs.map(\.record).filter { isUsed($0.name) }
    record.notes = notes
    return record
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
      Summary(values).estimate(unit: "1") ?? .exactly(.nan, unit: "1")
    }
    return StateProbabilities(
      brokeEven: estimate(pooling.brokeEven), stillLosing: estimate(pooling.stillLosing),
      sold: estimate(pooling.sold), cashedOut: estimate(pooling.cashedOut))
  }

  private var incidence: [EventProbability] { BreakEven.cumulativeIncidence(outcome) }

  private func byYear(_ probabilities: [EventProbability]) -> [String: Quantity] {
    Dictionary(
      zip(run.evaluation.years, probabilities).map {
        (String($0), quantities.probability($1))
      }, uniquingKeysWith: { $1 })
  }

  private var medianYear: Quantity {
    let years = run.evaluation.years
    if let index = BreakEven.medianYear(incidence) {
      return .estimate(.exactly(Double(years[index]), unit: "calendar_year"))
    }
    let never = 100 * (1 - (incidence.last?.value ?? 0))
    let share = never > 99.5 ? ">99" : String(Int(never.rounded()))
    return .unknown("not by \(years.last ?? 0) in \(share) % of draws")
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
        ? .unknown("lives on its own money")
        : burning.quantity(unit: "month", reason: "no draw gives a number"),
      alone: months(simulation.alone), withRounds: months(outcome),
      censoredAt: outcome.censoredAt, selfFunding: quantities.probability(fixed.selfFunding))
  }

  private func months(_ outcome: OutcomeDraws) -> Quantity {
    quantities.quantity(outcome.knownRunwayMonths, unit: "month")
  }

  // MARK: Notes

  private var notes: [String] {
    var notes = flows.notes
    let anchor = simulation.model.anchor
    if anchor.isUnreconciled {
      notes.append(
        "In \(percent(anchor.floorShare)) of draws the paths' base-year stories don't reconcile "
          + "with the reported result: shared cost is at its floor.")
    }
    if anchor.isRevenueConflict {
      notes.append(
        "Conflict: in \(percent(anchor.conflictShare)) of draws the paths claim over 110 % of the "
          + "revenue that is reported for \(baseYear.period).")
    }
    if outcome.flagged > 0 {
      notes.append("\(outcome.flagged) of \(outcome.draws) draws were dropped.")
    }
    return notes
  }

  private func percent(_ share: Double) -> String {
    "\(max(1, Int((100 * share).rounded()))) %"
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
