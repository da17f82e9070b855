/// A result laid out to be explained by many inputs in turn.
package struct ExplainedResult: Sendable {
  /// The distance of each draw from the first that is a number; NaN where it isn't one.
  ///
  /// Deviations keep sums of squares small.
  let deviations: [Double]
  /// True if every draw is a number.
  let isFinite: Bool
  /// True if any draw is a number.
  let isKnown: Bool

  /// Lays a result out, one value a draw.
  package init(_ result: [Double]) {
    let origin = result.first { $0.isFinite }
    var allFinite = true
    deviations = result.map { value in
      guard value.isFinite else {
        allFinite = false
        return .nan
      }
      return value - (origin ?? 0)
    }
    isFinite = allFinite
    isKnown = origin != nil
  }
}
