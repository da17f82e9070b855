internal import Facts
internal import Nowcast

extension FactBase {
  /// The same knowledge, known by the usual delays of publication instead of the days of sources:
  /// opens history that was gathered later (Method 6.4).
  ///
  /// Every fact and rating is known the usual time after its period, by the period's length alone
  /// and whatever it is about; an exchange rate, like a price, when its period is over. Businesses
  /// that a company hasn't got have no date, so they hold on all days.
  func knownByUsualDelays(_ reporting: ReportingParameters) -> FactBase {
    func day(_ period: Period, _ fiscalYearEnd: FiscalYearEnd) -> Day {
      let span = Months.span(of: period, fiscalYearEnd: fiscalYearEnd)
      let length = Int((span.end - span.start).rounded())
      return Months.day(at: span.end + reporting.delay(months: length))
    }
    func facts(_ facts: [Fact], _ fiscalYearEnd: FiscalYearEnd) -> [Fact] {
      facts.map { fact in
        var fact = fact
        fact.knownSince = day(fact.period, fiscalYearEnd)
        return fact
      }
    }
    var base = self
    for index in base.companies.indices {
      let end = base.companies[index].fiscalYearEnd
      base.companies[index].facts = facts(base.companies[index].facts, end)
      for rating in base.companies[index].ratings.indices {
        base.companies[index].ratings[rating].knownSince = day(
          base.companies[index].ratings[rating].period, .calendarYear)
      }
      for reason in base.companies[index].notPursued.indices {
        base.companies[index].notPursued[reason].source.kind = .assumption
      }
    }
    base.markets = markets.mapValues { market in
      var market = market
      market.facts = facts(market.facts, .calendarYear)
      return market
    }
    for index in base.exchangeRates.rates.indices {
      base.exchangeRates.rates[index].knownSince = base.exchangeRates.rates[index].days.end
    }
    return base
  }
}
