/// How far `result` is from the exact value `value + rest` ulps, in ulps of `value`.
func errorInUlps(_ result: Double, value: Double, rest: Double) -> Double {
  ((result - value) / value.ulp - rest).magnitude
}

/// How far `result` is from the exact value, as a share of it.
func relativeError(_ result: Double, value: Double, rest: Double) -> Double {
  errorInUlps(result, value: value, rest: rest) * (value.ulp / value.magnitude)
}

/// `count` numbers between `low` and `high` that look random and are the same every time.
func spread(_ count: Int, from low: Double, to high: Double) -> [Double] {
  // Multiples of the golden ratio, modulo 1.
  (0..<count).map { index in
    let position = Double(index) * 0.6180339887498949
    return low + (high - low) * (position - position.rounded(.down))
  }
}
