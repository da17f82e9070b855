/// What becomes of a company with some changes, against what becomes of it without.
public struct VariantRecord: Hashable, Sendable, Codable {
  /// What becomes of it with them.
  public var new: StandingRecord
  /// The odds of breaking even first with them less those without, a fraction; nil without odds on
  /// both sides.
  public var difference: Double?
  /// The error of the difference that the number of draws leaves, both being on the same draws.
  public var standardError: Double?

  /// Makes a record from its parts.
  public init(new: StandingRecord, difference: Double?, standardError: Double?) {
    self.new = new
    self.difference = difference
    self.standardError = standardError
  }
}

/// What several answers are made from: the day, the horizon and the draws.
public struct AnswerBasis: Hashable, Sendable, Codable {
  /// The day as of which facts are known, `YYYY-MM-DD`, before any change.
  public var asOf: String
  /// The last year, before any change.
  public var horizon: Int
  /// The currency of money.
  public var currency: UnitName
  /// The number of draws.
  public var draws: Int
  /// The scenario that everything is in; nil for the base case, and where scenarios are what is compared.
  public var scenario: String?

  /// Makes one from its parts.
  public init(
    asOf: String, horizon: Int, currency: UnitName, draws: Int, scenario: String? = nil
  ) {
    self.asOf = asOf
    self.horizon = horizon
    self.currency = currency
    self.draws = draws
    self.scenario = scenario
  }
}
