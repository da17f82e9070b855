/// The four states at the horizon; their values sum to 1.
public struct StateProbabilities: Hashable, Sendable, Codable {
  /// Broke even before the money ran out.
  public var brokeEven: Estimate
  /// Neither broke even nor ran out.
  public var stillLosing: Estimate
  /// Sold: taken over, or when the money ran out.
  public var sold: Estimate
  /// Ran out of money.
  public var cashedOut: Estimate

  /// Makes the four states.
  public init(brokeEven: Estimate, stillLosing: Estimate, sold: Estimate, cashedOut: Estimate) {
    self.brokeEven = brokeEven
    self.stillLosing = stillLosing
    self.sold = sold
    self.cashedOut = cashedOut
  }
}

/// Three readings of the runway.
public struct RunwayRecord: Hashable, Sendable, Codable {
  /// Cash over burn of the latest twelve months.
  public var `static`: Quantity
  /// Simulated, with no new money.
  public var alone: Quantity
  /// Simulated, with financing rounds.
  public var withRounds: Quantity
  /// The number of months to the horizon: longer runways are printed as `>N`.
  public var censoredAt: Double
  /// The share of draws in which the company lives on its own money, unit `1`.
  public var selfFunding: Quantity

  /// Makes a runway.
  public init(
    static: Quantity, alone: Quantity, withRounds: Quantity, censoredAt: Double,
    selfFunding: Quantity
  ) {
    self.static = `static`
    self.alone = alone
    self.withRounds = withRounds
    self.censoredAt = censoredAt
    self.selfFunding = selfFunding
  }
}
