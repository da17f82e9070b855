import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// A section on the company today by what it reported, with the observations folded.
  package static let nowcast = Section("Nowcast", NowcastWords.self) { company, context in
    guard var nowcast = company.nowcast else { return [] }
    // What the page says at its top isn't said again.
    nowcast.warnings.removeAll { company.warnings.contains($0) }
    let asOf = context.record.run.asOf
    let parts = NowcastBlocks(
      nowcast: nowcast, asOf: asOf, language: context.language,
      cite: { context.citations($0) })
    var evidence = parts.evidence
    let name = context.text(company.names)
    let drawing = NowcastChart.drawing(
      nowcast, company: name, asOf: TimeWords.years(asOf), context)
    if let drawing {
      evidence.append(
        .figure(
          Figure(
            path: "charts/company.\(safeName(company.id)).nowcast.svg",
            alternative: context.text(
              NowcastWords.chart,
              ["company": name, "unit": context.numbers.told(unit: nowcast.unit.rawValue)]),
            drawing: drawing)))
    }
    return [context.heading(2, NowcastWords.title, key: "nowcast")] + parts.summary
      + [.details(summary: context.line(NowcastWords.evidence), evidence)]
  }
}
