internal import Diagnostics
internal import Evaluation
internal import Facts
package import RunRecord
package import Study

/// Answers for the states of companies on a day: one in full, or how fresh all are.
package struct NowcastLister {
  let loaded: LoadedModels

  package init(loaded: LoadedModels) {
    self.loaded = loaded
  }

  /// The state of a company.
  ///
  /// - Throws: `DiagnosticError` where there is no such company, or none that can be given.
  package func nowcast(company id: String, asOf: CalendarDay?) throws -> CompanyNowcast {
    let (companies, context, nowcaster) = try prepared(company: id, asOf: asOf)
    guard let company = companies.first else {
      throw DiagnosticError(Diagnostic("there is no company \"\(id)\"", category: .missing))
    }
    switch nowcaster.find(company) {
    case .success(let found):
      let record = nowcaster.record(of: company, found)
      return CompanyNowcast(
        company: company.id, names: LocalizedText(company.names), asOf: context.asOf.description,
        nowcast: record, sources: sources(of: record))
    case .failure(let missing):
      throw DiagnosticError(diagnostic(missing, company, context.asOf))
    }
  }

  /// The freshness of companies' states, in the order of their ids.
  package func freshness(company id: String?, asOf: CalendarDay?) throws -> [FreshnessListing] {
    let (companies, context, nowcaster) = try prepared(company: id, asOf: asOf)
    let day = context.asOf
    return companies.map { company in
      switch nowcaster.find(company) {
      case .success(let found):
        FreshnessListing(
          company: company.id, asOf: day.description,
          freshness: nowcaster.record(of: company, found).freshness, reason: nil)
      case .failure(let missing):
        FreshnessListing(
          company: company.id, asOf: day.description, freshness: nil,
          reason: missing.reason(asOf: day))
      }
    }
  }

  private func prepared(
    company: String?, asOf: CalendarDay?
  ) throws -> ([Company], EvaluationContext, CompanyNowcaster) {
    let preparation = RunPreparation(
      loaded: loaded,
      request: EvaluationRequest(companies: company.map { [$0] } ?? [], asOf: asOf),
      ownEvaluators: [])
    let companies = try preparation.companies()
    let (context, _) = try preparation.context()
    return (companies, context, try CompanyNowcaster(loaded.companyModel, in: context))
  }

  private func diagnostic(
    _ missing: CompanyNowcaster.Missing, _ company: Company, _ day: Day
  ) -> Diagnostic {
    let help =
      switch missing {
      case .revenue:
        "add a fact of \"revenue\" for a year, half or quarter, or of \"annualised_revenue\" for "
          + "a day; `breakeven facts list \(company.id)` lists what is there"
      case .rate: "add the rate to markets/exchange-rates.yaml"
      }
    return Diagnostic(
      "\(company.id) has no state on \(day): \(missing.reason(asOf: day).message)",
      at: company.location, help: help, category: .missing)
  }

  private func sources(of record: NowcastRecord) -> [SourceRecord] {
    let ids =
      record.observations.flatMap(\.terms).map(\.source)
      + (record.result?.terms ?? []).map(\.source) + [record.cash?.source].compactMap { $0 }
    return Set(ids).sorted().compactMap { id in
      loaded.facts.sources[id].map { $0.record(knownSince: $0.day.description) }
    }
  }
}
