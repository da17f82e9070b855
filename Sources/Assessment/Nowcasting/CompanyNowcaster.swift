internal import Diagnostics
package import Evaluation
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
  }

  /// The reason why a company has no state.
  package enum Missing: Error, Hashable, Sendable {
    /// No period and no rate of revenue is known.
    case revenue
    /// Nobody knows what its currency is in US dollars.
    case rate(CurrencyMistake)

    /// The reason, for records.
    package func reason(asOf: Day) -> Reason {
      switch self {
      case .revenue: Reason(.nothingOfRevenue, ["day": .text(asOf.description)])
      case .rate(let mistake): Reason(.noRateToDollars, ["reason": .text(mistake.reason)])
      }
    }
  }

  package let parameters: NowcastParameters
  let context: EvaluationContext
  /// The day, in months since the year 0.
  let months: Double

  /// Takes the numbers from the company model.
  ///
  /// - Throws: `DiagnosticError` naming numbers that it lacks.
  package init(_ formulas: CompanyFormulas, in context: EvaluationContext) throws {
    parameters = try formulas.nowcastParameters(in: context)
    self.context = context
    months = Months.end(of: context.asOf)
  }

  /// The state of a company, or why there is none.
  package func find(_ company: Company) -> Result<Found, Missing> {
    let rows: CompanyRows?
    do {
      rows = try CompanyRows(
        company, metrics: context.facts.metrics, rates: context.facts.exchangeRates,
        asOf: context.asOf)
    } catch {
      return .failure(.rate(error))
    }
    guard let rows else { return .failure(.revenue) }
    let standing = CompanyStanding(company, rows: rows.rows, asOf: months)
    let scale = parameters.laws.regionScale(inChina: standing.isInChina, isLosing: false)
    guard
      let nowcast = Nowcast(
        rows: rows.rows, asOf: months, regionScale: scale, parameters: parameters)
    else { return .failure(.revenue) }
    return .success(Found(rows: rows, standing: standing, nowcast: nowcast))
  }

  /// The state as it goes on record.
  package func record(of company: Company, _ found: Found) -> NowcastRecord {
    let freshness = Freshness(
      of: found.nowcast, rows: found.rows.rows,
      rhythm: ReportingRhythm(listing: company.listing),
      fiscalYearEnd: company.fiscalYearEnd.month, reporting: parameters.reporting)
    let warnings = NowcastWarnings(
      found: found, company: company, facts: context.facts, parameters: parameters,
      asOf: context.asOf
    ).all
    return NowcastRecord(
      found.nowcast, unit: UnitName(found.rows.currency), facts: context.facts,
      freshness: FreshnessRecord(freshness, age: found.nowcast.age), warnings: warnings)
  }
}
