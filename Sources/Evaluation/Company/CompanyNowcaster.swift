internal import Diagnostics
package import Facts
package import Nowcast
package import RunRecord

/// Estimates the state of companies today, with the numbers of `company.yaml` (Method 13.2).
package struct CompanyNowcaster: Sendable {
  /// The state of a company with the rows behind it.
  package struct Found: Sendable {
    /// The rows that were reported, in the company's currency.
    package var rows: CompanyRows
    /// The company's standing, besides its accounts.
    package var standing: CompanyStanding
    /// The state.
    package var nowcast: Nowcast

    /// True if a parent's cash flow carries it, whatever its own cash.
    package var isCarried: Bool { standing.isParentBacked && standing.parentCashFlow != nil }

    /// The age in months of its cash where that is too old to say how long its money lasts; nil
    /// where it isn't, or nobody asks.
    package var cashTooOld: Double? {
      nowcast.isEarning || isCarried ? nil : nowcast.oldBalance
    }

    /// The age of what its odds rest on: of the base, and of a result or a balance that is older
    /// than anything can be said by.
    package var age: Nowcast.Age {
      if nowcast.isTooOld { return nowcast.age }
      if let months = cashTooOld { return .tooOld(months: months) }
      guard nowcast.age == .fresh, !nowcast.isEarning, let months = nowcast.oldResult else {
        return nowcast.age
      }
      return .stale(months: months)
    }
  }

  /// The reason why a company has no state.
  package enum Missing: Error, Hashable, Sendable {
    /// No period and no rate of revenue is known, or only these periods, which make no year.
    case revenue(periods: [String])
    /// Nobody knows what its currency is in US dollars.
    case rate(CurrencyMistake)

    /// The metrics that would give one.
    package var metrics: [String] {
      switch self {
      case .revenue: ["revenue", "operating_income"]
      case .rate: []
      }
    }

    /// The reason, for records.
    package func reason(asOf: Day) -> Reason {
      switch self {
      case .revenue([]): Reason(.nothingOfRevenue, ["day": .text(asOf.description)])
      case .revenue(let periods):
        Reason(
          .revenueOfNoYear,
          [
            "day": .text(asOf.description), "periods": .text(periods.joined(separator: ", ")),
          ])
      case .rate(let mistake): Reason(.noRateToDollars, ["reason": .text(mistake.reason)])
      }
    }
  }

  package let parameters: NowcastParameters
  /// The day and what is known.
  package private(set) var context: EvaluationContext
  /// Metrics of lines of business, beside those of the whole company.
  let lines: Set<String>
  /// The rule by which the figures of accounts count as known.
  let timing: CompanyRows.Timing
  /// The day, in months since the year 0.
  let months: Double

  /// Takes the numbers from the company model; `lines` are the metrics by which companies report
  /// lines of business; `timing` is the rule by which figures count as known.
  ///
  /// - Throws: `DiagnosticError` naming numbers that it lacks.
  package init(
    _ formulas: CompanyFormulas, in context: EvaluationContext, lines: Set<String> = [],
    timing: CompanyRows.Timing = .published
  ) throws {
    parameters = try formulas.nowcastParameters(in: context)
    self.context = context
    self.lines = lines
    self.timing = timing
    months = Months.end(of: context.asOf)
  }

  /// The same in another context, whose company model and day are the same.
  func among(_ context: EvaluationContext) -> CompanyNowcaster {
    var nowcaster = self
    nowcaster.context = context
    return nowcaster
  }

  /// The state of a company, or why there is none.
  package func find(_ company: Company) -> Result<Found, Missing> {
    let rows: CompanyRows?
    do {
      rows = try CompanyRows(
        company, metrics: context.facts.metrics, rates: context.facts.exchangeRates,
        asOf: context.asOf, timing: timing, also: lines)
    } catch {
      return .failure(.rate(error))
    }
    guard let rows else { return .failure(.revenue(periods: [])) }
    let standing = CompanyStanding(
      company, rows: rows.rows, asOf: months, commitments: commitments(to: company))
    let scale = parameters.laws.regionScale(inChina: standing.isInChina, isLosing: false)
    guard
      let nowcast = Nowcast(
        rows: rows.rows, asOf: months, regionScale: scale, parameters: parameters)
    else { return .failure(.revenue(periods: unusedRevenue(rows).map(\.period))) }
    return .success(Found(rows: rows, standing: standing, nowcast: nowcast))
  }

  /// Revenue on file that no state can be estimated from, though it is newer than what is used.
  package func unusedRevenue(_ rows: CompanyRows) -> [ReportedAmount] {
    UnusedRevenue.all(in: rows.rows, asOf: months, parameters: parameters)
  }

  /// Money that was promised by the day and isn't paid in, as far as anyone knows what it is in US
  /// dollars.
  private func commitments(to company: Company) -> [CompanyStanding.Commitment] {
    company.facts.compactMap { fact in
      guard let terms = fact.commitment, fact.metric == Fact.moneyThatComesIn,
        fact.knownSince <= context.asOf,
        let amount = fact.value ?? fact.low.flatMap({ low in fact.high.map { (low + $0) / 2 } }),
        case .success(let conversion) = context.facts.exchangeRates.convert(
          1, from: fact.unit, to: "USD", days: fact.days, isFlow: false, asOf: context.asOf)
      else { return nil }
      return CompanyStanding.Commitment(
        paidBy: Months.end(of: terms.paidBy), amount: amount * conversion.factor,
        probability: terms.probability)
    }
  }
}
