extension Elementary {
  /// The natural logarithm, within 1 ulp; -infinity at 0, NaN below.
  ///
  /// With x = 2^k (1 + f), 1 + f between √½ and √2, and s = f/(2 + f), the logarithm is
  /// k ln 2 + 2 artanh s, arranged as in the BSD `e_log.c` so that f, which is exact, comes last.
  @inline(__always)
  package static func log(_ x: Double) -> Double {
    let (k, f) = exponentAndFraction(x)
    let s = f / (2 + f)
    let square = s * s
    let halfSquare = 0.5 * f * f
    let series = s * (halfSquare + square * artanhSeries(square))
    let value = k * ln2High - ((halfSquare - (series + k * ln2Low)) - f)
    return logarithmOfSpecial(x, else: value)
  }

  /// The logarithm to base 10; exact for powers of ten that are exact themselves.
  @inline(__always)
  package static func log10(_ x: Double) -> Double {
    let value = Pair(highAndLowLogarithmOf: x) * Pair(0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57)
    return logarithmOfSpecial(x, else: value.high + value.low)
  }

  /// k and f with x = 2^k (1 + f) and 1 + f between √½ and √2, for positive finite x.
  @inline(__always)
  static func exponentAndFraction(_ x: Double) -> (k: Double, f: Double) {
    let isSubnormal = x < 0x1p-1022
    let scaled = isSubnormal ? x * 0x1p54 : x
    // Moving √½ down to the start of a binade makes its exponent field count from there.
    let rootHalf: UInt64 = 0x3FE6_A09E_667F_3BCD
    let moved = scaled.bitPattern &+ (0x3FF0_0000_0000_0000 &- rootHalf)
    let mantissa = Double(bitPattern: (moved & 0x000F_FFFF_FFFF_FFFF) &+ rootHalf)
    // An integer below 2^52 becomes a double by putting it under the exponent of 2^52.
    let biased = Double(bitPattern: (moved &>> 52) | 0x4330_0000_0000_0000)
    let bias = isSubnormal ? 0x1p52 + 1077 : 0x1p52 + 1023
    return (biased - bias, mantissa - 1)
  }

  /// (2 artanh s - 2s)/s³ as a function of s² ≤ 0.0295.
  ///
  /// Chebyshev interpolant of degree 7 (error 2.1e-18), by mpmath's `chebyfit` at 60 digits.
  @inline(__always)
  static func artanhSeries(_ square: Double) -> Double {
    var p = 0x1.0c074d9f1dd73p-3
    p = p * square + 0x1.0fbe3b6c6987dp-3
    p = p * square + 0x1.3b1c38bb12df2p-3
    p = p * square + 0x1.745cf8f4a7ec6p-3
    p = p * square + 0x1.c71c72017f306p-3
    p = p * square + 0x1.2492492476b73p-2
    p = p * square + 0x1.9999999999a38p-2
    p = p * square + 0x1.5555555555555p-1
    return p
  }

  /// A logarithm's value where x isn't positive and finite, else `value`.
  @inline(__always)
  private static func logarithmOfSpecial(_ x: Double, else value: Double) -> Double {
    let ofZero = x == 0 ? -Double.infinity : .nan
    let ofLarge = x == .infinity ? x : value
    return x > 0 ? ofLarge : ofZero
  }
}
