internal import Evaluation
internal import Facts
package import RunRecord

extension LoadedModels {
  /// The sources with how many facts cite each, in alphabetical order of their ids.
  package var sources: [SourceSummary] {
    var counts: [String: Int] = [:]
    for fact in facts.companies.flatMap(\.facts) + facts.markets.values.flatMap(\.facts) {
      counts[fact.source.id, default: 0] += 1
    }
    return facts.sources.values.sorted { $0.id < $1.id }.map {
      SourceSummary(source: $0.record(knownSince: nil), facts: counts[$0.id] ?? 0)
    }
  }
}
