/// Everything that the outcome model reads from `company.yaml` (Method 4).
///
/// The raw value is the parameter's name there; `model check` asks for every one of them, so that
/// no number hides in Swift.
package enum OutcomeParameter: String, Hashable, Sendable, CaseIterable {
  // MARK: The business outside the paths
  case contributionMargin = "contribution_margin"
  case legacyGrowth = "legacy_growth"
  case legacyGrowthShock = "legacy_growth_shock"
  case growthDrag = "growth_drag"

  // MARK: Costs
  case fixedCostGrowth = "fixed_cost_growth"
  case fixedCostFloor = "fixed_cost_floor"
  case costCut = "cost_cut"
  case cutTrigger = "cut_trigger_months"
  case grantsDecay = "grants_decay"

  // MARK: From result to cash
  case receivablePeriod = "receivable_days"
  case capitalExpenditureShare = "capital_expenditure_share"
  case nonCashShare = "non_cash_share"
  case cashConversionKeep = "cash_conversion_keep"
  case cashFlowShock = "cash_flow_shock"

  // MARK: New money
  case roundSize = "round_size_months"
  case freshRound = "fresh_round_months"
  case successListed = "success_listed"
  case successStateLinked = "success_state_linked"
  case successUnlistedFresh = "success_unlisted_fresh"
  case successUnlistedStale = "success_unlisted_stale"
  case worseResultPenalty = "worse_result_penalty"
  case profitBonus = "profit_bonus"
  case climateWeight = "climate_weight"
  case climatePersistence = "climate_persistence"
  case climateShock = "climate_shock"
  case consolidationShift = "consolidation_shift"

  // MARK: Ends
  case stopHazard = "stop_hazard"
  case stopHazardLossWeight = "stop_hazard_loss_weight"
  case stopHazardCap = "stop_hazard_cap"
  case soldShare = "sold_share"

  // MARK: The outside view
  case survivalIndependent = "survival_independent"
  case survivalBacked = "survival_backed"
  case survivalYears = "survival_years"
  case poolingWeight = "pooling_weight"
}

/// The values of all parameters, one a draw.
package struct OutcomeParameterDraws: Sendable {
  private var values: [OutcomeParameter: [Double]]

  /// Takes the values; nil where a parameter has none.
  package init?(_ values: [OutcomeParameter: [Double]]) {
    guard OutcomeParameter.allCases.allSatisfy({ values[$0]?.isEmpty == false }) else {
      return nil
    }
    self.values = values
  }

  /// A parameter's values.
  package subscript(parameter: OutcomeParameter) -> [Double] { values[parameter] ?? [] }

  /// A parameter that is the same in every draw, by its first one.
  package func constant(_ parameter: OutcomeParameter) -> Double { self[parameter].first ?? .nan }
}

extension OutcomeParameters {
  /// The parameters of a company of one class of access to money.
  package init(_ draws: OutcomeParameterDraws, access: OutcomeParameter) {
    self.init(neutralFor: draws[.contributionMargin].count)
    contributionMargin = draws[.contributionMargin]
    legacyGrowth = draws[.legacyGrowth]
    legacyGrowthShock = draws[.legacyGrowthShock]
    growthDrag = draws[.growthDrag]
    fixedCostGrowth = draws[.fixedCostGrowth]
    costCut = draws[.costCut]
    cutTrigger = draws[.cutTrigger]
    receivablePeriod = draws[.receivablePeriod]
    capitalExpenditureShare = draws[.capitalExpenditureShare]
    cashConversionKeep = draws[.cashConversionKeep]
    nonCashShare = draws[.nonCashShare]
    cashFlowShock = draws[.cashFlowShock]
    roundSize = draws[.roundSize]
    successProbability = draws[access]
    worseResultPenalty = draws[.worseResultPenalty]
    profitBonus = draws[.profitBonus]
    climateWeight = draws[.climateWeight]
    consolidationShift = draws[.consolidationShift]
    stopHazard = draws[.stopHazard]
    stopHazardLossWeight = draws[.stopHazardLossWeight]
    stopHazardCap = draws[.stopHazardCap]
    soldShare = draws[.soldShare]
    grantsDecay = draws[.grantsDecay]
    fixedCostFloor = draws[.fixedCostFloor]
  }
}
