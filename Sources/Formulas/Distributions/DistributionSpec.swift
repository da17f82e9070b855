/// An uncertain number as its author wrote it: a family and its parameters.
///
/// The unit is declared beside it. `Simulation` turns it into an inverse distribution function.
public indirect enum DistributionSpec: Hashable, Sendable {
  /// A plain number: no uncertainty.
  case constant(Double)
  /// `a to b`, 5th to 95th percentile: lognormal when both are positive, normal otherwise.
  case interval(low: Double, high: Double)
  /// `normal(mean, sd)`.
  case normal(mean: Double, sd: Double)
  /// `lognormal(p5, p95)`.
  case lognormal(p5: Double, p95: Double)
  /// `student_t(degrees, location, scale)`, or `student_t(degrees)` around 0 with the scale 1.
  case studentT(degrees: Double, location: Double, scale: Double)
  /// `uniform(low, high)`.
  case uniform(low: Double, high: Double)
  /// `triangular(low, mode, high)`.
  case triangular(low: Double, mode: Double, high: Double)
  /// `pert(low, mode, high)`: the scaled beta of Method 1.11.
  case pert(low: Double, mode: Double, high: Double)
  /// `beta(alpha, beta)` on 0...1.
  case beta(alpha: Double, beta: Double)
  /// `bernoulli(p)`: 1 with probability p, else 0.
  case bernoulli(probability: Double)
  /// `discrete({value: weight, …})`, values ascending; weights need not add up to 1.
  case discrete([WeightedValue])
  /// `truncate(distribution, low, high)`: conditioned on the interval.
  case truncated(DistributionSpec, low: Double, high: Double)

  /// One value of a discrete distribution with its weight.
  public struct WeightedValue: Hashable, Sendable {
    /// The value.
    public var value: Double
    /// Its weight, not negative.
    public var weight: Double

    /// Makes a value with its weight.
    public init(value: Double, weight: Double) {
      self.value = value
      self.weight = weight
    }
  }
}

extension DistributionSpec {
  /// True if it has finitely many values by its form.
  package var isDiscrete: Bool {
    switch self {
    case .constant, .bernoulli, .discrete: true
    case .truncated(let inner, _, _): inner.isDiscrete
    case .interval, .normal, .lognormal, .studentT, .uniform, .triangular, .pert, .beta: false
    }
  }
}
