extension Elementary {
  /// The regularised incomplete beta function I_x(a, b): the distribution function at x of the
  /// beta distribution with parameters a and b, both positive.
  ///
  /// The relative error is below 3e-16 (a + b - ln I) or 1e-14; the time grows with √(a + b).
  package static func incompleteBeta(_ a: Double, _ b: Double, _ x: Double) -> Double {
    guard a > 0, b > 0, !x.isNaN else { return .nan }
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    let shape = BetaShape(a, b)
    return shape.cumulative(logX: log(x), logComplement: log1p(-x), x: x)
  }

  /// The x in [0, 1] with I_x(a, b) = u, to 1e-14 of x or 3e-15 over the smaller parameter.
  package static func betaQuantile(_ u: Double, _ a: Double, _ b: Double) -> Double {
    guard a > 0, b > 0, u >= 0, u <= 1 else { return .nan }
    if u == 0 { return 0 }
    if u == 1 { return 1 }
    return logistic(BetaShape(a, b).logitQuantile(u, complement: 1 - u))
  }
}

/// A beta distribution seen through y = ln(x/(1 - x)).
///
/// On that scale the density is log-concave whatever the parameters, both ends are alike, and
/// nothing piles up at 0 or 1.
struct BetaShape {
  let a: Double
  let b: Double
  let logBeta: Double

  init(_ a: Double, _ b: Double) {
    self.init(a, b, logBeta: Elementary.logBeta(a, b))
  }

  private init(_ a: Double, _ b: Double, logBeta: Double) {
    self.a = a
    self.b = b
    self.logBeta = logBeta
  }

  /// The distribution of 1 - x.
  var mirrored: BetaShape { BetaShape(b, a, logBeta: logBeta) }

  /// The density of y.
  func logitDensity(_ y: Double) -> Double {
    let (logX, logComplement) = BetaShape.logarithms(atLogit: y)
    return Elementary.exp(a * logX + b * logComplement - logBeta)
  }

  /// The y with probability u at or below it, `complement` being 1 - u, found from near `guess`.
  ///
  /// The last step is at most `tolerance`; what is left after it is about its square.
  ///
  /// The smaller tail is solved for, mirrored if need be, with Newton's method on ln F(y). F is
  /// log-concave, so every step from below stays below the root and a step from above lands
  /// below it: the iteration converges from anywhere. Far below, ln F is a line with slope a.
  func logitQuantile(
    _ u: Double, complement: Double, near guess: Double? = nil, tolerance: Double = 1e-15
  ) -> Double {
    guard u <= complement else {
      return -mirrored.logitQuantile(
        complement, complement: u, near: guess.map { -$0 }, tolerance: tolerance)
    }
    let target = Elementary.log(u)
    let lowerTail = (target + Elementary.log(a) + logBeta) / a
    var y = guess ?? min(lowerTail, Elementary.log(a / b))
    var lastStep = Double.infinity
    for _ in 0..<100 {
      let (logX, logComplement) = BetaShape.logarithms(atLogit: y)
      let x = Elementary.logistic(y)
      let logDensity = a * logX + b * logComplement - logBeta
      let (logCumulative, slope) = logCumulative(x: x, logDensity: logDensity)
      let step = (target - logCumulative) / slope
      y += step
      // Quadratic convergence ends where rounding stops the steps from shrinking.
      let isSettled = step.magnitude <= tolerance * max(1, y.magnitude)
      if isSettled || (step.magnitude < 1e-8 && step.magnitude >= lastStep) { break }
      lastStep = step.magnitude
    }
    return y
  }

  /// F at x, given ln x and ln(1 - x).
  func cumulative(logX: Double, logComplement: Double, x: Double) -> Double {
    let density = Elementary.exp(a * logX + b * logComplement - logBeta)
    return isBelowCentre(x)
      ? density * fraction(x) / a : 1 - density * mirrored.fraction(1 - x) / b
  }

  /// ln F at x and its derivative by y, given the logarithm of the density of y.
  private func logCumulative(x: Double, logDensity: Double) -> (Double, Double) {
    if isBelowCentre(x) {
      let factor = fraction(x) / a
      return (logDensity + Elementary.log(factor), 1 / factor)
    }
    let density = Elementary.exp(logDensity)
    let cumulative = 1 - density * mirrored.fraction(1 - x) / b
    return (Elementary.log(cumulative), density / cumulative)
  }

  private func isBelowCentre(_ x: Double) -> Bool { x * (a + b + 2) <= a + 1 }

  /// The continued fraction of a F(x)/(x^a (1-x)^b / B), by the modified Lentz method.
  ///
  /// NIST Digital Library of Mathematical Functions, 8.17.22.
  private func fraction(_ x: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    d = 1 / (d.magnitude < tiny ? tiny : d)
    var value = d
    for step in 1...20_000 {
      let m = Double(step)
      for coefficient in [
        m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
        -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
      ] {
        d = 1 + coefficient * d
        d = 1 / (d.magnitude < tiny ? tiny : d)
        c = 1 + coefficient / c
        if c.magnitude < tiny { c = tiny }
        value *= c * d
      }
      if (c * d - 1).magnitude < 2e-16 { break }
    }
    return value
  }

  /// ln x and ln(1 - x) where y = ln(x/(1 - x)), neither losing digits.
  private static func logarithms(atLogit y: Double) -> (Double, Double) {
    let logOfOnePlus = Elementary.log1p(Elementary.exp(-y.magnitude))
    return y < 0 ? (y - logOfOnePlus, -logOfOnePlus) : (-logOfOnePlus, -y - logOfOnePlus)
  }
}
