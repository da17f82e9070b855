/// Maps a range of values to a range of places in a drawing; what lies outside goes to the edge.
package struct Scale: Hashable, Sendable {
  package let low: Double
  package let high: Double
  package let start: Double
  package let end: Double

  package init(_ low: Double, _ high: Double, to start: Double, _ end: Double) {
    self.low = low
    self.high = high > low ? high : low + 1
    self.start = start
    self.end = end
  }

  package func callAsFunction(_ value: Double) -> Double {
    let share = min(1, max(0, (value - low) / (high - low)))
    return start + share * (end - start)
  }

  /// Round values inside the range, about as many as wanted: steps of 1, 2 or 5 times a power of
  /// ten.
  package func ticks(_ wanted: Int) -> [Double] {
    let rough = (high - low) / Double(max(1, wanted))
    guard rough > 0, rough.isFinite else { return [] }
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    while power > rough { power /= 10 }
    let step = [1.0, 2, 5, 10].map { $0 * power }.first { $0 >= rough * 0.999 } ?? power * 10
    let first = (low / step).rounded(.up)
    let last = (high / step).rounded(.down)
    guard last >= first, last - first < 100 else { return [] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }
}
