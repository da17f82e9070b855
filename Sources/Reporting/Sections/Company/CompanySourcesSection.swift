import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// Every source that the page cites.
  package static let companySources = Section("CompanySources") { company, context in
    let ids = citedSources(company).union(rateSources(company, context))
      .filter { context.source($0) != nil }
    guard !ids.isEmpty else { return [] }
    return [context.heading(2, Pages.sources)]
      + ids.sorted().flatMap { SourceEntry.blocks($0, level: 3, context) }
  }

  /// The sources of the rates by which amounts of the page were converted.
  private static func rateSources(
    _ company: CompanyRecord, _ context: ReportContext
  ) -> Set<String> {
    let told = [context.currency, company.nowcast?.unit.rawValue].compactMap(\.self)
    let rates = (context.record.run.rates ?? []).filter { told.contains($0.currency.rawValue) }
    return Set(rates.flatMap(\.sources))
  }

  private static func citedSources(_ company: CompanyRecord) -> Set<String> {
    var ids = Set(company.reported.map(\.source)).union(company.events.map(\.source))
    func add(_ inputs: [InputRecord]) {
      for input in inputs { ids.formUnion(input.sources + input.facts.map(\.source)) }
    }
    ids.formUnion((company.nowcast?.years ?? []).flatMap(\.figures).flatMap(\.terms).map(\.source))
    ids.formUnion((company.nowcast?.observations ?? []).flatMap(\.terms).map(\.source))
    add(company.outcome.inputs)
    for cell in company.paths {
      ids.formUnion(cell.notPursued?.sources ?? [])
      add(cell.inputs)
      for criterion in cell.criteria { ids.formUnion(criterion.ratings.map(\.source)) }
    }
    return ids
  }
}
