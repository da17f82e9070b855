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

/// The fact that answers for a metric, and the reason.
public struct FactAnswerListing: Hashable, Sendable, Codable {
  /// The company's id.
  public var company: String
  /// The metric.
  public var metric: String
  /// The day as of which the question was asked, `YYYY-MM-DD`.
  public var asOf: String
  /// The fact that answers, or nil if none does.
  public var answer: FactRecord?
  /// The reason why it is this one, or why there is none.
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
  /// The difference between the facts, and the choice of the one that counts.
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
  /// The kind of work that is wanted.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// A required fact is missing.
    case missing
    /// There is only an estimate.
    case replaceEstimate = "replace_estimate"
    /// There is only an assumption, of a market or of a path's model.
    case replaceAssumption = "replace_assumption"
  }

  /// The company's id; the region's id for a market fact; empty for what a path's model assumes.
  public var company: String
  /// The path that needs it; nil if the company's outcome or several paths do.
  public var path: String?
  /// The metric, or the input that is assumed.
  public var metric: String
  /// The kind of work that is wanted.
  public var kind: Kind
  /// The reason why it matters, or what would replace an assumption.
  public var because: Reason
  /// The estimate to replace, if there is one.
  public var current: FactRecord?
  /// The place of an assumption's declaration; nil for a fact.
  public var place: String?

  /// Makes an entry.
  public init(
    company: String, path: String?, metric: String, kind: Kind, because: Reason,
    current: FactRecord?, place: String? = nil
  ) {
    self.place = place
    self.company = company
    self.path = path
    self.metric = metric
    self.kind = kind
    self.because = because
    self.current = current
  }
}
