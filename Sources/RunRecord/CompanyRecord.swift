/// A company's results.
public struct CompanyRecord: Hashable, Sendable, Codable {
  /// Its id.
  public var id: String
  /// Its name in English.
  public var name: String
  /// Its names.
  public var names: LocalizedText
  /// Its home region's id.
  public var region: String
  /// The kind of company, such as `AI company`.
  public var kind: String
  /// The stock exchange where it is listed, or nil.
  public var listing: String?
  /// Its parent or backers, or nil.
  public var parent: String?
  /// A finding from facts alone: the newest twelve months made no loss, and by which figures; nil
  /// where they did, or nobody knows.
  public var alreadyBrokeEven: Reason?
  /// Its state today by what is reported; nil where nothing is known of revenue, and in runs that
  /// were made before states were recorded.
  public var nowcast: NowcastRecord?
  /// The outcome of the company; unknown when its facts are too thin.
  public var outcome: Outcome
  /// Its assessments, one a path, in the order of `RunRecord.paths`.
  public var paths: [AssessmentRecord]
  /// The reported figures worth showing, newest first within a metric.
  public var reported: [FactRecord]
  /// The company's events by date, as far as known on the as-of day.
  public var events: [EventRecord]
  /// Conflicts and oddities of this company's facts.
  public var warnings: [Remark]
  /// What its next disclosures will tell; nil where the run wasn't asked for it.
  public var ahead: CompanyAhead?

  /// Makes a company from its parts.
  public init(
    id: String, name: String, names: LocalizedText, region: String, kind: String, listing: String?,
    parent: String?, alreadyBrokeEven: Reason?, nowcast: NowcastRecord? = nil,
    outcome: Outcome, paths: [AssessmentRecord], reported: [FactRecord], events: [EventRecord],
    warnings: [Remark], ahead: CompanyAhead? = nil
  ) {
    self.id = id
    self.name = name
    self.names = names
    self.region = region
    self.kind = kind
    self.listing = listing
    self.parent = parent
    self.alreadyBrokeEven = alreadyBrokeEven
    self.nowcast = nowcast
    self.outcome = outcome
    self.paths = paths
    self.reported = reported
    self.events = events
    self.warnings = warnings
    self.ahead = ahead
  }
}

extension CompanyRecord {
  /// True if it earns by its reported figures: then there are no odds of breaking even.
  public var hasBrokenEven: Bool { alreadyBrokeEven != nil }
}

/// A dated event.
public struct EventRecord: Hashable, Sendable, Codable {
  /// The date, as written.
  public var date: String
  /// Its kind, such as `layoffs`.
  public var kind: String
  /// The event in words.
  public var text: String
  /// The source's id.
  public var source: String
  /// The day since which it is known, `YYYY-MM-DD`.
  public var knownSince: String

  /// Makes an event.
  public init(date: String, kind: String, text: String, source: String, knownSince: String) {
    self.date = date
    self.kind = kind
    self.text = text
    self.source = source
    self.knownSince = knownSince
  }
}
