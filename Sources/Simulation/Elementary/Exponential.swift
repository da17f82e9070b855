extension Elementary {
  /// e to the power of x, within 1 ulp where the result is a normal number.
  ///
  /// Overflow gives infinity, underflow rounds once to a subnormal number or 0.
  @inline(__always)
  package static func exp(_ x: Double) -> Double {
    exponential(x, 0)
  }

  /// e to the power of `high + low`, where |low| is at most about an ulp of `high`.
  ///
  /// The argument is split as k ln 2 + r with |r| ≤ ln 2 / 2; then e^r = 1 + r + r² P(r) and the
  /// result is scaled by 2^k. P is the Chebyshev interpolant of (e^r - 1 - r)/r² of degree 10 on
  /// ±0.3468 (error 1.4e-18), computed with mpmath's `chebyfit` at 60 digits.
  @inline(__always)
  static func exponential(_ high: Double, _ low: Double) -> Double {
    // Outside ±these the result is infinity or 0 anyway; NaN passes both tests unchanged.
    let tooLow = high < -746
    let tooHigh = high > 710
    let x = tooHigh ? 710 : (tooLow ? -746 : high)
    let tail = tooHigh ? 0 : (tooLow ? 0 : low)

    // Adding 1.5 * 2^52 rounds to an integer and leaves it in the low bits.
    let shifted = x * 0x1.71547652b82fep+0 + 0x1.8p52
    let k = shifted - 0x1.8p52
    let head = x - k * ln2High
    let rest = tail - k * ln2Low
    let r = head + rest

    var p = 0x1.1f731ea5352cap-29
    p = p * r + 0x1.af4e196027428p-26
    p = p * r + 0x1.27e4db57442fbp-22
    p = p * r + 0x1.71de021a90822p-19
    p = p * r + 0x1.a01a01a6dcaffp-16
    p = p * r + 0x1.a01a01abef415p-13
    p = p * r + 0x1.6c16c16c162ccp-10
    p = p * r + 0x1.11111111100cep-7
    p = p * r + 0x1.5555555555556p-5
    p = p * r + 0x1.5555555555557p-3
    p = p * r + 0.5
    let mantissa = 1 + (head + (rest + r * r * p))

    // 2^k in two steps, so that neither factor leaves the normal range.
    let biased = shifted.bitPattern &- (0x1.8p52).bitPattern &+ 2046
    let half = biased &>> 1
    return mantissa * Double(bitPattern: half &<< 52) * Double(bitPattern: (biased &- half) &<< 52)
  }

  /// ln 2 to 32 bits, so that its product with an exponent is exact.
  @inline(__always) static var ln2High: Double { 0x1.62e42fee00000p-1 }

  /// ln 2 - `ln2High`.
  @inline(__always) static var ln2Low: Double { 0x1.a39ef35793c76p-33 }
}
