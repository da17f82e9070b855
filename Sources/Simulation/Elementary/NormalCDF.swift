extension Elementary {
  /// The standard normal distribution function, with a relative error below 1e-15 in both tails'
  /// smaller side until it underflows near -38.
  package static func normalCDF(_ x: Double) -> Double {
    let tail = normalUpperTail(x.magnitude)
    return x < 0 ? tail : 1 - tail
  }

  /// 1/√(2π) e^(-x²/2).
  static func normalDensity(_ x: Double) -> Double {
    0x1.9884533d43651p-2 * expOfMinusHalfSquare(x)
  }

  /// The probability above x ≥ 0: e^(-x²/2) t S(2t - 1) with t = 3.5/(3.5 + x).
  ///
  /// S is a Chebyshev series of degree 23 (error 5e-17), its coefficients from 64 nodes with
  /// mpmath at 50 digits; summed by Clenshaw's recurrence.
  private static func normalUpperTail(_ x: Double) -> Double {
    guard x < 40 else { return x.isNaN ? x : 0 }
    let t = 3.5 / (3.5 + x)
    let argument = 2 * t - 1
    var (next, afterNext) = (0.0, 0.0)
    for coefficient in upperTailSeries.dropFirst().reversed() {
      (next, afterNext) = (2 * argument * next - afterNext + coefficient, next)
    }
    let series = argument * next - afterNext + 0.5 * upperTailSeries[0]
    return expOfMinusHalfSquare(x) * (t * series)
  }

  /// e^(-x²/2), with x² split so that its rounding doesn't grow with x (Cody 1969).
  private static func expOfMinusHalfSquare(_ x: Double) -> Double {
    let coarse = (x * 16).rounded(.towardZero) / 16
    let rest = (x - coarse) * (x + coarse)
    return exp(-0.5 * coarse * coarse) * exp(-0.5 * rest)
  }

  private static let upperTailSeries = [
    0x1.0996b7027f74ep-1, 0x1.7b9f6c4ba8ff4p-3, 0x1.826f7bbc78cddp-5, 0x1.fbc3e922ca4afp-8,
    0x1.f370965d31f0ap-12, -0x1.b3505f00256f9p-14, -0x1.698b4af2966e0p-16, 0x1.9741c596f9fabp-20,
    0x1.8960c075cacd7p-21, -0x1.4d4fb08caec3dp-25, -0x1.cb713d0fd8adep-26, 0x1.1f6d00bf29758p-29,
    0x1.1abff3cc76b07p-30, -0x1.43a887c47d1e3p-33, -0x1.45416ee63ef0ep-35, 0x1.6333f86775b14p-37,
    0x1.ed197b86530a2p-41, -0x1.5a735523f301bp-41, 0x1.dda64e30608f1p-46, 0x1.128d177a7f9e6p-45,
    -0x1.a0a30108baa73p-48, -0x1.06de3b14edaa3p-50, 0x1.1bb31fdcee6cep-51, -0x1.efc1e1645d5f3p-56,
  ]
}
