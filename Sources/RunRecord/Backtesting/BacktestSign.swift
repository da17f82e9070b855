/// The told chances of a result not below zero, held against results.
public struct BacktestSign: Hashable, Sendable, Codable {
  /// Forecasts of about the same chance.
  public struct Bin: Hashable, Sendable, Codable {
    /// The lowest chance that belongs to it.
    public var low: Double
    /// The highest.
    public var high: Double
    /// The number of forecasts.
    public var count: Int
    /// Their mean chance.
    public var told: Double
    /// The share of results that were not below zero.
    public var seen: Double
    /// The 2.5th percentile of that share, by Jeffreys.
    public var seenLow: Double
    /// The 97.5th.
    public var seenHigh: Double

    /// Makes a bin.
    public init(
      low: Double, high: Double, count: Int, told: Double, seen: Double, seenLow: Double,
      seenHigh: Double
    ) {
      self.low = low
      self.high = high
      self.count = count
      self.told = told
      self.seen = seen
      self.seenLow = seenLow
      self.seenHigh = seenHigh
    }
  }

  /// The view that told the chances.
  public var view: BacktestView
  /// The number of years ahead.
  public var years: Int
  /// The number of forecasts.
  public var count: Int
  /// Brier's score: the mean square of chance less event; 0.25 for always telling a half.
  public var brier: Double
  /// The same of saying that the sign stays what it last was.
  public var brierCarry: Double
  /// Bins without empty ones.
  public var bins: [Bin]

  /// Makes a record.
  public init(
    view: BacktestView, years: Int, count: Int, brier: Double, brierCarry: Double, bins: [Bin]
  ) {
    self.view = view
    self.years = years
    self.count = count
    self.brier = brier
    self.brierCarry = brierCarry
    self.bins = bins
  }
}

/// The knowledge of today that a replay of past days used.
public struct BacktestHindsight: Hashable, Sendable, Codable {
  /// Assumptions of `company.yaml` that have no revision by the first day.
  public var assumptions: [String]
  /// The number of assumptions that were used.
  public var assumptionsUsed: Int
  /// Fields of companies that have no date: who pays, where the company is listed.
  public var fields: [String]
  /// The number of assumptions of paths and markets that have no revision by the first day.
  public var pathAssumptions: Int
  /// The number of assumptions of paths and markets.
  public var pathAssumptionsUsed: Int

  /// Makes a record.
  public init(
    assumptions: [String], assumptionsUsed: Int, fields: [String], pathAssumptions: Int = 0,
    pathAssumptionsUsed: Int = 0
  ) {
    self.assumptions = assumptions
    self.assumptionsUsed = assumptionsUsed
    self.fields = fields
    self.pathAssumptions = pathAssumptions
    self.pathAssumptionsUsed = pathAssumptionsUsed
  }
}
