extension Elementary {
  /// ln Γ(x) for x > 0, NaN otherwise; error below 5e-15 or 1e-15 of the value.
  ///
  /// Stirling's series with eight terms from 8 up; below, x is moved there by Γ(x + 1) = x Γ(x).
  package static func logGamma(_ x: Double) -> Double {
    guard x > 0, x < .infinity else { return x == .infinity ? x : .nan }
    var shifted = x
    var product = 1.0
    while shifted < 8 {
      product *= shifted
      shifted += 1
    }
    let stirling = (shifted - 0.5) * log(shifted) - shifted + halfLogTwoPi
    return stirling + stirlingRest(shifted) - log(product)
  }

  /// ln B(a, b) = ln Γ(a) + ln Γ(b) - ln Γ(a + b), without the loss of digits in their difference
  /// where one or both are large (Didonato and Morris, ACM TOMS 18, 1992).
  static func logBeta(_ a: Double, _ b: Double) -> Double {
    let (small, large) = a < b ? (a, b) : (b, a)
    guard large >= 8 else { return logGamma(a) + logGamma(b) - logGamma(a + b) }
    let sum = small + large
    let restOfLarge = stirlingRest(large) - stirlingRest(sum)
    let largeShare = (large - 0.5) * log1p(-small / sum)
    guard small >= 8 else {
      return logGamma(small) + restOfLarge + small - small * log(sum) + largeShare
    }
    let smallShare = small * log(small / sum)
    return halfLogTwoPi - 0.5 * log(small) + (stirlingRest(small) + restOfLarge)
      + (smallShare + largeShare)
  }

  /// The part of ln Γ(x) that Stirling's formula leaves off, for x ≥ 8.
  private static func stirlingRest(_ x: Double) -> Double {
    let inverse = 1 / x
    let square = inverse * inverse
    var series = -3617.0 / 122_400
    series = series * square + 1.0 / 156
    series = series * square - 691.0 / 360_360
    series = series * square + 1.0 / 1188
    series = series * square - 1.0 / 1680
    series = series * square + 1.0 / 1260
    series = series * square - 1.0 / 360
    series = series * square + 1.0 / 12
    return series * inverse
  }

  private static var halfLogTwoPi: Double { 0x1.d67f1c864beb5p-1 }
}
