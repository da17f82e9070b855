/// How far a result rests on assumptions (Method 1.10).
package struct AssumptionShare: Hashable, Sendable {
  /// Σ S1 over assumptions and estimates / Σ S1 over all inputs; nil where nothing is explained.
  package let share: Double?
  /// The share of assumptions and estimates by count; nil without inputs.
  package let shareByCount: Double?

  /// Returns true if "mostly assumption" is printed next to the number.
  ///
  /// - Parameters:
  ///   - variance: The share of what is explained above which it is.
  ///   - count: The share of inputs above which it is.
  /// - Returns: Whether either is exceeded.
  package func isMostlyAssumption(variance: Double = 0.6, count: Double = 0.7) -> Bool {
    (share ?? 0) > variance || (shareByCount ?? 0) > count
  }

  /// Sums first-order shares; those below 0 are noise and count 0.
  ///
  /// - Parameter inputs: Each input's first-order share, nil where it doesn't vary, and whether
  ///   it is an assumption or an estimate.
  package init(_ inputs: [(share: Double?, isAssumption: Bool)]) {
    var assumed = 0.0
    var all = 0.0
    var count = 0
    for input in inputs {
      let share = max(input.share ?? 0, 0)
      all += share
      guard input.isAssumption else { continue }
      assumed += share
      count += 1
    }
    share = all > 0 ? assumed / all : nil
    shareByCount = inputs.isEmpty ? nil : Double(count) / Double(inputs.count)
  }
}
