/// A rating of a company on one readiness criterion of a path, and what it is worth.
public struct RatingListing: Hashable, Sendable, Codable {
  /// The verdict on a rating.
  public enum Verdict: String, Hashable, Sendable, Codable {
    /// It speaks for the criterion.
    case counts
    /// A weightier rating of the same origin speaks in its place.
    case sameOrigin = "same_origin"
    /// It was not known on the day.
    case notYetKnown = "not_yet_known"
    /// No model has this criterion, or the model computes its level.
    case unused
  }

  /// The company's id.
  public var company: String
  /// The path's id.
  public var path: String
  /// The criterion's id.
  public var criterion: String
  /// The criterion's name for readers, where a model has it.
  public var title: LocalizedText?
  /// The lower level, 0...4.
  public var low: Double
  /// The upper level, the same as `low` unless the evidence leaves a range.
  public var high: Double
  /// The grade of the evidence, from `A` to `D`.
  public var grade: String
  /// The date of the evidence.
  public var date: String
  /// Its age on the day asked for, in years.
  public var age: Double
  /// The years in which evidence on this criterion loses half of its worth.
  public var halfLife: Double
  /// The origin of the evidence; ratings of one origin count once.
  public var origin: String
  /// The source's id.
  public var source: String
  /// The day from which it counts as known.
  public var knownSince: String
  /// The observation in words.
  public var note: String?
  /// Its weight after decay, in observations; 0 when it doesn't count.
  public var weight: Double
  /// The verdict on it.
  public var verdict: Verdict

  /// Makes an entry.
  public init(
    company: String, path: String, criterion: String, title: LocalizedText?, low: Double,
    high: Double, grade: String, date: String, age: Double, halfLife: Double, origin: String,
    source: String, knownSince: String, note: String?, weight: Double, verdict: Verdict
  ) {
    self.company = company
    self.path = path
    self.criterion = criterion
    self.title = title
    self.low = low
    self.high = high
    self.grade = grade
    self.date = date
    self.age = age
    self.halfLife = halfLife
    self.origin = origin
    self.source = source
    self.knownSince = knownSince
    self.note = note
    self.weight = weight
    self.verdict = verdict
  }
}
