package import Formulas

/// An uncertain number that is ready to be drawn from, by its inverse distribution function.
///
/// One uniform number gives one value, and the value never falls as the uniform number rises:
/// that keeps the even spread of Sobol points, and makes draws of two runs comparable.
package struct Distribution: Sendable {
  private let inverse: any InverseDistribution

  /// Makes a distribution from what its author wrote, or says what is wrong with it.
  ///
  /// Where the parameters leave one value only (`uniform(3, 3)`, `normal(5, 0)`), it is constant.
  package init(_ spec: DistributionSpec) throws(DistributionError) {
    inverse = try Distribution.inverse(of: spec)
  }

  /// Student's t around 0 with this many degrees of freedom.
  package static func studentT(degrees: Double) throws(DistributionError) -> Distribution {
    Distribution(
      inverse: try StudentTDistribution.with(degrees: degrees, location: 0, scale: 1))
  }

  /// The levels at which one value ends and the next begins, ascending, of finitely many values; nil
  /// where there are more.
  package var steps: [Double]? { inverse.steps }

  private init(inverse: any InverseDistribution) {
    self.inverse = inverse
  }

  /// The outermost levels that are drawn: the middles of the first and the last of 2^32 parts.
  private static let outermost = (low: 0x1p-33, high: 1 - 0x1p-33)

  /// Throws what making the distribution would throw, without the tables that drawing needs; and
  /// refuses one whose rarest draws are no numbers any more.
  package static func requireDrawable(_ spec: DistributionSpec) throws(DistributionError) {
    switch spec {
    case .beta(let alpha, let beta):
      try BetaDistribution.require(alpha: alpha, beta: beta)
    case .pert(let low, let mode, let high):
      try BetaDistribution.requirePert(low: low, mode: mode, high: high)
    case .studentT(let degrees, let location, let scale):
      try StudentTDistribution.require(degrees: degrees, location: location, scale: scale)
      let end = Elementary.studentTQuantile(outermost.high, degrees: degrees)
      try requireNumbers(location - scale * end, location + scale * end, isPositive: false)
    default:
      let distribution = try Distribution(spec)
      try requireNumbers(
        distribution.quantile(outermost.low), distribution.quantile(outermost.high),
        isPositive: distribution.isPositive)
    }
  }

  /// Refuses ends that are infinite, and such as are 0 where every value is above it.
  private static func requireNumbers(
    _ low: Double, _ high: Double, isPositive: Bool
  ) throws(DistributionError) {
    guard low.isFinite, high.isFinite else {
      throw DistributionError("its rarest draws are larger than a number can be")
    }
    guard !isPositive || low > 0 else {
      throw DistributionError("its rarest draws are too small to be told from 0")
    }
  }

  private static func inverse(
    of spec: DistributionSpec
  ) throws(DistributionError) -> any InverseDistribution {
    switch spec {
    case .constant(let value):
      return try ConstantDistribution(value)
    case .interval(let low, let high):
      return try low > 0
        ? LognormalDistribution.between(p5: low, p95: high)
        : NormalDistribution.between(p5: low, p95: high)
    case .normal(let mean, let sd):
      return try NormalDistribution.with(mean: mean, sd: sd)
    case .lognormal(let p5, let p95):
      return try LognormalDistribution.between(p5: p5, p95: p95)
    case .studentT(let degrees, let location, let scale):
      return try StudentTDistribution.with(degrees: degrees, location: location, scale: scale)
    case .uniform(let low, let high):
      return try UniformDistribution.between(low: low, high: high)
    case .triangular(let low, let mode, let high):
      return try TriangularDistribution.with(low: low, mode: mode, high: high)
    case .pert(let low, let mode, let high):
      return try BetaDistribution.pert(low: low, mode: mode, high: high)
    case .beta(let alpha, let beta):
      return try BetaDistribution(alpha: alpha, beta: beta, low: 0, high: 1)
    case .bernoulli(let probability):
      return try DiscreteDistribution.bernoulli(probability: probability)
    case .discrete(let values):
      return try DiscreteDistribution(values)
    case .truncated(let inner, let low, let high):
      try DistributionError.requireAscending(("the lower bound", low), ("the upper bound", high))
      return try inverse(of: inner).truncated(to: low...high)
    }
  }

  /// The value with the probability u at or below it, for u in (0, 1).
  package func quantile(_ u: Double) -> Double { inverse.quantile(u) }

  /// The quantile function as the kernels know it; nil where they don't.
  package var transform: QuantileTransform? { inverse.transform }

  /// The values of a column of uniform numbers, the same bits as one by one.
  package func quantiles(_ uniforms: [Double]) -> [Double] { quantiles(QuantileLevels(uniforms)) }

  /// The values of a column of levels, the same bits as one by one.
  package func quantiles(_ levels: QuantileLevels) -> [Double] { inverse.quantiles(levels) }

  /// The probability of values at or below x.
  package func cumulative(_ x: Double) -> Double { inverse.cumulative(x) }

  /// The closed interval that holds all values, its ends infinite where there is no bound.
  package var support: ClosedRange<Double> { inverse.support }

  /// True if every value is above 0; `uniform(0, 1)` isn't, since 0 belongs to it.
  package var isPositive: Bool { inverse.isPositive }
}
