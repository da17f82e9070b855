import Units

extension FactBase {
  /// Facts of companies that no rate brings to a currency, however late it is known: the first of
  /// each company and currency.
  ///
  /// - Parameters:
  ///   - currency: The currency that is wanted.
  ///   - currencies: The names of all currencies.
  /// - Returns: The facts with their companies and currencies.
  package func withoutRate(
    to currency: String, among currencies: [String]
  ) -> [(company: Company, fact: Fact, currency: String)] {
    var found: [(company: Company, fact: Fact, currency: String)] = []
    for company in companies {
      var seen: Set<String> = [currency]
      for fact in company.facts {
        let powers = fact.unitExpression?.dimension.powers ?? [:]
        guard let own = currencies.first(where: { powers[$0] != nil }),
          seen.insert(own).inserted, !hasRate(from: own, to: currency)
        else { continue }
        found.append((company, fact, own))
      }
    }
    return found
  }

  /// Returns true if a rate between two currencies is known at any time.
  package func hasRate(from: String, to currency: String) -> Bool {
    let ever = Day(number: .max / 2)
    switch exchangeRates.convert(
      1, from: from, to: currency, days: DayRange(start: ever, end: ever), isFlow: false,
      asOf: ever)
    {
    case .success: return true
    case .failure: return false
    }
  }
}
