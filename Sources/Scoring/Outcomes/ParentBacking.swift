/// A unit whose parent pays: it has no cash of its own to run out of, but can be stopped
/// (Method 4.2).
enum ParentBacking {
  /// The yearly probability of being stopped: min(cap, h (1 + weight × loss / free cash flow)).
  ///
  /// The parent's free cash flow is above 0; at 0 or below the unit stands on its own.
  @inline(__always)
  static func hazard(
    base: Double, lossWeight: Double, cap: Double, operatingResult: Double, freeCashFlow: Double
  ) -> Double {
    let loss = operatingResult < 0 ? -operatingResult : 0
    let hazard = base * (1 + lossWeight * loss / freeCashFlow)
    return hazard < cap ? hazard : cap
  }
}
