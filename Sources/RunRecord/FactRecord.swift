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
  public var unit: UnitName
  /// The source's id.
  public var source: String
  /// The confidence that the figure deserves.
  public var confidence: FactConfidence
  /// The row's remark about itself.
  public var note: String?
  /// True if its source is memory or an assumption: shown as an estimate, never as a fact.
  public var isEstimate: Bool
  /// The day since which it is known, `YYYY-MM-DD`.
  public var knownSince: String
  /// The verdict on it, where it stands among candidates.
  public var verdict: FactVerdict?
  /// The reason for this verdict.
  public var because: Reason?

  /// Makes a fact.
  public init(
    metric: String, title: LocalizedText?, period: String, value: Double?, low: Double?,
    high: Double?, unit: UnitName, source: String, confidence: FactConfidence, note: String?,
    isEstimate: Bool, knownSince: String, verdict: FactVerdict? = nil, because: Reason? = nil
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
