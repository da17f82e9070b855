package import Diagnostics
package import Documents
package import Units

/// A quantity that can be said of a company or a market.
package struct Metric: Sendable {
  /// The relation of a number to its period.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// An amount over the period: only a full year answers.
    case flow
    /// A state at the end of the period.
    case stock
    /// A ratio, a price or a speed.
    case rate
  }

  /// The name in snake_case.
  package var name: String
  /// The unit as written; `money` in it stands for any currency.
  package var unit: String
  /// The relation of a number to its period.
  package var kind: Kind
  /// The name in reports.
  package var title: Translations
  /// Where its values live: what lies outside can't be.
  package var domain = ValueDomain.number
  /// The range outside which a value is doubted.
  package var plausible: ClosedRange<Double>?
  /// What it takes to find a figure of it; nil where nothing is said.
  package var effort: Effort?
  /// The position of its declaration.
  package var location: SourceLocation?

  /// Metrics that the method reads as amounts that can't be below 0: where their declaration says nothing else,
  /// that is their domain.
  private static let amounts: Set<String> = [
    "revenue", "annualised_revenue", "cash_and_equivalents", "cash_and_short_term_investments",
    "cash_and_investments", "short_term_investments", "total_debt", "funding_round_amount",
    "market_capitalisation", "valuation",
  ]

  /// Where the values of a metric live of which its declaration doesn't say so.
  static func usualDomain(of name: String) -> ValueDomain {
    amounts.contains(name) ? .nonNegative : .number
  }

  /// What it takes to find a figure.
  package struct Effort: Hashable, Sendable {
    /// The chance that somebody who looks for it finds it, above 0 and at most 1.
    package var chance: Double
    /// The hours that it takes, above 0.
    package var hours: Double
  }

  /// The first number that isn't plausible; `factor` is what one of their unit is in the metric's own.
  package func implausible(_ numbers: [Double], factor: Double) -> Double? {
    guard let plausible else { return nil }
    return numbers.map { $0 * factor }.first { !plausible.contains($0) }
  }

  /// The mistake of whoever says a number that can't be; nil if all of them can.
  package func impossible(_ numbers: [Double], in unit: UnitExpression?) -> Diagnostic? {
    let scale = unit?.scale ?? 1
    guard let wrong = numbers.first(where: { !domain.contains($0, scale: scale) }) else {
      return nil
    }
    // 1 is a share, but 150 in per cent isn't: the unit says why.
    let inUnit = unit.map { scale == 1 ? "" : " \($0.text)" } ?? ""
    return Diagnostic(
      "\(name) is \(domain.meaning), not \(Fact.plain(wrong))\(inUnit)",
      help: "look at the sign, the digits and the unit, or at its `domain` in metrics.yaml")
  }

  /// The unit with a currency in the place of `money`.
  package func unitText(in currency: String) -> String {
    UnitText.replacing(UnitText.money, by: currency, in: unit)
  }

  /// True if the unit is an amount of money, or has one in it.
  package var isMoney: Bool { UnitText.names(in: unit).contains(UnitText.money) }
}

/// Names in the text of a unit.
enum UnitText {
  /// The name that stands for any currency.
  static let money = "money"

  /// The names in the text of a unit, in order.
  static func names(in text: String) -> [String] {
    text.split { !isPartOfName($0) }.map(String.init).filter { $0.first?.isNumber != true }
  }

  /// The text with one name replaced by another.
  static func replacing(_ name: String, by other: String, in text: String) -> String {
    var result = ""
    var word = ""
    for character in text + " " {
      if isPartOfName(character) {
        word.append(character)
      } else {
        result += word == name ? other : word
        result.append(character)
        word = ""
      }
    }
    return String(result.dropLast())
  }

  private static func isPartOfName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
