/// Every variable of a model that was run alone.
public struct ModelRunResult: Hashable, Sendable, Codable {
  /// The version of this form.
  public var schema: Int
  /// The path's id.
  public var path: String
  /// The number of draws.
  public var draws: Int
  /// The seed of all draws.
  public var seed: UInt64
  /// The variables and outputs, by name.
  public var variables: [String: VariableResult]
  /// What a reader should know of what was set; nil where there is nothing.
  public var remarks: [Remark]?

  /// Makes a result in the current schema.
  public init(
    path: String, draws: Int, seed: UInt64, variables: [String: VariableResult],
    remarks: [Remark]? = nil
  ) {
    schema = 1
    self.path = path
    self.draws = draws
    self.seed = seed
    self.variables = variables
    self.remarks = remarks
  }
}

/// One variable of a model that was run alone.
public struct VariableResult: Hashable, Sendable, Codable {
  /// Its unit.
  public var unit: String
  /// Its summary by year (`"2026"`), or under `"all"` if it doesn't vary.
  public var years: [String: VariableSummary]
  /// The years, or `"all"`, that have no summary since the formula gave a number in no draw; nil
  /// where there are none.
  public var withoutNumber: [String]?
  /// The draws without a number by year, or by `"all"`, where they are so many that the summary is
  /// withheld; nil where there are none.
  public var withheld: [String: Int]?

  /// Makes a result.
  public init(
    unit: String, years: [String: VariableSummary], withoutNumber: [String]? = nil,
    withheld: [String: Int]? = nil
  ) {
    self.unit = unit
    self.years = years
    self.withoutNumber = withoutNumber
    self.withheld = withheld
  }
}

/// The draws of a variable in one year, summarised.
public struct VariableSummary: Hashable, Sendable, Codable {
  /// The mean.
  public var mean: Double
  /// The Monte Carlo standard error of the mean.
  public var standardError: Double
  /// The standard deviation.
  public var sd: Double
  /// The 5th percentile.
  public var p5: Double
  /// The median.
  public var p50: Double
  /// The 95th percentile.
  public var p95: Double
  /// The number of draws dropped by a domain error.
  public var flagged: Int

  /// Makes a summary.
  public init(
    mean: Double, standardError: Double, sd: Double, p5: Double, p50: Double, p95: Double,
    flagged: Int
  ) {
    self.mean = mean
    self.standardError = standardError
    self.sd = sd
    self.p5 = p5
    self.p50 = p50
    self.p95 = p95
    self.flagged = flagged
  }
}
