internal import Evaluation
internal import Facts
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Study
internal import Threads

/// A company's outcome in every draw: with rounds, without, and with each path failing.
struct OutcomeSimulation {
  var model: OutcomeModel
  var withRounds: OutcomeDraws
  var alone: OutcomeDraws
  /// Break-even first with a path knocked out, in the order of the paths.
  var knockedOut: [EventProbability]
  /// What the outcome rests on beside the paths, with the probability of raising money.
  var inputs: [ProjectedInput]
}

/// Sets up a company's outcome model from its flows and its paths.
struct OutcomeSimulator {
  let run: RunContext
  let subject: Subject
  let flows: CompanyFlows
  let paths: [AssessedPath]

  func simulate() -> OutcomeSimulation {
    var inputs = OutcomeInputs(
      elapsedShare: run.elapsedShare, parameters: parameters(), facts: flows.facts,
      paths: paths.map(\.flows), streams: streams(), climate: climate())
    inputs.standing = standing()
    let model = OutcomeModel(inputs)
    var withoutMoney = OutcomeOptions()
    withoutMoney.raisesMoney = false
    let whole = [OutcomeOptions(), withoutMoney]
    let results = run.crew.map(whole.count + paths.count) { index -> Result in
      if index < whole.count { return .whole(model.run(whole[index])) }
      var options = OutcomeOptions()
      options.knockedOutPath = index - whole.count
      return .knockedOut(model.probabilityOfBreakingEven(options))
    }
    let outcomes = results.compactMap(\.outcome)
    return OutcomeSimulation(
      model: model, withRounds: outcomes[0], alone: outcomes[1],
      knockedOut: results.compactMap(\.probability), inputs: flows.inputs)
  }

  /// What one of the runs of the model is for.
  private enum Result: Sendable {
    case whole(OutcomeDraws)
    case knockedOut(EventProbability)

    var outcome: OutcomeDraws? {
      if case .whole(let outcome) = self { outcome } else { nil }
    }

    var probability: EventProbability? {
      if case .knockedOut(let probability) = self { probability } else { nil }
    }
  }

  // MARK: Parts

  private var count: Int { run.draws.count }
  private var years: Int { run.evaluation.years.count }

  private func parameters() -> OutcomeParameters {
    var parameters = OutcomeParameters(neutralFor: count)
    func set(_ name: String, _ path: WritableKeyPath<OutcomeParameters, [Double]>) {
      if let found = flows.parameters[name] { parameters[keyPath: path] = found.values }
    }
    set("contribution_margin", \.contributionMargin)
    set("legacy_growth", \.legacyGrowth)
    set("legacy_growth_shock", \.legacyGrowthShock)
    set("growth_drag", \.growthDrag)
    set("fixed_cost_growth", \.fixedCostGrowth)
    set("cost_cut", \.costCut)
    set("cut_trigger_months", \.cutTrigger)
    set("receivable_days", \.receivablePeriod)
    set("capital_expenditure_share", \.capitalExpenditureShare)
    set("cash_conversion_keep", \.cashConversionKeep)
    set("non_cash_share", \.nonCashShare)
    set("cash_flow_shock", \.cashFlowShock)
    set("round_size_months", \.roundSize)
    set(successName, \.successProbability)
    set("worse_result_penalty", \.worseResultPenalty)
    set("profit_bonus", \.profitBonus)
    set("climate_weight", \.climateWeight)
    set("consolidation_shift", \.consolidationShift)
    set("stop_hazard", \.stopHazard)
    set("stop_hazard_loss_weight", \.stopHazardLossWeight)
    set("stop_hazard_cap", \.stopHazardCap)
    set("sold_share", \.soldShare)
    set("grants_decay", \.grantsDecay)
    set("fixed_cost_floor", \.fixedCostFloor)
    return parameters
  }

  /// The class of the company's access to money (METHODOLOGY 4.2).
  var successName: String {
    switch subject.facts?.financing {
    case .listed, .parentBacked, nil: return "success_listed"
    case .stateLinked: return "success_state_linked"
    case .unlisted:
      let months = flows.parameters["fresh_round_months"]?.values.first ?? 1.5
      let rounds = subject.facts?.facts.filter {
        $0.metric == "funding_round_amount" && $0.knownSince <= run.evaluation.asOf
      }
      guard let last = rounds?.map(\.days.end).max(),
        Double(last.days(to: run.evaluation.asOf)) / 365 < months
      else { return "success_unlisted_stale" }
      return "success_unlisted_fresh"
    }
  }

  private func streams() -> OutcomeStreams {
    let block = "outcome \(subject.company)"
    func yearly(_ place: Int) -> YearlyDraws {
      YearlyDraws(values: levels(block: block, from: 1 + place * years), draws: count)
    }
    return OutcomeStreams(
      growth: yearly(0), shock: yearly(1), bridge: yearly(2), financing: yearly(3),
      sale: run.draws.levels(block: block, dimension: 0))
  }

  /// The climate, which is the same for all companies.
  private func climate() -> YearlyDraws {
    let persistence = flows.parameters["climate_persistence"]?.values.first ?? 0.6
    let shock = flows.parameters["climate_shock"]?.values.first ?? 0.8
    let values = run.draws.sharedColumn("climate \(persistence) \(shock)") {
      let uniforms = levels(block: "outcome climate", from: 0)
      return Climate.path(
        uniforms: YearlyDraws(values: uniforms, draws: count), persistence: persistence,
        shock: shock
      ).values
    }
    return YearlyDraws(values: values, draws: count)
  }

  /// The levels of a block's dimensions, one after the other, for each year from a first one on.
  private func levels(block: String, from first: Int) -> [Double] {
    var levels: [Double] = []
    levels.reserveCapacity(years * count)
    for year in 0..<years { levels += run.draws.levels(block: block, dimension: first + year) }
    return levels
  }

  /// 1 in the head group of a market that has consolidated, -1 outside it, 0 before.
  private func standing() -> YearlyDraws? {
    guard let consolidation = run.companyModel.consolidation,
      let path = paths.first(where: { $0.path == consolidation.path }),
      let consolidated = path.projection.metrics[consolidation.consolidated],
      let head = path.projection.metrics[consolidation.head]
    else { return nil }
    let values = zip(consolidated.values, head.values).map { done, head in
      done > 0.5 ? (head > 0.5 ? 1.0 : -1.0) : 0
    }
    return YearlyDraws(values: values, draws: count)
  }
}
