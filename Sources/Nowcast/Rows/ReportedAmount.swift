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

  /// The standard deviation of the log rate of the part of a year that it is; nil where it is none, such as of
  /// two months, or of a quarter and ten days.
  func seasonalError(_ reporting: ReportingParameters) -> Double? {
    abs(end - start - Double(length)) <= 0.1 ? reporting.seasonalErrors[length] : nil
  }

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

  /// The standard deviation in relation to the number, so that of two numbers the smaller is no more exact for
  /// being smaller.
  private func relativeDeviation(_ reporting: ReportingParameters) -> Double {
    let error = reporting.relativeError(confidence)
    return printedDeviation > 0 ? max(error, printedDeviation / value.magnitude) : error
  }

  /// Returns true if it is preferred to another for the same metric and period, as a fact is that answers: the
  /// higher confidence, then the later source, then the smaller relative error; the rest only so that order
  /// never decides.
  func isBetter(than other: ReportedAmount, _ reporting: ReportingParameters) -> Bool {
    if confidence != other.confidence { return confidence > other.confidence }
    if sourceDay != other.sourceDay { return sourceDay > other.sourceDay }
    let (own, others) = (relativeDeviation(reporting), other.relativeDeviation(reporting))
    if own != others { return own < others }
    return (value.magnitude, source, period, value)
      < (other.value.magnitude, other.source, other.period, other.value)
  }

  /// The periods of a metric that are the same to tenths of months.
  private struct Place: Hashable {
    var metric: String
    var start: Int
    var end: Int
  }

  /// The rows without those of which a better one says the same metric of the same period, in their order.
  ///
  /// What is added up, such as rounds of a month, isn't for this: two rows are two rounds.
  package static func best(
    of rows: [ReportedAmount], _ reporting: ReportingParameters
  ) -> [ReportedAmount] {
    func place(_ row: ReportedAmount) -> Place {
      Place(
        metric: row.metric, start: WindowFinder.point(row.start), end: WindowFinder.point(row.end))
    }
    let best = Dictionary(rows.map { (place($0), $0) }) {
      $1.isBetter(than: $0, reporting) ? $1 : $0
    }
    var taken: Set<Place> = []
    return rows.filter { best[place($0)] == $0 && taken.insert(place($0)).inserted }
  }
}
