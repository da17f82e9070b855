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

  /// Reads one.
  ///
  /// - Throws: `Diagnostic` for what is no number, and for words that are neither a currency nor a
  ///   period.
  init(_ text: String, currencies: some Collection<String>) throws(Diagnostic) {
    var words = try TypedNumber.notation(text).split(separator: " ").map(String.init)
    words.removeAll { ["in", "of", "for", "on", "by"].contains($0.lowercased()) }
    guard let first = words.first, let number = NumberNotation.parse(first) else {
      throw Diagnostic(
        "\"\(text)\" isn't an amount", help: "say 2bn, 250M USD or −250M USD FY2025")
    }
    self.number = number
    isPercent = first.hasSuffix("%")
    for word in words.dropFirst() {
      if currencies.contains(word.uppercased()) {
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
