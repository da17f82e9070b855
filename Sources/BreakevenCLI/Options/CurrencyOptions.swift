import ArgumentParser
import Diagnostics
import Reporting
import RunRecord

/// The currency in which results are told.
struct CurrencyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Tell amounts in a currency: its code, such as USD, or own for that of each company's \
      accounts. (default: the study's)
      """, valueName: "code"))
  var currency: String?

  /// The word for each company's own currency.
  private static let own = "own"

  /// The currency chosen, of those that a run has rates for.
  ///
  /// - Throws: `Diagnostic` if it has none for it.
  func chosen(for run: RunRecord) throws -> ToldCurrency {
    guard let currency else { return .study }
    if currency == Self.own { return .own }
    let code = currency.uppercased()
    let known = run.currencies
    guard known.contains(code) else {
      let day = run.run.asOf
      let list = "rates are known for \((known + [Self.own]).joined(separator: ", "))"
      let hint =
        run.run.rates == nil
        ? "the stored run keeps no rates: evaluate again with --fresh"
        : Suggestion.help(for: currency, among: known + [Self.own]).map { "\($0) \(list)" } ?? list
      throw Diagnostic(
        "there is no currency \"\(code)\" with an exchange rate to \(run.run.currency) by \(day)",
        help: hint, category: .missing)
    }
    return .code(code)
  }

  /// Says that data for programs stay as they are, where a currency was asked for.
  func sayThatDataStay(in run: RunRecord, _ global: GlobalOptions) {
    guard currency != nil else { return }
    Messages(global).say(
      "Data for programs stay in \(run.run.currency), the study's currency; --currency is for text."
    )
  }
}
