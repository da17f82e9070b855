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
  /// What it is, such as `AI company`.
  public var kind: String
  /// Where it is listed, or nil.
  public var listing: String?
  /// Its parent or backers, or nil.
  public var parent: String?
  /// What becomes of it; unknown when its facts are too thin.
  public var outcome: OutcomeRecord
  /// Its assessments, one a path, in the order of `RunRecord.paths`.
  public var paths: [AssessmentRecord]
  /// The reported figures worth showing, newest first within a metric.
  public var reported: [FactRecord]
  /// What happened to it, by date, as far as known on the as-of day.
  public var events: [EventRecord]
  /// Conflicts and oddities of this company's facts, a sentence each.
  public var warnings: [String]

  /// Makes a company from its parts.
  public init(
    id: String, name: String, names: LocalizedText, region: String, kind: String, listing: String?,
    parent: String?, outcome: OutcomeRecord, paths: [AssessmentRecord], reported: [FactRecord],
    events: [EventRecord], warnings: [String]
  ) {
    self.id = id
    self.name = name
    self.names = names
    self.region = region
    self.kind = kind
    self.listing = listing
    self.parent = parent
    self.outcome = outcome
    self.paths = paths
    self.reported = reported
    self.events = events
    self.warnings = warnings
  }
}

/// A dated event.
public struct EventRecord: Hashable, Sendable, Codable {
  /// When, as written.
  public var date: String
  /// Its kind, such as `layoffs`.
  public var kind: String
  /// What happened.
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

/// A sourced observation.
public struct FactRecord: Hashable, Sendable, Codable {
  /// The metric.
  public var metric: String
  /// The metric's name for readers.
  public var title: LocalizedText?
  /// The period as written, such as `FY2024`.
  public var period: String
  /// The value in `unit`; nil when only a range is known.
  public var value: Double?
  /// The 5th percentile, if it is a range.
  public var low: Double?
  /// The 95th percentile, if it is a range.
  public var high: Double?
  /// The unit as published.
  public var unit: String
  /// The source's id.
  public var source: String
  /// `high`, `medium` or `low`.
  public var confidence: String
  /// What the row says about itself.
  public var note: String?
  /// Whether its source is memory or an assumption: shown as an estimate, never as a fact.
  public var isEstimate: Bool
  /// The day since which it is known, `YYYY-MM-DD`.
  public var knownSince: String
  /// `chosen`, `superseded` or `not_yet_known`, where it stands among candidates.
  public var verdict: String?
  /// Why it has this verdict.
  public var because: String?

  /// Makes a fact.
  public init(
    metric: String, title: LocalizedText?, period: String, value: Double?, low: Double?,
    high: Double?, unit: String, source: String, confidence: String, note: String?,
    isEstimate: Bool, knownSince: String, verdict: String? = nil, because: String? = nil
  ) {
    self.metric = metric
    self.title = title
    self.period = period
    self.value = value
    self.low = low
    self.high = high
    self.unit = unit
    self.source = source
    self.confidence = confidence
    self.note = note
    self.isEstimate = isEstimate
    self.knownSince = knownSince
    self.verdict = verdict
    self.because = because
  }
}

/// Where an input's draws come from.
public struct InputRecord: Hashable, Sendable, Codable {
  /// The input's name.
  public var name: String
  /// Its name for readers.
  public var title: LocalizedText?
  /// Its unit.
  public var unit: String
  /// `fact`, `estimate` (a fact whose source is memory or an assumption), `assumption`,
  /// `calculation`, or `override` (set by scenario or `--set`).
  public var kind: String
  /// `market`, `company` or `assumption`: whose draws they are.
  public var scope: String
  /// The distribution as text, such as `0.1M to 0.6M CNY/hospital/year`.
  public var distribution: String
  /// The distribution by year, where it varies.
  public var byYear: [String: String]?
  /// Mean and interval; by year (`"2026"`) or under `"all"`.
  public var values: [String: Estimate]
  /// The reason, for an assumption.
  public var because: String?
  /// The sources' ids.
  public var sources: [String]
  /// The fact or facts that answered.
  public var facts: [FactRecord]
  /// Where it is declared: `paths/medical-ai.yaml:31`.
  public var place: String?

