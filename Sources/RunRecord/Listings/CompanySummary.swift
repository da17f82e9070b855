/// A company and how much is known about it.
public struct CompanySummary: Hashable, Sendable, Codable {
  /// Its id.
  public var id: String
  /// Its name in English.
  public var name: String
  /// Its names.
  public var names: LocalizedText
  /// The kind of company, for example `AI company`.
  public var kind: String
  /// Its home region's id.
  public var region: String
  /// The stock exchange where it is listed, or nil.
  public var listing: String?
  /// The number of facts, estimates not counted.
  public var facts: Int
  /// The number of facts that rest on memory or an assumption.
  public var estimates: Int
  /// The paths that can be assessed, by id.
  public var assessed: [String]
  /// The paths on which it has no business, by id.
  public var notPursued: [String]
  /// The paths that lack facts: the missing metrics by the path's id.
  public var missing: [String: [MissingInput]]

  /// Makes a summary.
  public init(
    id: String, name: String, names: LocalizedText, kind: String, region: String, listing: String?,
    facts: Int, estimates: Int, assessed: [String], notPursued: [String],
    missing: [String: [MissingInput]]
  ) {
    self.id = id
    self.name = name
    self.names = names
    self.kind = kind
    self.region = region
    self.listing = listing
    self.facts = facts
    self.estimates = estimates
    self.assessed = assessed
    self.notPursued = notPursued
    self.missing = missing
  }
}

/// A source and how many facts come from it.
public struct SourceSummary: Hashable, Sendable, Codable {
  /// The source.
  public var source: SourceRecord
  /// The number of facts that cite it.
  public var facts: Int

  /// Makes a summary.
  public init(source: SourceRecord, facts: Int) {
    self.source = source
    self.facts = facts
  }
}
