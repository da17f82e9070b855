/// The unit of a number, as models and facts write it: `CNY/year`, `hospital`, `point`.
public struct UnitName: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The unit as written.
  public var rawValue: String

  /// Takes a unit as written.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Takes a unit as written.
  public init(_ text: String) {
    rawValue = text
  }

  /// Takes a unit as written.
  public init(stringLiteral value: String) {
    rawValue = value
  }

  /// The unit as written.
  public var description: String { rawValue }

  /// Fractions: probabilities and shares of 0...1.
  public static let fraction: UnitName = "1"
  /// Scores and shares of 0...100.
  public static let point: UnitName = "point"
  /// Months.
  public static let month: UnitName = "month"
  /// Readiness levels 0...4.
  public static let level: UnitName = "level"
  /// Places in an order, 1 for the first.
  public static let rank: UnitName = "rank"
  /// Companies, counted.
  public static let companies: UnitName = "company"
  /// A year of the calendar, such as 2027.
  public static let calendarYear: UnitName = "calendar_year"

  /// An amount of a currency per year: `CNY/year`.
  public static func perYear(_ currency: UnitName) -> UnitName {
    UnitName(currency.rawValue + "/year")
  }
}
