/// The digits that a number's error leaves.
///
/// A digit finer than the second of the interval's half width says nothing: `607M (224M to 1.27bn)`
/// is known to 10M at best. Besides, no number has more than three digits, and none more than two where
/// the interval is a tenth of the mean or wider on either side; one always stays, so that what is small
/// beside its interval doesn't become a zero that it isn't.
package enum Precision {
  private static let most = 3
  private static let mostOfWide = 2
  /// The half width over the mean from which an interval is wide.
  private static let wide = 0.1

  /// A number, the mean or an end, to the digits that the interval of a mean leaves; as it is where
  /// the interval has no width.
  package static func rounded(
    _ value: Double, mean: Double, low: Double, high: Double
  ) -> Double {
    let half = (high - low) / 2
    guard value.isFinite, half.isFinite, half > 0, value != 0 else { return value }
    let cap = half >= wide * abs(mean) ? mostOfWide : most
    return rounded(value, digits: min(cap, max(1, place(of: abs(value)) - place(of: half) + 2)))
  }

  /// A number to so many significant digits, halves away from zero.
  package static func rounded(_ value: Double, digits: Int) -> Double {
    guard value.isFinite, value != 0 else { return value }
    let step = place(of: abs(value)) - digits + 1
    // Dividing by a whole power of ten keeps what a file writes as a short decimal.
    var scale = 1.0
    for _ in 0..<abs(step) { scale *= 10 }
    return step >= 0
      ? (value / scale).rounded(.toNearestOrAwayFromZero) * scale
      : (value * scale).rounded(.toNearestOrAwayFromZero) / scale
  }

  /// The power of ten of a number's first digit.
  private static func place(of size: Double) -> Int {
    var (power, limit) = (0, 1.0)
    while size >= limit * 10 { (power, limit) = (power + 1, limit * 10) }
    while size < limit { (power, limit) = (power - 1, limit / 10) }
    return power
  }
}
