import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// In one line, of which companies nothing can be said since their accounts are too old.
  package static let freshness = Section("Freshness", FreshnessWords.self) { record, context in
    let states = record.companies.filter { $0.nowcast != nil }
    if states.isEmpty { return [] }
    func names(_ age: FreshnessRecord.Age) -> [Inline] {
      let links = states.filter { $0.nowcast?.freshness.age == age }
        .map { context.companyLink($0.id) }
      return links.isEmpty ? context.line(FreshnessWords.nobody) : context.names(links)
    }
    let hasOld = states.contains { $0.nowcast?.freshness.age == .tooOld }
    return [
      context.paragraph(
        hasOld ? FreshnessWords.old : FreshnessWords.noneOld,
        ["companies": names(.tooOld), "stale": names(.stale)])
    ]
  }
}
