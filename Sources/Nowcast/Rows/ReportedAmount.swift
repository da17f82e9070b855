package import Facts

/// One number of a company's accounts: an amount over a period, or a state at its end.
///
/// Times are months since the year 0 that have gone by at the end of a day, so that a calendar year
/// runs from a multiple of twelve to the next and a whole month has the length 1.
package struct ReportedAmount: Hashable, Sendable {
  /// The metric's name.
  package var metric: String
  /// The beginning of its period, in months since the year 0.
  package var start: Double
  /// The end of its period, in months since the year 0; a moment ends where it begins.
  package var end: Double
  /// The number, in its currency.
  package var value: Double
  /// The standard deviation that a printed range leaves; 0 without one.
  package var printedDeviation: Double
  /// The confidence that the number deserves.
  package var confidence: Confidence
  /// The value of a unit of its currency in US dollars.
  package var usdRate: Double
  /// The time from which it counts as known; nil for the usual delay of publication.
  package var knownSince: Double?
  /// The period as written.
  package var period: String
  /// The id of its source.
  package var source: String
  /// The day of its source, for choosing the later of two.
  package var sourceDay: Int

  /// Makes one from its parts.
  package init(
    metric: String, start: Double, end: Double, value: Double, printedDeviation: Double = 0,
    confidence: Confidence, usdRate: Double, knownSince: Double? = nil, period: String,
    source: String = "", sourceDay: Int = 0
  ) {
    self.metric = metric
    self.start = start
    self.end = end
    self.value = value
    self.printedDeviation = printedDeviation
    self.confidence = confidence
    self.usdRate = usdRate
    self.knownSince = knownSince
    self.period = period
    self.source = source
    self.sourceDay = sourceDay
  }

  /// The length in whole months.
  package var length: Int { Int((end - start).rounded(.toNearestOrEven)) }

  /// The number in US dollars.
  package var inUSD: Double { value * usdRate }

  /// True if it is an amount over time and not a moment.
  package var isOverTime: Bool { end - start >= 0.5 }

  /// The standard deviation: the printed range's, but no less than the confidence leaves.
  package func deviation(_ reporting: ReportingParameters) -> Double {
    max(reporting.relativeError(confidence) * value.magnitude, printedDeviation)
  }

  /// Returns true if it is known at a time.
  package func isKnown(at asOf: Double, _ reporting: ReportingParameters) -> Bool {
    (knownSince ?? end + reporting.delay(months: length)) <= asOf + 1e-9
  }

  /// Returns true if it is preferred to another for the same metric and period: the smaller
  /// variance, then the higher confidence, then the later source; the rest only so that order
  /// never decides.
  func isBetter(than other: ReportedAmount, _ reporting: ReportingParameters) -> Bool {
    let (own, others) = (deviation(reporting), other.deviation(reporting))
    if own != others { return own < others }
    if confidence != other.confidence { return confidence > other.confidence }
    if sourceDay != other.sourceDay { return sourceDay > other.sourceDay }
    return (source, period, value) < (other.source, other.period, other.value)
  }
}
