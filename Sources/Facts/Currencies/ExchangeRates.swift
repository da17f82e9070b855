package import Diagnostics

/// One unit of a currency in units of another, over a year or on a day.
package struct ExchangeRate: Hashable, Sendable {
  /// The currency of which one unit is priced.
  package var from: String
  /// The currency of the price.
  package var to: String
  /// A fiscal year for the average of that calendar year; otherwise the day at its end.
  package var period: Period
  /// The days of the period.
  package var days: DayRange
  /// The price.
  package var value: Double
  /// The 5th percentile of the price, where it is uncertain.
  package var low: Double?
  /// The 95th percentile.
  package var high: Double?
  /// The source of the rate.
  package var source: Source
  /// The confidence that the rate deserves.
  package var confidence: Confidence
  /// A further remark.
  package var note: String?
  /// The day from which it counts as known.
  package var knownSince: Day
  /// The position of the entry in its file.
  package var location: SourceLocation
  /// How many times it is off the other rates between the two currencies; nil where it agrees.
  package var timesOff: Double?

  /// Makes one from its parts.
  package init(
    from: String, to: String, period: Period, days: DayRange, value: Double, low: Double? = nil,
    high: Double? = nil, source: Source, confidence: Confidence, note: String? = nil,
    knownSince: Day, location: SourceLocation
  ) {
    self.from = from
    self.to = to
    self.period = period
    self.days = days
    self.value = value
    self.low = low
    self.high = high
    self.source = source
    self.confidence = confidence
    self.note = note
    self.knownSince = knownSince
    self.location = location
  }

  /// True if this is the average of a year, for flows, and not the rate of a day, for stocks.
  package var isAverage: Bool { period.isFullYear }

  /// The rate as messages name it: `USD/CNY 7.2 (average of FY2024)`.
  package var inWords: String {
    "\(from)/\(to) \(value) (\(isAverage ? "average of \(period)" : "of \(days.end)"))"
  }
}

/// An amount in another currency, with the rates that made it.
package struct CurrencyConversion: Hashable, Sendable {
  /// One rate on the way from one currency to the other.
  package struct Step: Hashable, Sendable {
    /// The rate.
    package var rate: ExchangeRate
    /// A rate as it would be right.
    package enum Wanted: Hashable, Sendable {
      case average(of: Int)
      case rate(of: Day)
    }

    /// True if the amount was divided by it.
    package var isInverse: Bool
    /// The rate that was wanted, where this one only stands in for it.
    package var standInFor: Wanted?
  }

  /// The amount in the other currency.
  package var value: Double
  /// The value of a unit of the first currency in the other.
  package var factor: Double
  /// The rates; none when both currencies are the same.
  package var steps: [Step]

  /// True if a rate of another period had to serve.
  package var isStandIn: Bool { steps.contains { $0.standInFor != nil } }
}

/// The reason why an amount has no value in another currency.
package struct CurrencyMistake: Error, Hashable, Sendable {
  /// The reason as a sentence without a full stop.
  package var reason: String
}

/// The exchange rates that are known.
package struct ExchangeRates: Sendable {
  /// The rates in the order of the files.
  package var rates: [ExchangeRate]

  /// Takes rates.
  package init(_ rates: [ExchangeRate] = []) {
    self.rates = rates
  }

  /// Converts an amount.
  ///
  /// A flow is converted at the average of the calendar year that holds the middle of its period, a
  /// stock at the rate of the period's last day. Where that rate is not known, the nearest earlier
  /// one of the same kind stands in, then the nearest later one, then one of the other kind. Where
  /// two currencies have no rate between them, a third that has one with both is used.
  ///
  /// - Parameters:
  ///   - value: The amount.
  ///   - from: The currency of the amount.
  ///   - to: The currency that is wanted.
  ///   - days: The period of the amount.
  ///   - isFlow: Whether it is an amount over the period and not at its end.
  ///   - asOf: Rates that were not known on this day don't exist.
  /// - Returns: The amount with the rates that made it, or the reason why there is none.
  package func convert(
    _ value: Double, from: String, to: String, days: DayRange, isFlow: Bool, asOf: Day
  ) -> Result<CurrencyConversion, CurrencyMistake> {
    guard from != to else {
      return .success(CurrencyConversion(value: value, factor: 1, steps: []))
    }
    let known = rates.filter { $0.knownSince <= asOf }
    let wanted = Wanted(days: days, isFlow: isFlow)
    if let step = step(from, to, wanted, known) { return .success(convert(value, [step])) }
    for third in Set(known.flatMap { [$0.from, $0.to] }).sorted() {
      if let first = step(from, third, wanted, known), let second = step(third, to, wanted, known) {
        return .success(convert(value, [first, second]))
      }
    }
    return .failure(
      CurrencyMistake(reason: "no exchange rate between \(from) and \(to) is known by \(asOf)"))
  }

  private func convert(_ value: Double, _ steps: [CurrencyConversion.Step]) -> CurrencyConversion {
    var (amount, factor) = (value, 1.0)
    for step in steps {
      amount = step.isInverse ? amount / step.rate.value : amount * step.rate.value
      factor = step.isInverse ? factor / step.rate.value : factor * step.rate.value
    }
    return CurrencyConversion(value: amount, factor: factor, steps: steps)
  }

  /// The rate that would be right.
  private struct Wanted {
    var days: DayRange
    var isFlow: Bool

    /// The day that stands for the period, to find the nearest rate.
    var day: Day { isFlow ? Day.end(ofMonth: 12, year: days.middle.year) : days.end }
    var rate: CurrencyConversion.Step.Wanted {
      isFlow ? .average(of: days.middle.year) : .rate(of: day)
    }
  }

  private func step(
    _ from: String, _ to: String, _ wanted: Wanted, _ known: [ExchangeRate]
  ) -> CurrencyConversion.Step? {
    let pair = known.filter { ($0.from, $0.to) == (from, to) || ($0.from, $0.to) == (to, from) }
    let ordered = pair.min { isBetter($0, $1, for: wanted) }
    guard let best = ordered else { return nil }
    let isExact = best.isAverage == wanted.isFlow && best.days.end == wanted.day
    return CurrencyConversion.Step(
      rate: best, isInverse: best.from != from,
      standInFor: isExact ? nil : wanted.rate)
  }

  /// Same kind before the other; earlier before later; nearer before farther; then confidence, the
  /// later source, and the id, so that the order of files never decides.
  private func isBetter(_ left: ExchangeRate, _ right: ExchangeRate, for wanted: Wanted) -> Bool {
    func rank(_ rate: ExchangeRate) -> [Int] {
      let ahead = wanted.day.days(to: rate.days.end)
      return [
        rate.isAverage == wanted.isFlow ? 0 : 1, ahead <= 0 ? 0 : 1, abs(ahead),
        rate.confidence == .high ? 0 : rate.confidence == .medium ? 1 : 2, -rate.source.day.number,
      ]
    }
    let (first, second) = (rank(left), rank(right))
    return first == second
      ? left.source.id < right.source.id : first.lexicographicallyPrecedes(second)
  }
}
