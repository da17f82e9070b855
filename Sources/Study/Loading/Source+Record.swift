package import Facts
package import RunRecord

extension Source {
  /// Assumptions and calculations have no date of their own.
  package var isTimeless: Bool { kind == .assumption || kind == .calculation }

  /// The source as reports show it; assumptions and calculations have no date of their own.
  package func record(knownSince: String?) -> SourceRecord {
    SourceRecord(
      id: id, title: title, publisher: publisher, date: isTimeless ? nil : date.text,
      kind: kind.rawValue, reference: reference, knownSince: knownSince)
  }
}
