extension FactBase {
  /// The metrics that can't be below zero.
  package var neverNegative: Set<String> {
    Set(metrics.values.filter { $0.domain.interval.lowerBound >= 0 }.map(\.name))
  }

  /// The same without what was not known on a day.
  ///
  /// Nobody who asks for that day or an earlier one sees a difference; whoever asks for a later day
  /// sees what there would be had nothing been published since.
  package func known(by day: Day) -> FactBase {
    var known = self
    for index in companies.indices {
      known.companies[index].facts.removeAll { $0.knownSince > day }
      known.companies[index].ratings.removeAll { $0.knownSince > day }
      known.companies[index].events.removeAll { $0.knownSince > day }
      known.companies[index].notPursued.removeAll { !$0.source.isTimeless && $0.source.day > day }
    }
    for region in markets.keys {
      known.markets[region]?.facts.removeAll { $0.knownSince > day }
    }
    known.exchangeRates.rates.removeAll { $0.knownSince > day }
    return known
  }
}
