/// The currency in which amounts are told, whatever they were computed in.
package struct MoneyConversion: Hashable, Sendable {
  /// The currency told.
  package var currency: String
  /// The price of one unit of other currencies in it.
  package var rates: [String: Double]

  package init(currency: String, rates: [String: Double]) {
    self.currency = currency
    self.rates = rates
  }

  /// An amount in a unit that begins with a currency, such as `CNY`, `CNY/year` or
  /// `CNY/hospital/year`, with the unit in which it is told; as it is where it is no money, or in a
  /// currency without a price.
  func told(_ value: Double, unit: String) -> (value: Double, unit: String) {
    let code = unit.prefix(3)
    guard code.count == 3, code.allSatisfy({ $0.isASCII && $0.isUppercase }),
      unit.dropFirst(3).first?.isLetter != true, let rate = rates[String(code)]
    else { return (value, unit) }
    return (value * rate, currency + unit.dropFirst(3))
  }
}

extension Language {
  /// The language with amounts told in a currency; nil for the one that they are in.
  package func telling(in conversion: MoneyConversion?) -> Language {
    var language = self
    language.conversion = conversion
    return language
  }
}

extension NumberText {
  /// The printer of amounts as their source gives them, in its currency.
  package var asPublished: NumberText { NumberText(language: language.telling(in: nil)) }

  /// A number with its unit, as they are told.
  package func told(_ value: Double, unit: String) -> (value: Double, unit: String) {
    language.conversion?.told(value, unit: unit) ?? (value, unit)
  }

  /// The unit in which amounts in a unit are told, for the head of a column or an axis.
  package func told(unit: String) -> String { told(0, unit: unit).unit }
}