  /// Makes an input.
  public init(
    name: String, title: LocalizedText?, unit: String, kind: String, scope: String,
    distribution: String, byYear: [String: String]?, values: [String: Estimate],
    because: String?, sources: [String], facts: [FactRecord], place: String?
  ) {
    self.name = name
    self.title = title
    self.unit = unit
    self.kind = kind
    self.scope = scope
    self.distribution = distribution
    self.byYear = byYear
    self.values = values
    self.because = because
    self.sources = sources
    self.facts = facts
    self.place = place
  }
}

/// A company on a path.
public struct AssessmentRecord: Hashable, Sendable, Codable {
  /// How far the assessment got.
  public enum Status: String, Hashable, Sendable, Codable {
    /// There are numbers.
    case assessed
    /// The company has no business on this path; not a gap in knowledge.
    case notApplicable = "not_applicable"
    /// Required facts are missing; `missing` names them.
    case missingFacts = "missing_facts"
  }

  /// The path's id.
  public var path: String
  /// Whether there are numbers.
  public var status: Status
  /// Why it is not applicable, or which input lacks what.
  public var because: String?
  /// The sources of `because`.
  public var sources: [String]
  /// The metrics, or market inputs, that are missing.
  public var missing: [String]
  /// The share of the company's cost base that the path covers at the horizon, points 0...100.
  public var exposure: Quantity
  /// The path's losses at the horizon as a share of the same base, points.
  public var drain: Quantity
  /// The path's revenue over the company's, from reported facts, points.
  public var exposureToday: Quantity
  /// Present value of what comes back over what goes out, points; 50 means money back.
  public var recovery: Quantity
  /// P(recovery >= 50), as a fraction with unit `1`.
  public var viability: Quantity
  /// The same with a value beyond the horizon added.
  public var viabilityBeyond: Quantity
  /// Evidence-based readiness, points 0...100.
  public var readiness: Quantity
  /// Recovery and readiness together, points 0...100; never shown alone.
  public var score: Quantity
  /// Exposure times score over 100, points: the path's part of path support.
  public var carry: Quantity
  /// The discounted payback year, if the median draw pays back by the horizon.
  public var payback: Quantity
  /// P(break-even first) if this path fails, as a fraction with unit `1`.
  public var knockOut: Quantity
  /// Year by year: `revenue`, `contribution`, `investment`, and the model's `metrics`.
  public var years: [String: [String: Estimate]]
  /// How good the evidence is.
  public var evidence: EvidenceRecord?
  /// The readiness criteria with the evidence behind each.
  public var criteria: [CriterionResult]
  /// What drives recovery, largest first.
  public var drivers: [DriverRecord]
  /// The inputs, in the order of the model.
  public var inputs: [InputRecord]
  /// The tree behind the numbers: formulas and inputs by name.
  public var trace: [TraceNode]
  /// Oddities of this assessment, a sentence each.
  public var warnings: [String]

  /// Makes an assessment without numbers.
  public init(
    path: String, status: Status, because: String?, sources: [String], missing: [String]
  ) {
    let none = Quantity.unknown(
      because ?? (missing.isEmpty ? "not assessed" : "missing " + missing.joined(separator: ", ")))
    self.path = path
    self.status = status
    self.because = because
    self.sources = sources
    self.missing = missing
    exposure = none
    drain = none
    exposureToday = none
    recovery = none
    viability = none
    viabilityBeyond = none
    readiness = none
    score = none
    carry = none
    payback = none
    knockOut = none
    years = [:]
    evidence = nil
    criteria = []
    drivers = []
    inputs = []
    trace = []
    warnings = []
  }
}

/// How well an assessment is backed.
public struct EvidenceRecord: Hashable, Sendable, Codable {
  /// Completeness of the readiness evidence, 0...1 (METHODOLOGY 3.5).
  public var completeness: Double
  /// `thin`, `fair` or `solid`.
  public var level: String
  /// How many inputs rest on facts.
  public var facts: Int
  /// How many inputs rest on estimates.
  public var estimates: Int
  /// How many inputs are assumptions.
  public var assumptions: Int
  /// The share of the result's explained variance that assumptions and estimates carry, 0...1.
  public var assumptionShare: Double?
  /// Whether to print "mostly assumption" beside the number.
  public var mostlyAssumption: Bool

