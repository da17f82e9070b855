package import Plan
public import RunRecord
public import Simulation

/// What an evaluator gives for one company: Method 2.1, in every draw.
public struct Projection: Sendable {
  /// The modelled years.
  public var years: [Int]
  /// Revenue recognised by the company, CNY/year (the study's currency).
  public var revenue: YearlyDraws
  /// Revenue less every cost that closing the path would avoid, CNY/year.
  public var contribution: YearlyDraws
  /// Outlay whose benefit lies in later years, not negative, CNY/year.
  public var investment: YearlyDraws
  /// Further variables worth showing or using, by name, in the unit of their trace node.
  public var metrics: [String: YearlyDraws]
  /// Readiness levels 0...4 that the model computes itself, by criterion.
  public var levels: [String: [Double]]
  /// The inputs with their draws, for sensitivity.
  public var inputs: [ProjectedInput]
  /// The tree behind the outputs.
  public var trace: [TraceNode]
  /// The share of the shared market that this company's story claims, by year and draw, or nil.
  public var claim: YearlyDraws?
  /// The summaries that the evaluator has made already: results and metrics by name, year by year.
  package var estimates: [String: [Estimate?]] = [:]

  /// Makes a projection.
  public init(
    years: [Int], revenue: YearlyDraws, contribution: YearlyDraws, investment: YearlyDraws,
    metrics: [String: YearlyDraws], levels: [String: [Double]], inputs: [ProjectedInput],
    trace: [TraceNode], claim: YearlyDraws?
  ) {
    self.years = years
    self.revenue = revenue
    self.contribution = contribution
    self.investment = investment
    self.metrics = metrics
    self.levels = levels
    self.inputs = inputs
    self.trace = trace
    self.claim = claim
  }
}

extension Projection {
  /// The flows, without what they rest on.
  package var flows: PathFlows {
    PathFlows(
      revenue: revenue, contribution: contribution, investment: investment, metrics: metrics,
      levels: levels, claim: claim)
  }
}

/// An input of a projection with the uniform that each draw took.
public struct ProjectedInput: Sendable {
  /// The input's record: its meaning and its basis.
  public var record: InputRecord
  /// Where the uniform that each draw took is found; nil for an input that doesn't vary.
  package var levels: LevelSource?
  /// The value at a uniform, in the input's unit: in the last year where it varies.
  public var valueAtUniform: (@Sendable (Double) -> Double)?
  /// The uniforms at which one of its values ends and the next begins, if it has few; nil where it has
  /// many.
  package var steps: [Double]?
  /// True if it is chance by nature: no research settles it, so nobody is told to.
  public var isChance: Bool

  /// The uniform in 0..<1 that each draw took; nil for an input that doesn't vary.
  public var uniforms: [Double]? {
    get { levels?.values }
    set { levels = newValue.map(LevelSource.column) }
  }

  /// Makes an input.
  public init(
    record: InputRecord, uniforms: [Double]?,
    valueAtUniform: (@Sendable (Double) -> Double)? = nil, isChance: Bool = false
  ) {
    self.init(
      record: record, levels: uniforms.map(LevelSource.column), valueAtUniform: valueAtUniform,
      isChance: isChance)
  }

  package init(
    record: InputRecord, levels: LevelSource?,
    valueAtUniform: (@Sendable (Double) -> Double)?, isChance: Bool, steps: [Double]? = nil
  ) {
    self.record = record
    self.levels = levels
    self.steps = steps
    self.valueAtUniform = valueAtUniform
    self.isChance = isChance
  }
}
