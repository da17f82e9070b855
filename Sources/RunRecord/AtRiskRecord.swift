/// The companies at risk taken together: in how many futures how many of them break even.
///
/// They share the years' growth, the climate of money and their markets, so that this isn't what
/// their odds give one by one.
public struct AtRiskRecord: Hashable, Sendable, Codable {
  /// The number of companies with odds.
  public var companies: Int
  /// The number that breaks even first.
  public var breakEven: Estimate
  /// The number that runs out of money or is sold.
  public var runOut: Estimate

  /// Makes one from its parts.
  public init(companies: Int, breakEven: Estimate, runOut: Estimate) {
    self.companies = companies
    self.breakEven = breakEven
    self.runOut = runOut
  }
}