  /// Makes an evidence summary.
  public init(
    completeness: Double, level: String, facts: Int, estimates: Int, assumptions: Int,
    assumptionShare: Double?, mostlyAssumption: Bool
  ) {
    self.completeness = completeness
    self.level = level
    self.facts = facts
    self.estimates = estimates
    self.assumptions = assumptions
    self.assumptionShare = assumptionShare
    self.mostlyAssumption = mostlyAssumption
  }
}

/// What the evidence says about one criterion.
public struct CriterionResult: Hashable, Sendable, Codable {
  /// The criterion's id.
  public var id: String
  /// Its level, 0...4, unit `level`.
  public var level: Quantity
  /// Its normalised weight in the index, 0 when it is `in_model`.
  public var weight: Double
  /// Whether there is no evidence and the prior speaks.
  public var priorOnly: Bool
  /// The ratings used, with grade, origin and age weight in `ratings`.
  public var ratings: [RatingRecord]

  /// Makes a result.
  public init(
    id: String, level: Quantity, weight: Double, priorOnly: Bool, ratings: [RatingRecord]
  ) {
    self.id = id
    self.level = level
    self.weight = weight
    self.priorOnly = priorOnly
    self.ratings = ratings
  }
}

/// One piece of evidence on a criterion.
public struct RatingRecord: Hashable, Sendable, Codable {
  /// The lower level of the range.
  public var low: Double
  /// The upper level of the range.
  public var high: Double
  /// The grade of the evidence: A, B, C or D.
  public var grade: String
  /// Items of one origin count once.
  public var origin: String
  /// The date of the evidence, as written.
  public var date: String
  /// The source's id.
  public var source: String
  /// What it says.
  public var note: String?
  /// The weight after decay (METHODOLOGY 3.3); 0 when another item of the origin counts.
  public var weight: Double
  /// The day since which it is known, `YYYY-MM-DD`.
  public var knownSince: String

  /// Makes a rating.
  public init(
    low: Double, high: Double, grade: String, origin: String, date: String, source: String,
    note: String?, weight: Double, knownSince: String
  ) {
    self.low = low
    self.high = high
    self.grade = grade
    self.origin = origin
    self.date = date
    self.source = source
    self.note = note
    self.weight = weight
    self.knownSince = knownSince
  }
}

/// A node of the tree behind a number.
public struct TraceNode: Hashable, Sendable, Codable {
  /// The variable, output or input.
  public var name: String
  /// Its name for readers.
  public var title: LocalizedText?
  /// `formula`, `fact`, `estimate`, `assumption`, `market`, `rating` or `result`.
  public var kind: String
  /// Its unit.
  public var unit: String
  /// Its formula as written, for kinds that have one.
  public var formula: String?
  /// Mean and interval by year, or under `"all"`.
  public var values: [String: Estimate]
  /// Draws dropped by a domain error, by year: only where there are any.
  public var flagged: [String: Int]
  /// The names of the nodes it is computed from, in order of their share.
  public var children: [String]
  /// Where it is declared: `paths/medical-ai.yaml:58`.
  public var place: String?

  /// Makes a node.
  public init(
    name: String, title: LocalizedText?, kind: String, unit: String, formula: String?,
    values: [String: Estimate], flagged: [String: Int], children: [String], place: String?
  ) {
    self.name = name
    self.title = title
    self.kind = kind
    self.unit = unit
    self.formula = formula
    self.values = values
    self.flagged = flagged
    self.children = children
    self.place = place
  }
}
