import Kernels

extension Elementary {
  /// ln(p/(1-p)) for p between 0 and 1.
  package static func logit(_ p: Double) -> Double {
    log(p) - log1p(-p)
  }

  /// 1/(1 + e^-x), the inverse of `logit`.
  @inline(__always)
  package static func logistic(_ x: Double) -> Double {
    1 / (1 + exp(-x))
  }

  /// The logistic of each value, in its place; the same bits as one by one, by kernels of a level.
  package static func logistic(
    _ values: UnsafeMutableBufferPointer<Double>, level: KernelLevel = .best
  ) {
    let whole = level.native == nil ? 0 : values.count & ~7
    if let native = level.native, whole > 0 { bek_logistic(native, values.baseAddress, whole) }
    for index in whole..<values.count { values[index] = logistic(values[index]) }
  }

  /// ln(1 + x) without the loss of digits of small x.
  static func log1p(_ x: Double) -> Double {
    let sum = 1 + x
    guard sum != 1, sum < .infinity else { return x }
    return sum > 0 ? log(sum) - ((sum - 1) - x) / sum : log(sum)
  }
}
