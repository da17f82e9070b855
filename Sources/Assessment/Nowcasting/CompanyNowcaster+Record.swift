internal import Evaluation
internal import Facts
internal import Nowcast
internal import RunRecord

extension CompanyNowcaster {
  /// The state as it goes on record.
  func record(of company: Company, _ found: Found) -> NowcastRecord {
    let freshness = Freshness(
      of: found.nowcast, rows: found.rows.rows,
      rhythm: ReportingRhythm(listing: company.listing),
      fiscalYearEnd: company.fiscalYearEnd.month, reporting: parameters.reporting)
    let warnings = NowcastWarnings(
      found: found, unused: unusedRevenue(found.rows), company: company, facts: context.facts,
      parameters: parameters,
      asOf: context.asOf, horizon: context.years.last ?? context.asOf.year,
      currencyOfStudy: context.currency
    ).all
    let years = FiscalYears.all(
      of: found.rows.rows, asOf: found.nowcast.asOf, fiscalYearEnd: company.fiscalYearEnd.month,
      parameters: parameters)
    return NowcastRecord(
      found.nowcast, unit: UnitName(found.rows.currency), facts: context.facts, years: years,
      freshness: FreshnessRecord(freshness, age: found.age), warnings: warnings)
  }
}
