package import Facts
package import RunRecord

extension Source {
  /// The source as reports show it; assumptions and calculations have no date of their own.
  package func record(knownSince: String?) -> SourceRecord {
    SourceRecord(
      id: id, title: title, publisher: publisher, date: isTimeless ? nil : date.text,
      kind: SourceKind(kind), reference: reference, knownSince: knownSince)
  }
}

extension SourceKind {
  /// The kind of a source, for the record.
  package init(_ kind: Source.Kind) {
    switch kind {
    case .filing: self = .filing
    case .press: self = .press
    case .article: self = .article
    case .analyst: self = .analyst
    case .aggregator: self = .aggregator
    case .memory: self = .memory
    case .calculation: self = .calculation
    case .assumption: self = .assumption
    }
  }
}
