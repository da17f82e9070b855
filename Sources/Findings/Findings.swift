package import RunRecord

/// The judgements of a run: every word that stands for a number is chosen here, so that terminal
/// and report never call one company differently.
package struct Findings: Sendable {
  /// The run.
  package let record: RunRecord
  /// From which numbers which words are said.
  package let scale: JudgementScale

  /// The judgements of a run by the thresholds that it was made with, or by others.
  package init(_ record: RunRecord, scale: JudgementScale? = nil) {
    self.record = record
    self.scale = scale ?? record.run.judgements ?? .standard
  }

  /// The companies in the order of the ranking, those without a place after them.
  package var companiesInOrder: [CompanyRecord] {
    let byID = Dictionary(record.companies.map { ($0.id, $0) }) { first, _ in first }
    let ranked = record.ranking.order.compactMap { byID[$0.id] }
    let places = Set(ranked.map(\.id))
    return ranked + record.companies.filter { !places.contains($0.id) }
  }

  /// The companies of each group, in the order of the ranking.
  package var groups: [CompanyGroup: [CompanyRecord]] {
    Dictionary(grouping: companiesInOrder, by: group)
  }
}
