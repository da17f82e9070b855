/// The price of a currency on the as-of day, by which amounts can be told in another.
public struct CurrencyRate: Hashable, Sendable, Codable {
  /// The currency.
  public var currency: UnitName
  /// The price of one unit of it in the study's currency.
  public var value: Double
  /// The oldest day of the rates that make it, `YYYY-MM-DD`.
  public var day: String
  /// The ids of the sources of these rates.
  public var sources: [String]

  /// Makes a price.
  public init(currency: UnitName, value: Double, day: String, sources: [String]) {
    self.currency = currency
    self.value = value
    self.day = day
    self.sources = sources
  }
}
