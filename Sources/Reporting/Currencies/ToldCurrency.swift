package import Publishing
package import RunRecord

/// The currency in which amounts are told.
///
/// Scores and odds don't depend on it.
public enum ToldCurrency: Hashable, Sendable {
  /// That of the study.
  case study
  /// That of each company's accounts, on its own page; elsewhere, where companies stand side by side,
  /// that of the study.
  case own
  /// One by its code, such as `USD`.
  case code(String)
}

extension RunRecord {
  /// The currencies in which amounts can be told, the study's first.
  package var currencies: [String] {
    [run.currency.rawValue] + (run.rates ?? []).map(\.currency.rawValue)
  }

  /// The rates by which amounts are told in a currency; nil where the run has no rate for it.
  package func conversion(to code: String) -> MoneyConversion? {
    var prices = Dictionary(
      (run.rates ?? []).map { ($0.currency.rawValue, $0.value) }
    ) { first, _ in first }
    prices[run.currency.rawValue] = 1
    guard let price = prices[code] else { return nil }
    prices[code] = nil
    return MoneyConversion(currency: code, rates: prices.mapValues { $0 / price })
  }

  /// The conversion for a company's own page, or for pages of several; nil where amounts stay in
  /// the currency that they are in.
  func conversion(_ currency: ToldCurrency, for company: CompanyRecord? = nil) -> MoneyConversion? {
    switch currency {
    case .study: nil
    case .own: company?.nowcast.flatMap { conversion(to: $0.unit.rawValue) }
    case .code(let code): conversion(to: code)
    }
  }
}
