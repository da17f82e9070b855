/// The kind of an input's numbers.
public enum InputKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// Sourced facts answer.
  case fact
  /// A fact answers whose source is memory or an assumption, or figures that only bracket it; or a
  /// range that figures of its sources give.
  case estimate
  /// Nobody has measured it: a distribution with a reason.
  case assumption
  /// Computed from other facts.
  case calculation
  /// A scenario or `--set` put it in place of what would answer.
  case override

  /// True if it stands on nothing that was measured.
  public var isAssumed: Bool { self != .fact }
}

/// The companies that share an input's draws.
public enum InputScope: String, Hashable, Sendable, Codable, CaseIterable {
  /// One draw for all companies of a region.
  case market
  /// The company's own.
  case company
  /// One draw for all companies, assumed by a model.
  case assumption
}

/// The confidence that a fact's figure deserves.
public enum FactConfidence: String, Hashable, Sendable, Codable, CaseIterable {
  case high, medium, low
}

/// The verdict on a fact among the candidates for an answer.
public enum FactVerdict: String, Hashable, Sendable, Codable, CaseIterable {
  /// It answers.
  case chosen
  /// It is known, but another is nearer or better, or it can't answer at all.
  case superseded
  /// Nobody could know it on the day, or its period was not over.
  case notYetKnown = "not_yet_known"
}

/// The grade of a piece of evidence: what kind of source says it (Method 3.2).
public enum RatingGrade: String, Hashable, Sendable, Codable, CaseIterable {
  /// A regulator, an audited filing, a register.
  case a = "A"
  /// A document of the company with its method, a signed contract.
  case b = "B"
  /// Reputable press, a third party's count.
  case c = "C"
  /// An interview, a forum, an impression.
  case d = "D"
}

/// The completeness of the evidence on readiness (Method 3.5).
public enum EvidenceLevel: String, Hashable, Sendable, Codable, CaseIterable {
  case thin, fair, solid
}

/// The kind of a source.
public enum SourceKind: String, Hashable, Sendable, Codable, CaseIterable {
  case filing, press, article, analyst, aggregator, memory, calculation, assumption
}

/// The method by which draws are made.
public enum DrawSampler: String, Hashable, Sendable, Codable, CaseIterable {
  /// Scrambled Sobol points.
  case sobol
  /// Independent pseudo-random points.
  case random
}

/// The kind of a trace's node.
public enum TraceKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// Computed by a formula of the model.
  case formula
  /// An input, by what its numbers are.
  case fact, estimate, assumption, calculation, override

  /// The kind of the node that stands for an input.
  public init(_ kind: InputKind) {
    switch kind {
    case .fact: self = .fact
    case .estimate: self = .estimate
    case .assumption: self = .assumption
    case .calculation: self = .calculation
    case .override: self = .override
    }
  }
}

/// The sign for a company's lead over the next in the order (Method 5).
public enum RankSign: String, Hashable, Sendable, Codable, CaseIterable {
  /// Better in nine of ten draws at least.
  case clear = ">>"
  /// Better in seven of ten draws at least.
  case likely = ">"
  /// Can't be told apart.
  case even = "~"
}

/// The side of a value on which an input would have to lie.
public enum BeliefDirection: String, Hashable, Sendable, Codable, CaseIterable {
  case atLeast = "at least"
  case atMost = "at most"
}
