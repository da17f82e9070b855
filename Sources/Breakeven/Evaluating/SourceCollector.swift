internal import Facts
internal import RunRecord

/// Gathers every source that a run's record names, with the day since which the run could know it.
struct SourceCollector {
  private let facts: FactBase
  private var since: [String: String] = [:]

  init(facts: FactBase) {
    self.facts = facts
  }

  /// The sources by id.
  func records() -> [SourceRecord] {
    since.keys.sorted().compactMap { id in
      facts.sources[id].map {
        let day = since[id] ?? ""
        return $0.record(knownSince: day.isEmpty ? $0.day.description : day)
      }
    }
  }

  mutating func add(_ company: CompanyRecord) {
    for fact in company.reported { add(fact) }
    for event in company.events { add(event.source, known: event.knownSince) }
    for input in company.outcome.inputs { add(input) }
    for path in company.paths {
      for source in path.sources { add(source, known: nil) }
      for input in path.inputs { add(input) }
      for criterion in path.criteria {
        for rating in criterion.ratings { add(rating.source, known: rating.knownSince) }
      }
    }
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

extension Source {
  /// The source as reports show it; assumptions and calculations have no date of their own.
  func record(knownSince: String?) -> SourceRecord {
    SourceRecord(
      id: id, title: title, publisher: publisher, date: isTimeless ? nil : date.text,
      kind: kind.rawValue, reference: reference, knownSince: knownSince)
  }
}
