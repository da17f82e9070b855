/// The style in which a language writes numbers, as data.
package struct NumberStyle: Hashable, Sendable {
  /// A size from which numbers are counted in it: thousands, 万, millions.
  package struct Step: Hashable, Sendable {
    /// The smallest number that is written so.
    package var from: Double
    /// The unit that is counted.
    package var unit: Double
    /// The mark behind the number.
    package var mark: String
  }

  /// The place of a currency's name.
  package enum CurrencyPlace: String, CaseIterable, Hashable, Sendable {
    /// The code and a space before the number, at the first number of a range.
    case before
    /// Its name right after the number, at the last number of a range.
    case after
  }

  /// Large sizes, the largest first.
  package var steps: [Step]
  /// The per cent sign with what stands between it and the number.
  package var percent: String
  /// The mark behind an amount a year: `/year`.
  package var aYear: String
  /// A range of numbers, with the places `low` and `high`.
  package var range: String
  /// A range of amounts of money.
  package var moneyRange: String
  /// The place of currencies.
  package var currencyPlace: CurrencyPlace
  /// The names of currencies, by code; others stand as their code.
  package var currencies: [String: String]
  /// The names of units, by their names in files; others stand as they are written.
  package var units: [String: String]
  /// True if units of one word get the plural of English.
  package var pluralizesUnits: Bool

  /// As English writes them.
  package static let english = NumberStyle(
    steps: [
      Step(from: 1e12, unit: 1e12, mark: "tn"), Step(from: 1e9, unit: 1e9, mark: "bn"),
      Step(from: 1e6, unit: 1e6, mark: "M"), Step(from: 1e4, unit: 1e3, mark: "k"),
    ],
    percent: " %", aYear: "/year", range: "{low} to {high}", moneyRange: "{low} to {high}",
    currencyPlace: .before, currencies: [:], units: ["month": "months"], pluralizesUnits: true)
}
