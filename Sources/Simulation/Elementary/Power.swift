extension Elementary {
  /// x to the power of y, with a relative error below 2e-15 and usually below 1 ulp.
  ///
  /// Exact or correctly rounded for the exponents 1, 2, -1 and 0.5. A negative base needs an
  /// integer exponent; other domain errors give NaN, and so does NaN in either argument, even for
  /// NaN to the power of 0. x^0 is 1 and 0^y is 0 for positive y, infinity for negative y.
  package static func pow(_ x: Double, _ y: Double) -> Double {
    if isOrdinary(x, y) { return powerOfPositive(x, y) }
    guard !x.isNaN, !y.isNaN else { return .nan }
    if y == 0 || x == 1 { return 1 }
    if y == 0.5, x >= 0 { return x.squareRoot() }
    guard y.isFinite else {
      let grows = (x.magnitude > 1) == (y > 0)
      return x == -1 ? .nan : (grows ? .infinity : 0)
    }
    // What is left: a base that is 0, negative or infinite, with a finite exponent.
    let isInteger = y == y.rounded(.towardZero)
    let isOdd = isInteger && y.magnitude < 0x1p53 && Int64(y) & 1 == 1
    let magnitude: Double
    if x == 0 || x.isInfinite {
      magnitude = (x == 0) == (y > 0) ? 0 : .infinity
    } else {
      guard isInteger else { return .nan }
      magnitude = powerOfPositive(-x, y)
    }
    return x.sign == .minus && isOdd ? -magnitude : magnitude
  }

  /// Returns true if `powerOfPositive` gives `pow(x, y)`.
  @inline(__always)
  static func isOrdinary(_ x: Double, _ y: Double) -> Bool {
    x > 0 && x < .infinity && y - y == 0 && y != 0.5
  }

  /// x to the power of y for positive finite x and finite y: e^(y ln x) with ln x as a pair.
  @inline(__always)
  static func powerOfPositive(_ x: Double, _ y: Double) -> Double {
    let logarithm = Pair(highAndLowLogarithmOf: x)
    // The smallest |ln x| is 2^-53: exponents beyond 2^64 overflow or underflow alike.
    let tooHigh = y > 0x1p64
    let tooLow = y < -0x1p64
    let exponent = tooHigh ? 0x1p64 : (tooLow ? -0x1p64 : y)
    let product = Pair(productOf: exponent, and: logarithm.high)
    let general = exponential(
      product.high, product.low + exponent * logarithm.low, isPrecise: true)
    return y == 2 ? x * x : (y == 1 ? x : (y == -1 ? 1 / x : general))
  }
}
