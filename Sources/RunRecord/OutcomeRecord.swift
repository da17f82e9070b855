/// The outcome of a company by the horizon, or the reason why it can't be said.
///
/// The numbers of `OutcomeRecord` can be read straight from it: where the outcome is unknown they
/// are unknown for the same reason, and lists are empty. In JSON the object of `OutcomeRecord`, or
/// `{"unknown": sentence, "reason": {…}, "missing": […]}`.
@dynamicMemberLookup
public enum Outcome: Hashable, Sendable {
  /// It was simulated.
  case known(OutcomeRecord)
  /// The facts are too thin.
  case unknown(UnknownOutcome)

  /// The simulated outcome, or nil.
  public var known: OutcomeRecord? {
    if case .known(let record) = self { record } else { nil }
  }

  /// The reason why there is none, or nil.
  public var unknown: UnknownOutcome? {
    if case .unknown(let reason) = self { reason } else { nil }
  }

  /// A number of the outcome.
  public subscript(dynamicMember path: KeyPath<OutcomeRecord, Quantity>) -> Quantity {
    switch self {
    case .known(let record): record[keyPath: path]
    case .unknown(let unknown): .unknown(unknown.reason)
    }
  }

  /// A part of the outcome that may be missing.
  public subscript<Part>(dynamicMember path: KeyPath<OutcomeRecord, Part?>) -> Part? {
    known?[keyPath: path]
  }

  /// A list of the outcome.
  public subscript<Part>(dynamicMember path: KeyPath<OutcomeRecord, [Part]>) -> [Part] {
    known?[keyPath: path] ?? []
  }
}

/// The reason why there is no simulated outcome.
public struct UnknownOutcome: Hashable, Sendable, Codable {
  /// The reason.
  public var reason: Reason
  /// The facts that are missing, by metric.
  public var missing: [String]

  /// Makes a reason.
  public init(reason: Reason, missing: [String]) {
    self.reason = reason
    self.missing = missing
  }
}

extension Outcome: Codable {
  private enum CodingKeys: String, CodingKey {
    case unknown, reason
  }

  /// Reads either form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self =
      container.contains(.reason)
      ? .unknown(try UnknownOutcome(from: decoder)) : .known(try OutcomeRecord(from: decoder))
  }

  /// Writes either form; `unknown` says the reason in English.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .known(let record): try record.encode(to: encoder)
    case .unknown(let unknown):
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(unknown.reason.message, forKey: .unknown)
      try unknown.encode(to: encoder)
    }
  }
}

/// The simulated outcome of a company.
public struct OutcomeRecord: Hashable, Sendable, Codable {
  /// The four states; nil for a company that earns, of which nobody asks.
  public var states: StateProbabilities?
  /// The four states by companies like this one alone, without what its paths add.
  public var statesOutside: StateProbabilities?
  /// The four states with the models of its paths in full.
  public var statesInside: StateProbabilities?
  /// The four states pulled towards a base rate, of runs that were stored when there was one.
  public var statesWithBaseRate: StateProbabilities?
  /// P(broke even by the end of the year, before any cash-out), a fraction by year.
  public var breakEvenBy: [Int: Quantity]
  /// The four states at the end of each year, the last as in `states`; nil in runs that were made before
  /// they were recorded.
  public var statesBy: [Int: StateProbabilities]?
  /// The median break-even year, or why there is none.
  public var medianBreakEvenYear: Quantity
  /// P(break-even counts on the horizon year alone), a fraction.
  public var provisional: Quantity
  /// P(broke even, then ran dry), a fraction.
  public var brokeEvenThenRanDry: Quantity
  /// Months until the money runs out.
  public var runwayMonths: RunwayRecord?
  /// Cash on the as-of day.
  public var cashAtStart: Estimate?
  /// Cash at year ends, with rounds.
  public var cash: YearlySeries
  /// P(still operating at the end of the year), a fraction by year.
  public var operatingBy: [Int: Quantity]
  /// Revenue year by year; nil in runs that were made before it was recorded.
  public var revenue: YearlySeries?
  /// Costs year by year: revenue less the operating result, draw by draw; nil in runs that were made
  /// before they were recorded.
  public var costs: YearlySeries?
  /// Operating result year by year.
  public var operatingResult: YearlySeries
  /// Money raised in each year, of what hasn't run out of money by then; nil of a company that
  /// earns, of which nobody asks, and in runs that were made before it was recorded.
  public var raised: YearlySeries?
  /// 100 P/(P+C) at the horizon, points; 50 means the operating result is zero.
  public var headroom: Quantity
  /// Runway on a scale of 0...100, points.
  public var cashCover: Quantity
  /// The costs that the paths cover, weighed by how good the paths are, points.
  public var pathSupport: Quantity
  /// The independence from any one source of contribution, points.
  public var diversification: Quantity
  /// The share of the cost base that nothing covers, points.
  public var uncoveredCost: Quantity
  /// The share of the cost base that the existing business covers, points.
  public var existingBusiness: Quantity
  /// The inputs of the company model: what each figure rests on.
  public var inputs: [InputRecord]
  /// The drivers of P(break-even first), largest first.
  public var drivers: [DriverRecord]
  /// P(break-even first) in the lowest and highest tenth of the most influential input that
  /// research can settle.
  public var assumptionBand: AssumptionBand?
  /// The conditions for P(break-even first) of a half, one lever at a time.
  public var wouldHaveToBelieve: [BeliefRecord]
  /// The remarks on shares of draws that needed a floor, rolled-forward cash and the like.
  public var notes: [Remark]

  /// Makes an outcome from its parts.
  public init(
    states: StateProbabilities?, statesOutside: StateProbabilities? = nil,
    statesInside: StateProbabilities? = nil,
    breakEvenBy: [Int: Quantity], statesBy: [Int: StateProbabilities]? = nil,
    medianBreakEvenYear: Quantity, provisional: Quantity,
    brokeEvenThenRanDry: Quantity, runwayMonths: RunwayRecord?, cashAtStart: Estimate?,
    cash: YearlySeries, operatingBy: [Int: Quantity], revenue: YearlySeries? = nil,
    costs: YearlySeries? = nil, operatingResult: YearlySeries, raised: YearlySeries? = nil,
    headroom: Quantity, cashCover: Quantity, pathSupport: Quantity, diversification: Quantity,
    uncoveredCost: Quantity, existingBusiness: Quantity, inputs: [InputRecord],
    drivers: [DriverRecord], assumptionBand: AssumptionBand?, wouldHaveToBelieve: [BeliefRecord],
    notes: [Remark]
  ) {
    self.states = states
    self.statesOutside = statesOutside
    self.statesInside = statesInside
    self.breakEvenBy = breakEvenBy
    self.statesBy = statesBy
    self.medianBreakEvenYear = medianBreakEvenYear
    self.provisional = provisional
    self.brokeEvenThenRanDry = brokeEvenThenRanDry
    self.runwayMonths = runwayMonths
    self.cashAtStart = cashAtStart
    self.cash = cash
    self.operatingBy = operatingBy
    self.revenue = revenue
    self.costs = costs
    self.operatingResult = operatingResult
    self.raised = raised
    self.headroom = headroom
    self.cashCover = cashCover
    self.pathSupport = pathSupport
    self.diversification = diversification
    self.uncoveredCost = uncoveredCost
    self.existingBusiness = existingBusiness
    self.inputs = inputs
    self.drivers = drivers
    self.assumptionBand = assumptionBand
    self.wouldHaveToBelieve = wouldHaveToBelieve
    self.notes = notes
  }
}
