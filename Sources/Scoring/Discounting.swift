/// Discount factors for flows of whole calendar years, taken at mid-year (Method 1.3).
package struct Discounting: Sendable {
  /// d_t = (1 + r)^-(t - T0 + 0.5), one a year, starting with the as-of year.
  package let factors: [Double]

  /// Factors at a yearly rate.
  ///
  /// Made from one square root and divisions, which are exact to the last bit everywhere.
  ///
  /// - Precondition: `rate` is above -1.
  package init(rate: Double, years: Int) {
    precondition(rate > -1)
    var factor = 1 / (1 + rate).squareRoot()
    var factors: [Double] = []
    for _ in 0..<years {
      factors.append(factor)
      factor /= 1 + rate
    }
    self.factors = factors
  }
}
