/// The numbers of a company on a path, and what they rest on.
public struct PathResults: Hashable, Sendable, Codable {
  /// The share of the company's cost base that the path covers at the horizon, points 0...100.
  public var exposure: Quantity
  /// The path's losses at the horizon as a share of the same base, points.
  public var drain: Quantity
  /// The path's revenue over the company's, from reported facts, points.
  public var exposureToday: Quantity
  /// The money-back index: present value of what comes back over what goes out, points; 50 means
  /// money back (Method 2.2).
  public var moneyBackIndex: Quantity
  /// P(money-back index >= 50), as a fraction.
  public var viability: Quantity
  /// The same with a value beyond the horizon added.
  public var viabilityBeyond: Quantity
  /// Evidence-based readiness, points 0...100.
  public var readiness: Quantity
  /// Money-back index and readiness together, points 0...100; never shown alone.
  public var score: Quantity
  /// Exposure times score over 100, points: the path's part of path support.
  public var support: Quantity
  /// The discounted payback year, if the median draw pays back by the horizon.
  public var payback: Quantity
  /// P(break-even first) without this path, as a fraction.
  public var oddsWithout: Quantity
  /// `revenue`, `contribution`, `investment`, then the model's `metrics` by name.
  public var series: [YearlySeries]
  /// The quality of the evidence.
  public var evidence: EvidenceRecord
  /// The readiness criteria with the evidence behind each.
  public var criteria: [CriterionResult]
  /// The drivers of the money-back index, largest first.
  public var drivers: [DriverRecord]
  /// The inputs, in the order of the model.
  public var inputs: [InputRecord]
  /// The tree behind the numbers: formulas and inputs by name.
  public var trace: [TraceNode]
  /// Oddities of this assessment.
  public var warnings: [Remark]
  /// Ways of running the path held against each other; nil where its model names none.
  public var comparisons: [ComparisonResult]?

  /// Makes the numbers from their parts.
  public init(
    exposure: Quantity, drain: Quantity, exposureToday: Quantity, moneyBackIndex: Quantity,
    viability: Quantity, viabilityBeyond: Quantity, readiness: Quantity, score: Quantity,
    support: Quantity, payback: Quantity, oddsWithout: Quantity, series: [YearlySeries],
    evidence: EvidenceRecord, criteria: [CriterionResult], drivers: [DriverRecord],
    inputs: [InputRecord], trace: [TraceNode], warnings: [Remark],
    comparisons: [ComparisonResult]? = nil
  ) {
    self.exposure = exposure
    self.drain = drain
    self.exposureToday = exposureToday
    self.moneyBackIndex = moneyBackIndex
    self.viability = viability
    self.viabilityBeyond = viabilityBeyond
    self.readiness = readiness
    self.score = score
    self.support = support
    self.payback = payback
    self.oddsWithout = oddsWithout
    self.series = series
    self.evidence = evidence
    self.criteria = criteria
    self.drivers = drivers
    self.inputs = inputs
    self.trace = trace
    self.warnings = warnings
    self.comparisons = comparisons
  }
}
