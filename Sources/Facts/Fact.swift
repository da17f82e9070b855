package import Diagnostics
package import Units

/// The confidence that a fact deserves.
package enum Confidence: String, Hashable, Sendable, CaseIterable, Comparable {
  /// A guess, or derived from rounded figures.
  case low
  /// Press, an aggregator, or a recalled filing.
  case medium
  /// A filing, official statistics, or an analyst house with its own number.
  case high

  package static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }
}

/// One sourced observation about a company or a market.
package struct Fact: Hashable, Sendable {
  /// The metric of money that comes in, by rounds of funding: it alone can be promised.
  package static let moneyThatComesIn = "funding_round_amount"

  /// The kind of statement.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Something that was observed, or estimated where nobody observed it.
    case observation
    /// Something that somebody foretold; never an answer.
    case forecast
    /// An aim that the company itself announced; never an answer.
    case guidance
    /// Money that somebody promised and has not paid in yet; never an answer.
    case commitment
  }

  /// The time at which promised money comes in, and the probability.
  package struct Commitment: Hashable, Sendable {
    /// The last day on which it is due.
    package var paidBy: Day
    /// The probability of being paid, from 0 to 1.
    package var probability: Double
    /// The reason for the probability.
    package var because: String
  }

  /// The kind of statement.
  package var kind: Kind
  /// The metric's name.
  package var metric: String
  /// The path that a market fact was gathered for.
  package var path: String?
  /// The period as written.
  package var period: Period
  /// The days of the period, by the fiscal year of its company.
  package var days: DayRange
  /// The number, where one was given.
  package var value: Double?
  /// The 5th percentile, where sources or rounding leave a range.
  package var low: Double?
  /// The 95th percentile.
  package var high: Double?
  /// The unit as written.
  package var unit: String
  /// The unit, when units were given to the loader.
  package var unitExpression: UnitExpression?
  /// The source of the number.
  package var source: Source
  /// The confidence that the number deserves.
  package var confidence: Confidence
  /// A further remark.
  package var note: String?
  /// The terms of promised money; for a commitment alone.
  package var commitment: Commitment?
  /// The day from which it counts as known.
  package var knownSince: Day
  /// The position of the row in its file.
  package var location: SourceLocation
  /// The line on which it is written.
  package var sourceLine: String?
  /// False if a number of it lies outside the range that its metric declares.
  package var isPlausible: Bool = true

  /// The numbers that it says.
  package var numbers: [Double] { [value, low, high].compactMap(\.self) }

  /// True if it is an estimate and not an observation: recalled or assumed.
  package var isEstimate: Bool { source.kind.isEstimate }

  /// The number, or the middle of the range: the geometric mean when both ends are positive.
  package var central: Double {
    if let value { return value }
    guard let low, let high else { return low ?? high ?? .nan }
    return low > 0 && high > 0 ? (low * high).squareRoot() : (low + high) / 2
  }

  /// Returns true if another fact says the same number in the same unit.
  package func saysTheSame(as other: Fact) -> Bool {
    unit == other.unit && value == other.value && low == other.low && high == other.high
  }

  /// The number with its range and unit, as in messages: `398000000 CNY`, `0.2 (0.12 to 0.28)`.
  package var valueInWords: String {
    let unit = unit == "1" ? "" : " " + unit
    let range = low.flatMap { low in high.map { "\(Self.plain(low)) to \(Self.plain($0))" } }
    guard let value else { return (range ?? "?") + unit }
    return Self.plain(value) + unit + (range.map { " (\($0))" } ?? "")
  }

  /// Whole numbers without a fraction or exponent.
  package static func plain(_ number: Double) -> String {
    number.rounded() == number && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
