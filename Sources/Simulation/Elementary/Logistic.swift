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

  /// ln(1 + x) without the loss of digits of small x.
  static func log1p(_ x: Double) -> Double {
    let sum = 1 + x
    guard sum != 1, sum < .infinity else { return x }
    return sum > 0 ? log(sum) - ((sum - 1) - x) / sum : log(sum)
  }
}
