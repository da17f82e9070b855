/// How far to look ahead, and at whom.
public struct AheadRequest: Hashable, Sendable {
  /// The companies, the day and the draws.
  public var base: EvaluationRequest
  /// The number of days from the as-of day.
  public var days: Int

  /// Makes a request.
  public init(base: EvaluationRequest, days: Int = 120) {
    self.base = base
    self.days = days
  }
}

/// Figures that came, to be held against what was foretold.
public struct SettleRequest: Hashable, Sendable {
  /// The forecasts and the figures.
  public enum Subject: Hashable, Sendable {
    /// Forecasts of a file, against the facts of the study.
    case tripwires(Tripwires)
    /// Figures of a company as they were typed, `revenue=350M`, of a period, against what the study
    /// foretells.
    case typed(company: String, figures: [String], period: String?)
  }

  /// The day up to which facts count as known, and the draws of what isn't a file's.
  public var base: EvaluationRequest
  /// What is settled.
  public var subject: Subject

  /// Makes a request.
  public init(base: EvaluationRequest, subject: Subject) {
    self.base = base
    self.subject = subject
  }
}
