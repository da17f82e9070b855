package import Formulas
package import Simulation

/// A model's program with everything that it runs on.
package struct ProgramPlan: Sendable {
  /// The compiled formulas.
  package var model: CompiledModel
  /// The machine that runs them, shared by all companies.
  package var machine: BlockMachine
  /// The inputs, in the order of the model.
  package var inputs: [PlannedInput]
  /// The inputs that are drawn together, with their rank correlations.
  package var correlation: RankCorrelation
  /// The modelled years.
  package var years: [Int]
  /// The variables that are wanted beside revenue, contribution and investment.
  package var wanted: Wanted
  /// The value of a unit of the model's money in the study's: what its three flows are multiplied
  /// by.
  package var money = 1.0

  /// Variables of the model by what they are for.
  package struct Wanted: Sendable {
    /// Variables worth showing or using.
    package var metrics: [String] = []
    /// The variable that gives the level of a readiness criterion, by criterion.
    package var levels: [String: String] = [:]
    /// The variable that claims a part of a shared market, and the input that is the market.
    package var claim: (variable: String, market: String)?

    /// Nothing but the three flows.
    package init() {}

    /// The names of all variables that are wanted.
    package var names: Set<String> {
      Set(["revenue", "contribution", "investment"] + metrics + levels.values)
        .union(claim.map { [$0.variable] } ?? [])
    }
  }

  /// Makes a plan.
  package init(
    model: CompiledModel, machine: BlockMachine, inputs: [PlannedInput],
    correlation: RankCorrelation, years: [Int], wanted: Wanted = Wanted()
  ) {
    self.model = model
    self.machine = machine
    self.inputs = inputs
    self.correlation = correlation
    self.years = years
    self.wanted = wanted
  }
}

extension ProgramPlan {
  /// The market that its company's claim shares with others', where the model has room for them.
  package var room: PlannedRoom? {
    for input in inputs {
      if case .room(let room) = input.origin { return room }
    }
    return nil
  }
}

/// A path's flows for one company, by year and draw: all that its company's outcome and its scores
/// are computed from.
package struct PathFlows: Sendable {
  /// Revenue recognised by the company, in the study's currency a year.
  package var revenue: YearlyDraws
  /// Revenue less every cost that closing the path would avoid.
  package var contribution: YearlyDraws
  /// Outlay whose benefit lies in later years, not negative.
  package var investment: YearlyDraws
  /// Further variables, by name.
  package var metrics: [String: YearlyDraws]
  /// Readiness levels 0...4 that the model computes itself, by criterion.
  package var levels: [String: [Double]]
  /// The share of the shared market that this company's story claims, or nil.
  package var claim: YearlyDraws?

  /// Makes flows from their parts.
  package init(
    revenue: YearlyDraws, contribution: YearlyDraws, investment: YearlyDraws,
    metrics: [String: YearlyDraws], levels: [String: [Double]], claim: YearlyDraws?
  ) {
    self.revenue = revenue
    self.contribution = contribution
    self.investment = investment
    self.metrics = metrics
    self.levels = levels
    self.claim = claim
  }
}
