package import Diagnostics

/// Everything that is known: companies, markets, exchange rates, events, and where it comes from.
package struct FactBase: Sendable {
  /// The metrics by name.
  package var metrics: [String: Metric]
  /// The sources by id.
  package var sources: [String: Source]
  /// The companies in order of id.
  package var companies: [Company]
  /// The facts of each region, by its id.
  package var markets: [String: MarketFacts]
  /// The exchange rates.
  package var exchangeRates: ExchangeRates
  /// Events of the industry and of companies that are not under study.
  package var events: [Event]
  /// Cohorts to compare with, in order of id.
  package var referenceClasses: [ReferenceClass]
  /// The warnings for the files' authors.
  package var warnings: [Diagnostic]
  /// The replacements of an earlier folder's content by a later one's.
  package var overridden: [Replacement] = []

  /// The company with this id.
  package func company(_ id: String) -> Company? {
    var (low, high) = (0, companies.count)
    while low < high {
      let middle = (low + high) / 2
      if companies[middle].id < id { low = middle + 1 } else { high = middle }
    }
    if low < companies.count, companies[low].id == id { return companies[low] }
    // One of a list that isn't in order.
    return companies.first { $0.id == id }
  }

  /// The reference class with this id.
  package func referenceClass(_ id: String) -> ReferenceClass? {
    referenceClasses.first { $0.id == id }
  }
}
