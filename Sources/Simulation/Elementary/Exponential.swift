extension Elementary {
  /// e to the power of x, within 1.15 ulp where the result is a normal number.
  ///
  /// Overflow gives infinity, underflow rounds once to a subnormal number or 0.
  @inline(__always)
  package static func exp(_ x: Double) -> Double {
    exponential(x, 0, isPrecise: false)
  }

  /// e to the power of `high + low`, where |low| is at most about an ulp of `high`.
  ///
  /// The argument is split as n ln 2 / 16 + r with |r| ≤ ln 2 / 32, and n as 16 k + j; then
  /// e^(high + low) = 2^k 2^(j/16) (1 + p) with p = e^r - 1 = r + r² P(r). P has degree 4 and is
  /// the best for r² P(r) on ±0.0217 (error 1.2e-17), found by weighted least squares with weights
  /// after Lawson, at 60 digits. The kernels in C do the same operations in the same order.
  ///
  /// - Parameters:
  ///   - high: The exponent.
  ///   - low: What is added to it.
  ///   - isPrecise: Whether what 2^(j/16) lost by rounding is added: then the error is little more
  ///     than half an ulp.
  /// - Returns: The power.
  @inline(__always)
  static func exponential(_ high: Double, _ low: Double, isPrecise: Bool) -> Double {
    // Outside ±these the result is infinity or 0 anyway; NaN passes both tests unchanged.
    let tooLow = high < -746
    let tooHigh = high > 710
    let x = tooHigh ? 710 : (tooLow ? -746 : high)
    let tail = tooHigh || tooLow ? 0 : low

    // Adding 1.5 * 2^52 rounds to an integer and leaves it in the low bits.
    let shifted = x * 0x1.71547652b82fep+4 + 0x1.8p52
    let n = shifted - 0x1.8p52
    // The first product is exact: its factor has 33 bits, n at most 15.
    let r = (x - n * 0x1.62e42fef00000p-5) - n * 0x1.473de6af278edp-38 + tail

    var p = 0x1.6c185e5356d91p-10
    p = p * r + 0x1.11123afc6afb4p-7
    p = p * r + 0x1.555555545e313p-5
    p = p * r + 0x1.555555548f20bp-3
    p = p * r + 0x1.0000000000005p-1
    p = r + r * r * p

    let j = shifted.bitPattern & 15
    let power = powerOfTwo(sixteenths: j)
    let rest = isPrecise ? power * p + restOfPowerOfTwo(sixteenths: j) : power * p
    let mantissa = power + rest
    // 2^k in two steps, so that neither factor leaves the normal range.
    let k = Int64(bitPattern: shifted.bitPattern &- (0x1.8p52).bitPattern) &>> 4
    let half = k &>> 1
    return mantissa * powerOfTwo(half) * powerOfTwo(k &- half)
  }

  /// 2^k for -1022 ≤ k ≤ 1023.
  @inline(__always)
  private static func powerOfTwo(_ k: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: k &+ 1023) &<< 52)
  }

  /// 2^(j/16) for 0 ≤ j ≤ 15, to the nearest double.
  @inline(__always)
  static func powerOfTwo(sixteenths j: UInt64) -> Double {
    switch j {
    case 0: 0x1.0000000000000p+0
    case 1: 0x1.0b5586cf9890fp+0
    case 2: 0x1.172b83c7d517bp+0
    case 3: 0x1.2387a6e756238p+0
    case 4: 0x1.306fe0a31b715p+0
    case 5: 0x1.3dea64c123422p+0
    case 6: 0x1.4bfdad5362a27p+0
    case 7: 0x1.5ab07dd485429p+0
    case 8: 0x1.6a09e667f3bcdp+0
    case 9: 0x1.7a11473eb0187p+0
    case 10: 0x1.8ace5422aa0dbp+0
    case 11: 0x1.9c49182a3f090p+0
    case 12: 0x1.ae89f995ad3adp+0
    case 13: 0x1.c199bdd85529cp+0
    case 14: 0x1.d5818dcfba487p+0
    default: 0x1.ea4afa2a490dap+0
    }
  }

  /// The part of 2^(j/16) that `powerOfTwo(sixteenths:)` lost by rounding.
  @inline(__always)
  private static func restOfPowerOfTwo(sixteenths j: UInt64) -> Double {
    switch j {
    case 0: 0
    case 1: 0x1.8a62e4adc610bp-54
    case 2: -0x1.19041b9d78a76p-55
    case 3: 0x1.9b07eb6c70573p-54
    case 4: 0x1.6f46ad23182e4p-55
    case 5: 0x1.ada0911f09ebcp-55
    case 6: 0x1.d4397afec42e2p-56
    case 7: 0x1.6324c054647adp-54
    case 8: -0x1.bdd3413b26456p-54
    case 9: -0x1.41577ee04992fp-55
    case 10: 0x1.6e9f156864b27p-54
    case 11: 0x1.c7c46b071f2bep-56
    case 12: 0x1.7a1cd345dcc81p-54
    case 13: 0x1.11065895048ddp-55
    case 14: 0x1.2ed02d75b3707p-55
    default: -0x1.e9c23179c2893p-54
    }
  }

  /// ln 2 to 32 bits, so that its product with an exponent is exact.
  @inline(__always) static var ln2High: Double { 0x1.62e42fee00000p-1 }

  /// ln 2 - `ln2High`.
  @inline(__always) static var ln2Low: Double { 0x1.a39ef35793c76p-33 }
}
