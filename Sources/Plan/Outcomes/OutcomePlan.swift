package import Scoring

/// The plan by which a company's outcome comes about beside its paths: its base year's figures and
/// the parameters of the outcome model.
package struct OutcomePlan: Sendable {
  /// The share of the first year that is over on the as-of day, 0..<1.
  package var elapsedShare: Double
  /// The figures that the company reported.
  package var figures: BaseFigures
  /// The parameters, in the order of `company.yaml`; those that the outcome model doesn't read are
  /// drawn and shown all the same.
  package var parameters: [PlannedInput]
  /// The class of the company's access to money.
  package var access: OutcomeParameter
  /// The survival of the company's reference class.
  package var survival: OutcomeParameter
  /// The figures that place the company once a market has consolidated; nil without such a path.
  package var consolidation: Consolidation?

  /// The path whose metrics say that a market has consolidated, and who is in its head group.
  package struct Consolidation: Sendable {
    /// The path's id.
    package var path: String
    /// The metric that is 1 once the market has consolidated.
    package var consolidated: String
    /// The metric that is 1 for a member of the head group.
    package var head: String

    /// Names the path and the metrics.
    package init(path: String, consolidated: String, head: String) {
      self.path = path
      self.consolidated = consolidated
      self.head = head
    }
  }

  /// Makes a plan.
  package init(
    elapsedShare: Double, figures: BaseFigures, parameters: [PlannedInput],
    access: OutcomeParameter, survival: OutcomeParameter, consolidation: Consolidation?
  ) {
    self.elapsedShare = elapsedShare
    self.figures = figures
    self.parameters = parameters
    self.access = access
    self.survival = survival
    self.consolidation = consolidation
  }
}

/// The reported figures of a base year, as what they are drawn from; flows are a year's.
package struct BaseFigures: Sendable {
  /// Revenue, of all business.
  package var revenue: PlannedInput
  /// The operating result.
  package var result: Result
  /// Cash, one figure or two that add up.
  package var cash: [PlannedInput]
  /// Years from the day of the cash to the as-of day.
  package var cashAge: Double
  /// Cash flow from operations, if known.
  package var operatingCashFlow: PlannedInput?
  /// Capital expenditure, if known.
  package var capitalExpenditure: PlannedInput?
  /// The operating result of the year before, if known.
  package var resultBefore: PlannedInput?
  /// Grants, if known.
  package var grants: PlannedInput?
  /// Interest paid, if known.
  package var interest: PlannedInput?

  /// An operating result.
  package enum Result: Sendable {
    /// It is reported.
    case reported(PlannedInput)
    /// It lies between other results of the year, at the uniforms of an input without a
    /// distribution.
    case bracketed(by: [Double], PlannedInput)
  }

  /// Makes figures of what every company has.
  package init(revenue: PlannedInput, result: Result, cash: [PlannedInput], cashAge: Double) {
    self.revenue = revenue
    self.result = result
    self.cash = cash
    self.cashAge = cashAge
  }
}
