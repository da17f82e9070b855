package import Diagnostics
package import Facts
package import RunRecord

/// The error that money can't be read in another currency, since nobody knows the rate.
///
/// It stops what needs the rate and nothing else: the path, or the outcome, of one company.
package struct MissingRate: Error, Sendable {
  /// The two currencies, such as `JPY/CNY`.
  package var pair: String
  /// The day by which no rate is known.
  package var asOf: Day
  /// The metric that can't be read; nil for the money that a model computes in.
  package var metric: String?
  /// The same as a mistake in a file, for commands that give one answer or none.
  package var diagnostic: Diagnostic

  /// Says that a fact can't be read in a currency.
  init(
    _ fact: Fact, from: String, to currency: String, asOf: Day, _ mistake: CurrencyMistake
  ) {
    pair = "\(from)/\(currency)"
    self.asOf = asOf
    metric = fact.metric
    diagnostic = Diagnostic(
      "\(fact.metric) of \(fact.period) can't be converted: \(mistake.reason)",
      at: fact.location, sourceLine: fact.sourceLine, help: Self.help, category: .missing)
  }

  /// Says that a model's money can't be read in a currency.
  init(
    model: ModelFile, to currency: String, asOf: Day, _ mistake: CurrencyMistake
  ) {
    pair = "\(model.currency)/\(currency)"
    self.asOf = asOf
    diagnostic = Diagnostic(
      "the money of \(model.id) can't be converted: \(mistake.reason)", at: model.location,
      help: Self.help, category: .missing)
  }

  /// The input that a path lacks.
  package var input: MissingInput { .rate(pair, of: metric) }

  private static let help = "add the rate to markets/exchange-rates.yaml"
}
