import Simulation

/// Cash-out within a year of which only both ends are drawn.
enum CashBridge {
  /// The probability that cash which moves from a to b, both above 0, touched 0 on the way.
  ///
  /// exp(-2ab/s²) for a Brownian bridge with standard deviation s over the time: checking year
  /// ends alone understates how often cash runs out.
  static func crossing(from start: Double, to end: Double, deviation: Double) -> Double {
    guard deviation > 0, start > 0, end > 0 else { return 0 }
    return Elementary.exp(-2 * start * end / (deviation * deviation))
  }
}
