/// The quality of probabilities of an event.
package enum ProbabilityScore {
  /// A probability that was told, and whether the event came.
  package struct Forecast: Hashable, Sendable {
    /// The probability.
    package var probability: Double
    /// True if the event came.
    package var happened: Bool

    /// Makes one from its parts.
    package init(probability: Double, happened: Bool) {
      self.probability = probability
      self.happened = happened
    }
  }

  /// Forecasts of about the same probability.
  package struct Bin: Hashable, Sendable {
    /// The probabilities that belong to it; the upper end only to the last bin.
    package var range: ClosedRange<Double>
    /// The number of forecasts.
    package var count: Int
    /// Their mean probability.
    package var meanProbability: Double
    /// The share of events that came.
    package var share: Double
    /// The 2.5th percentile of that share, by Jeffreys.
    package var low: Double
    /// The 97.5th.
    package var high: Double
  }

  /// Brier's score: the mean square of probability less event; nil without forecasts.
  package static func brier(_ forecasts: [Forecast]) -> Double? {
    guard !forecasts.isEmpty else { return nil }
    let sum = forecasts.reduce(0.0) { sum, forecast in
      let error = forecast.probability - (forecast.happened ? 1 : 0)
      return sum + error * error
    }
    return sum / Double(forecasts.count)
  }

  /// Reliability: told probability against seen share, in bins of equal width without empty ones.
  package static func reliability(_ forecasts: [Forecast], bins: Int) -> [Bin] {
    (0..<bins).compactMap { bin in
      let low = Double(bin) / Double(bins)
      let high = Double(bin + 1) / Double(bins)
      let isLast = bin == bins - 1
      let inside = forecasts.filter {
        $0.probability >= low && ($0.probability < high || (isLast && $0.probability <= high))
      }
      guard !inside.isEmpty else { return nil }
      let count = Double(inside.count)
      let came = Double(inside.count { $0.happened })
      let interval = Coverage.jeffreys(inside: came, of: count)
      return Bin(
        range: low...high, count: inside.count,
        meanProbability: inside.reduce(0) { $0 + $1.probability } / count, share: came / count,
        low: interval.low, high: interval.high)
    }
  }
}
