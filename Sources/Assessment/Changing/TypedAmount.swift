internal import Diagnostics
internal import Facts
internal import Formulas

/// An amount as people type it: a number, and perhaps a currency and a period: `−250M USD FY2025`,
/// `2bn in 2026`, `18%`.
struct TypedAmount {
  /// The number.
  var number: Double
  /// True if it was said in per cent.
  var isPercent: Bool
  /// The currency.
  var currency: String?
  /// The period.
  var period: Period?

  /// Reads one, as people type it and as it is printed: `CNY 1.12bn`, `540M CNY/year (FY2025)`.
  ///
  /// - Throws: `Diagnostic` for what is no number, and for words that are neither a currency nor a
  ///   period.
  init(_ text: String, currencies: some Collection<String>) throws(Diagnostic) {
    var words = try TypedNumber.notation(text, isAmount: true).split(separator: " ")
      .map { word in
        // A period is printed in brackets, a currency with what it is paid for.
        word.hasPrefix("(") && word.hasSuffix(")")
          ? String(word.dropFirst().dropLast()) : String(word)
      }
    words.removeAll { ["in", "of", "for", "on", "by"].contains($0.lowercased()) }
    guard let place = words.firstIndex(where: { NumberNotation.parse($0) != nil }), place < 2,
      let number = NumberNotation.parse(words[place])
    else {
      throw Diagnostic(
        "\"\(text)\" isn't an amount", help: "say 2bn, 250M USD or −250M USD FY2025")
    }
    self.number = number
    isPercent = words.remove(at: place).hasSuffix("%")
    for word in words {
      if currencies.contains(word.uppercased()) {
        if let currency {
          throw Diagnostic(
            "\"\(text)\" is in two currencies, \(currency) and \(word.uppercased())",
            help: "say one")
        }
        currency = word.uppercased()
      } else if let period = Period(word) {
        self.period = period
      } else {
        throw Diagnostic(
          "\"\(word)\" is neither a currency nor a period", help: "say \(Period.form)")
      }
    }
  }
}
