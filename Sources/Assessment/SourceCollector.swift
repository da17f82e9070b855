internal import Evaluation
internal import Facts
internal import RunRecord
internal import Study

/// Gathers every source that a run's record names, with the day since which the run could know it.
struct SourceCollector {
  private let facts: FactBase
  private var since: [String: String] = [:]

  init(facts: FactBase) {
    self.facts = facts
  }

  /// The sources by id.
  ///
  /// What only an assumption cites counts from the source's own day, or, where the source repeats
  /// what was public before, from the first of its observations.
  func records() -> [SourceRecord] {
    let firstRow = firstRows()
    return since.keys.sorted().compactMap { id in
      facts.sources[id].map {
        let day = since[id] ?? ""
        let own = min($0.day, firstRow[id] ?? $0.day)
        return $0.record(knownSince: day.isEmpty ? own.description : day)
      }
    }
  }

  /// The earliest day on which an observation of a source was known, by the source's id.
  private func firstRows() -> [String: Day] {
    var days: [String: Day] = [:]
    for fact in facts.companies.flatMap(\.facts) + facts.markets.values.flatMap(\.facts) {
      let id = fact.source.id
      days[id] = min(days[id] ?? fact.knownSince, fact.knownSince)
    }
    for rate in facts.exchangeRates.rates {
      let id = rate.source.id
      days[id] = min(days[id] ?? rate.knownSince, rate.knownSince)
    }
    return days
  }

  mutating func add(_ company: CompanyRecord) {
    for fact in company.reported { add(fact) }
    for figure in company.nowcast?.years?.flatMap(\.figures) ?? [] {
      for term in figure.terms { add(term.source, known: nil) }
    }
    for event in company.events { add(event.source, known: event.knownSince) }
    for input in company.outcome.inputs { add(input) }
    for note in company.outcome.notes {
      if case .text(let source) = note.facts["source"] { add(source, known: nil) }
    }
    for path in company.paths {
      for source in path.notPursued?.sources ?? [] { add(source, known: nil) }
      for input in path.results?.inputs ?? [] { add(input) }
      for criterion in path.results?.criteria ?? [] {
        for rating in criterion.ratings { add(rating.source, known: rating.knownSince) }
      }
    }
  }

  mutating func add(_ rates: [CurrencyRate]) {
    for source in rates.flatMap(\.sources) { add(source, known: nil) }
  }

  mutating func add(_ input: InputRecord) {
    for source in input.sources { add(source, known: nil) }
    for fact in input.facts { add(fact) }
  }

  private mutating func add(_ fact: FactRecord) {
    add(fact.source, known: fact.knownSince)
  }

  private mutating func add(_ source: String, known: String?) {
    guard let known else {
      since[source] = since[source] ?? ""
      return
    }
    let before = since[source] ?? ""
    since[source] = before.isEmpty ? known : min(before, known)
  }
}
