extension Elementary {
  /// The quantile of Student's t with ν degrees of freedom at u in (0, 1), to 1e-13 of it.
  ///
  /// Of t the share ν/(ν + t²) has a beta distribution with ν/2 and 1/2; on the logit scale y of
  /// that share t = √ν e^(-y/2), so neither the middle nor the tails lose digits.
  package static func studentTQuantile(_ u: Double, degrees: Double) -> Double {
    guard u > 0, u < 1, degrees > 0 else {
      return degrees > 0 && (u == 0 || u == 1) ? (u == 0 ? -.infinity : .infinity) : .nan
    }
    return u <= 0.5
      ? -StudentTShape(degrees).upperQuantile(u) : StudentTShape(degrees).upperQuantile(1 - u)
  }

  /// The distribution function of Student's t with ν degrees of freedom.
  package static func studentTCDF(_ t: Double, degrees: Double) -> Double {
    let square = t * t
    guard square.isFinite else { return t.isNaN ? .nan : (t < 0 ? 0 : 1) }
    let tail = 0.5 * incompleteBeta(0.5 * degrees, 0.5, degrees / (degrees + square))
    return t < 0 ? tail : 1 - tail
  }
}

/// Student's t with its constants.
struct StudentTShape {
  let degrees: Double
  private let share: BetaShape
  private let scale: Double

  init(_ degrees: Double) {
    self.degrees = degrees
    share = BetaShape(0.5 * degrees, 0.5)
    scale = degrees.squareRoot() * Elementary.exp(share.logBeta)
  }

  /// The t that is exceeded with a probability of at most a half.
  func upperQuantile(_ tail: Double) -> Double {
    tail < 0.5 ? upperQuantile(logit: upperLogit(tail)) : 0
  }

  /// The logit of ν/(ν + t²) at that t, for a probability below a half, found from near a guess; the
  /// last step is at most `tolerance`, and the error about its square.
  func upperLogit(
    _ tail: Double, near guess: Double? = nil, tolerance: Double = 1e-15
  ) -> Double {
    // Both are exact: doubling is, and 1 - 2u of u above a quarter.
    share.logitQuantile(
      2 * tail, complement: 1 - 2 * tail, near: guess, tolerance: tolerance)
  }

  /// The t at that logit.
  func upperQuantile(logit: Double) -> Double {
    degrees.squareRoot() * Elementary.exp(-0.5 * logit)
  }

  /// Γ((ν+1)/2) / (√(νπ) Γ(ν/2)) (1 + t²/ν)^(-(ν+1)/2); the first factor is 1/(√ν B(ν/2, 1/2)).
  func density(_ t: Double) -> Double {
    let power = -0.5 * (degrees + 1) * Elementary.log1p(t * t / degrees)
    return Elementary.exp(power) / scale
  }
}
