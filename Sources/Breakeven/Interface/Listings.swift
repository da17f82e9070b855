public import RunRecord

/// A company and how much is known about it.
public struct CompanySummary: Hashable, Sendable, Codable {
  /// Its id.
  public var id: String
  /// Its name in English.
  public var name: String
  /// Its names.
  public var names: LocalizedText
  /// What it is, for example `AI company`.
  public var kind: String
  /// Its home region's id.
  public var region: String
  /// Where it is listed, or nil.
  public var listing: String?
  /// How many facts there are, estimates not counted.
  public var facts: Int
  /// How many facts rest on memory or an assumption.
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
  /// How many facts cite it.
  public var facts: Int

  /// Makes a summary.
  public init(source: SourceRecord, facts: Int) {
    self.source = source
    self.facts = facts
  }
}

/// Which facts to list; all of them if everything is nil.
public struct FactQuery: Hashable, Sendable, Codable {
  /// A company's id, or a region's id for market facts.
  public var company: String?
  /// A metric.
  public var metric: String?
  /// The day as of which facts are known, `YYYY-MM-DD`; later ones are left out.
  public var asOf: String?

  /// Makes a query.
  public init(company: String? = nil, metric: String? = nil, asOf: String? = nil) {
    self.company = company
    self.metric = metric
    self.asOf = asOf
  }
}

/// A fact and whose it is.
public struct FactListing: Hashable, Sendable, Codable {
  /// The company's id, or the region's id for a market fact.
  public var company: String
  /// The fact.
  public var fact: FactRecord

  /// Makes an entry.
  public init(company: String, fact: FactRecord) {
    self.company = company
    self.fact = fact
  }
}

/// Which fact answers for a metric, and why.
public struct FactAnswerListing: Hashable, Sendable, Codable {
  /// The company's id.
  public var company: String
  /// The metric.
  public var metric: String
  /// The day as of which the question was asked, `YYYY-MM-DD`.
  public var asOf: String
  /// The fact that answers, or nil if none does.
  public var answer: FactRecord?
  /// Why it is this one, or why there is none.
  public var because: Reason
  /// Every candidate with its `verdict` and `because`, the chosen one first.
  public var candidates: [FactRecord]

  /// Makes an answer.
  public init(
    company: String, metric: String, asOf: String, answer: FactRecord?, because: Reason,
    candidates: [FactRecord]
  ) {
    self.company = company
    self.metric = metric
    self.asOf = asOf
    self.answer = answer
    self.because = because
    self.candidates = candidates
  }
}

/// Facts about one thing that disagree.
public struct FactConflict: Hashable, Sendable, Codable {
  /// The company's id, or the region's id for market facts.
  public var company: String
  /// The metric.
  public var metric: String
  /// The period they are about.
  public var period: String
  /// The facts.
  public var facts: [FactRecord]
  /// How far they are apart and which one counts.
  public var because: Reason

  /// Makes a conflict.
  public init(
    company: String, metric: String, period: String, facts: [FactRecord], because: Reason
  ) {
    self.company = company
    self.metric = metric
    self.period = period
    self.facts = facts
    self.because = because
  }
}

/// A fact to look for.
public struct FactTodo: Hashable, Sendable, Codable {
  /// What is wanted.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// A required fact is missing.
    case missing
    /// There is only an estimate.
    case replaceEstimate = "replace_estimate"
  }

  /// The company's id, or the region's id for a market fact.
  public var company: String
  /// The path that needs it; nil if the company's outcome does.
  public var path: String?
  /// The metric.
  public var metric: String
  /// What is wanted.
  public var kind: Kind
  /// Why it matters.
  public var because: Reason
  /// The estimate to replace, if there is one.
  public var current: FactRecord?

  /// Makes an entry.
  public init(
    company: String, path: String?, metric: String, kind: Kind, because: Reason,
    current: FactRecord?
  ) {
    self.company = company
    self.path = path
    self.metric = metric
    self.kind = kind
    self.because = because
    self.current = current
  }
}
