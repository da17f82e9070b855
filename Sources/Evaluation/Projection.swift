public import RunRecord

/// One value a year and draw, stored year by year.
public struct YearlyDraws: Hashable, Sendable {
  /// The values; year `y` occupies `y * draws ..< (y + 1) * draws`.
  public var values: [Double]
  /// The number of draws.
  public let draws: Int

  /// The number of years.
  public var years: Int { draws == 0 ? 0 : values.count / draws }

  /// Takes values that are stored year by year.
  ///
  /// - Precondition: `values.count` is a multiple of `draws`.
  public init(values: [Double], draws: Int) {
    precondition(draws > 0 && values.count.isMultiple(of: draws))
    self.values = values
    self.draws = draws
  }

  /// The same value in every year and draw.
  public init(repeating value: Double, years: Int, draws: Int) {
    self.init(values: Array(repeating: value, count: years * draws), draws: draws)
  }

  /// The value in a year, counted from 0, and draw.
  public subscript(year: Int, draw: Int) -> Double {
    get { values[year * draws + draw] }
    set { values[year * draws + draw] = newValue }
  }

  /// All draws of a year, counted from 0.
  public subscript(year year: Int) -> ArraySlice<Double> {
    values[year * draws..<(year + 1) * draws]
  }
}

/// What an evaluator gives for one company: METHODOLOGY 2.1, in every draw.
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
  /// What the evaluator has summarised already: results and metrics by name, year by year.
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

/// An input of a projection with the quantile level that each draw took.
public struct ProjectedInput: Sendable {
  /// What it is and what it rests on.
  public var record: InputRecord
  /// The level in 0..<1 that each draw took; nil for an input that doesn't vary.
  public var levels: [Double]?
  /// The value at a level, in the input's unit: in the last year where it varies.
  public var valueAtLevel: (@Sendable (Double) -> Double)?
  /// Whether it is chance by nature: no research settles it, so nobody is told to.
  public var isChance: Bool

  /// Makes an input.
  public init(
    record: InputRecord, levels: [Double]?,
    valueAtLevel: (@Sendable (Double) -> Double)? = nil, isChance: Bool = false
  ) {
    self.record = record
    self.levels = levels
    self.valueAtLevel = valueAtLevel
    self.isChance = isChance
  }
}
