internal import Diagnostics
internal import Foundation

/// Numbers as reports print them and people type them, brought into the notation of model files:
/// `120,000,000`, `−5 %`, `1.12bn`, `3.98亿`, `6.2 %/year`.
enum TypedNumber {
  /// Currencies as they are printed behind Chinese numbers, without a space; the bare one comes last,
  /// since it ends others.
  private static let currencies = [
    ("美元", " USD"), ("港元", " HKD"), ("歐元", " EUR"), ("欧元", " EUR"), ("日圓", " JPY"),
    ("日元", " JPY"), ("元", " CNY"),
  ]

  /// What says that an amount is one a year.
  private static let yearly = ["/year", "/年", "每年"]

  /// True if an amount was typed as one a year, `540M CNY/year`.
  static func isYearly(_ text: String) -> Bool { yearly.contains(where: text.contains) }

  /// True of a unit in which per cent are points: a share or a yearly rate.
  static func isOfShares(unit: String) -> Bool { ["1", "1/year"].contains(unit) }

  /// The text in the notation of model files.
  ///
  /// `isAmount` says that a period may stand in brackets behind it, so that they are no function's.
  ///
  /// - Throws: `Diagnostic` for a number that was printed as a bound, `>54`, which isn't one.
  static func notation(_ text: String, isAmount: Bool = false) throws(Diagnostic) -> String {
    var plain = text
    for (printed, typed) in [
      ("−", "-"), ("\u{A0}", " "), ("\u{202F}", " "), ("–", "-"), (" %", "%"), ("bn", "B"),
    ] {
      plain = plain.replacingOccurrences(of: printed, with: typed)
    }
    if let sign = plain.first(where: { "<>≥≤".contains($0) }) {
      throw Diagnostic(
        "\"\(text)\" is a bound, not a number: \"\(sign)\" says that nothing more exact is known",
        help: "say a number, or a range such as \"40 to 60\"")
    }
    // What it is a year is in the unit; a million millions have no letter in model files.
    for (printed, typed) in yearly.map({ ($0, "") }) + Self.currencies
    where isAmount || !plain.contains("(") {
      plain = plain.replacingOccurrences(of: printed, with: typed)
    }
    plain = plain.replacing(/([0-9.]+)(?:tn|万亿|萬億)/) { "\($0.output.1)e12" }
    // A comma that parts thousands; in a function it parts arguments.
    guard isAmount || !plain.contains("(") else { return plain }
    return plain.replacing(/[0-9]{1,3}(?:,[0-9]{3})+/) { $0.output.replacing(",", with: "") }
  }
}
