/// The backing of an assessment: the completeness of its evidence, and the parts of facts,
/// estimates and assumptions.
public struct EvidenceRecord: Hashable, Sendable, Codable {
  /// Completeness of the readiness evidence, 0...1 (Method 3.5).
  public var completeness: Double
  /// The completeness in a word.
  public var level: EvidenceLevel
  /// The number of inputs that rest on facts.
  public var facts: Int
  /// The number of inputs that rest on estimates.
  public var estimates: Int
  /// The number of inputs that are assumptions.
  public var assumptions: Int
  /// The share of the result's explained variance that assumptions and estimates carry, 0...1.
  public var assumptionShare: Double?
  /// True if "mostly assumption" is printed beside the number.
  public var mostlyAssumption: Bool

  /// Makes an evidence summary.
  public init(
    completeness: Double, level: EvidenceLevel, facts: Int, estimates: Int, assumptions: Int,
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

/// The evidence on one criterion, and the level that it gives.
public struct CriterionResult: Hashable, Sendable, Codable {
  /// The criterion's id.
  public var id: String
  /// Its level, 0...4, unit `level`.
  public var level: Quantity
  /// Its normalised weight in the index, 0 when it is `in_model`.
  public var weight: Double
  /// True if there is no evidence and the prior speaks.
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
  /// The grade of the evidence.
  public var grade: RatingGrade
  /// Items of one origin count once.
  public var origin: String
  /// The date of the evidence, as written.
  public var date: String
  /// The source's id.
  public var source: String
  /// The evidence in words.
  public var note: String?
  /// The weight after decay (Method 3.3); 0 when another item of the origin counts.
  public var weight: Double
  /// The day since which it is known, `YYYY-MM-DD`.
  public var knownSince: String

  /// Makes a rating.
  public init(
    low: Double, high: Double, grade: RatingGrade, origin: String, date: String, source: String,
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
