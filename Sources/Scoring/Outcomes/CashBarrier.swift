internal import Simulation

/// Cash-out within a year, of which only both ends are simulated (Method 4.2).
package enum CashBarrier {
  /// The share of the year after which cash is gone, or nil when it lasts.
  ///
  /// Cash moves from a to b with standard deviation s over the year. Where b > 0 a Brownian
  /// bridge still touches 0 with probability exp(-2ab/s²). The time is where a straight line
  /// crosses, or uniform: the uniform that decides, divided by the probability it fell below, is
  /// again uniform. Cash that is below 0 to begin with is gone at once.
  @inline(__always)
  package static func timeOut(
    from start: Double, to end: Double, deviation: Double, uniform: Double
  ) -> Double? {
    if start < 0 { return 0 }
    if end <= 0 { return start > 0 ? start / (start - end) : 0 }
    guard deviation > 0 else { return nil }
    let exponent = 2 * start * end / (deviation * deviation)
    // No uniform of 2^-54 or more falls below exp(-40).
    guard exponent < 40 else { return nil }
    let probability = Elementary.exp(-exponent)
    return uniform < probability ? uniform / probability : nil
  }
}
