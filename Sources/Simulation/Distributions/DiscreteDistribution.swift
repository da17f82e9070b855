import Formulas

/// Finitely many values, each with a probability: the first whose cumulative weight reaches u.
struct DiscreteDistribution: InverseDistribution {
  /// Values of positive weight, ascending.
  private let values: [Double]
  private let weights: [Double]
  /// The probabilities of values up to each, the last exactly 1.
  private let cumulated: [Double]

  init(_ weighted: [DistributionSpec.WeightedValue]) throws(DistributionError) {
    for item in weighted {
      try DistributionError.requireFinite(("a value", item.value), ("a weight", item.weight))
      guard item.weight >= 0 else {
        throw DistributionError("a weight must not be negative, but is \(item.weight)")
      }
    }
    let kept = weighted.filter { $0.weight > 0 }.sorted { $0.value < $1.value }
    guard !kept.isEmpty else { throw DistributionError("at least one weight must be above 0") }
    for (item, next) in zip(kept, kept.dropFirst()) where item.value == next.value {
      throw DistributionError("the value \(item.value) stands twice")
    }
    // Divided by the largest first, so that the sum can't overflow.
    let largest = kept.reduce(0) { max($0, $1.weight) }
    let weights = kept.map { $0.weight / largest }
    let total = weights.reduce(0, +)
    var sum = 0.0
    var cumulated = weights.map { weight in
      sum += weight
      return sum / total
    }
    cumulated[cumulated.count - 1] = 1
    self.values = kept.map(\.value)
    self.weights = weights
    self.cumulated = cumulated
  }

  /// 1 with the probability given, else 0.
  static func bernoulli(probability: Double) throws(DistributionError) -> DiscreteDistribution {
    guard probability >= 0, probability <= 1 else {
      throw DistributionError("a probability must be between 0 and 1, but is \(probability)")
    }
    return try DiscreteDistribution([
      .init(value: 0, weight: 1 - probability), .init(value: 1, weight: probability),
    ])
  }

  var support: ClosedRange<Double> { values[0]...values[values.count - 1] }

  var steps: [Double]? { Array(cumulated.dropLast()) }

  func quantile(_ u: Double) -> Double {
    var low = 0
    var high = cumulated.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulated[middle] < u { low = middle + 1 } else { high = middle }
    }
    return values[low]
  }

  func cumulative(_ x: Double) -> Double {
    values.lastIndex { $0 <= x }.map { cumulated[$0] } ?? 0
  }

  func truncated(to interval: ClosedRange<Double>) throws(DistributionError)
    -> any InverseDistribution
  {
    let kept = zip(values, weights).filter { interval.contains($0.0) }
    guard !kept.isEmpty else { throw TruncatedDistribution.tooUnlikely(interval) }
    return try DiscreteDistribution(kept.map { .init(value: $0.0, weight: $0.1) })
  }
}
