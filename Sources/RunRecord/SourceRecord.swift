/// A source that the run rests on.
public struct SourceRecord: Hashable, Sendable, Codable {
  /// Its id.
  public var id: String
  /// Its title.
  public var title: String
  /// The publisher.
  public var publisher: String
  /// The date, as written; nil for kinds that have no date of their own (assumption, calculation).
  public var date: String?
  /// The kind of source.
  public var kind: SourceKind
  /// A web address or a description of where it is.
  public var reference: String
  /// The earliest day on which something that the run takes from it was known, `YYYY-MM-DD`.
  public var knownSince: String?

  /// Makes a source.
  public init(
    id: String, title: String, publisher: String, date: String?, kind: SourceKind,
    reference: String,
    knownSince: String?
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.date = date
    self.kind = kind
    self.reference = reference
    self.knownSince = knownSince
  }
}
