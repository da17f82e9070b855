extension DistributionSpec {
  /// The mistake in the parameters, and what to write instead; nil when they are sound.
  ///
  /// Numbers are finite already: the notation has no others.
  var mistake: (message: String, help: String?)? {
    switch self {
    case .constant:
      nil
    case .interval(let low, let high):
      order(
        low, high, ["the 5th percentile", "the 95th percentile"],
        swapped: { .interval(low: $0, high: $1) })
    case .normal(_, let sd):
      sd > 0 ? nil : ("the standard deviation must be above 0", constantHelp)
    case .lognormal(let p5, let p95):
      p5 > 0
        ? order(
          p5, p95, ["the 5th percentile", "the 95th percentile"],
          swapped: { .lognormal(p5: $0, p95: $1) })
        : ("a lognormal is positive, so its 5th percentile must be above 0", nil)
    case .studentT(let degrees, let location, let scale):
      tailMistake(degrees, location, scale)
    case .uniform(let low, let high):
      order(low, high, ["the low end", "the high end"], swapped: { .uniform(low: $0, high: $1) })
    case .triangular(let low, let mode, let high), .pert(let low, let mode, let high):
      low < high && (low...high).contains(mode)
        ? nil : ("low, mode and high must ascend, and low be below high", nil)
    case .beta(let alpha, let beta):
      shapeMistake(alpha, beta)
    case .bernoulli(let probability):
      (0...1).contains(probability)
        ? nil : ("a probability must be from 0 to 1", "write 30% or 0.3 for thirty percent")
    case .discrete(let values):
      discreteMistake(values)
    case .truncated(let inner, let low, let high):
      truncationMistake(inner, low, high)
    }
  }

  private func order(
    _ low: Double, _ high: Double, _ names: [String],
    swapped: (_ low: Double, _ high: Double) -> DistributionSpec
  ) -> (message: String, help: String?)? {
    if low < high { return nil }
    if low == high { return ("\(names[0]) equals \(names[1])", constantHelp) }
    return ("\(names[0]) is above \(names[1])", "write \(swapped(high, low))")
  }

  private var constantHelp: String? {
    switch self {
    case .interval(let value, _), .normal(let value, _), .lognormal(let value, _),
      .uniform(let value, _):
      "for a number without uncertainty, write \(NumberNotation.print(value))"
    default: nil
    }
  }

  /// Fewer degrees than 1 leave no mean, and draws of them say nothing.
  private func tailMistake(
    _ degrees: Double, _ location: Double, _ scale: Double
  ) -> (message: String, help: String?)? {
    guard (1...1e6).contains(degrees) else {
      return (
        "the degrees of freedom must be from 1 to 1000000",
        degrees > 1e6
          ? "with so many it is the normal distribution: write "
            + "normal(\(NumberNotation.print(location)), \(NumberNotation.print(scale)))"
          : "2 to 5 have the fat tails of yearly growth, 30 are nearly normal"
      )
    }
    return scale > 0
      ? nil
      : (
        "the scale must be above 0",
        "for a number without uncertainty, write \(NumberNotation.print(location))"
      )
  }

  /// Outside these bounds a beta is two spikes or one, and its inverse can't be computed.
  private func shapeMistake(_ alpha: Double, _ beta: Double) -> (message: String, help: String?)? {
    guard alpha > 0, beta > 0 else { return ("alpha and beta must be above 0", nil) }
    return [alpha, beta].allSatisfy { (0.01...1e6).contains($0) }
      ? nil
      : (
        "alpha and beta must be from 0.01 to 1000000",
        "for a number that is nearly certain, write the number"
      )
  }

  private func discreteMistake(_ values: [WeightedValue]) -> (message: String, help: String?)? {
    if let value = values.first(where: { $0.weight < 0 }) {
      return ("the weight of \(NumberNotation.print(value.value)) is below 0", nil)
    }
    let sum = values.reduce(0) { $0 + $1.weight }
    return sum > 0 && sum.isFinite ? nil : ("the weights must add up to more than 0", nil)
  }

  private func truncationMistake(
    _ inner: DistributionSpec, _ low: Double, _ high: Double
  ) -> (message: String, help: String?)? {
    guard low < high else {
      return (
        "the low bound must be below the high bound",
        low > high ? "write \(DistributionSpec.truncated(inner, low: high, high: low))" : nil
      )
    }
    return inner.mayLie(between: low, and: high)
      ? nil
      : (
        "nothing of \(inner) lies between \(NumberNotation.print(low)) "
          + "and \(NumberNotation.print(high))", nil
      )
  }

  /// Returns true if the distribution gives the interval more than nothing.
  private func mayLie(between low: Double, and high: Double) -> Bool {
    func overlaps(_ from: Double, _ to: Double) -> Bool { max(from, low) < min(to, high) }
    return switch self {
    case .constant(let value): (low...high).contains(value)
    case .interval(let p5, _): p5 <= 0 || high > 0
    case .normal, .studentT: true
    case .lognormal: high > 0
    case .uniform(let from, let to), .triangular(let from, _, let to), .pert(let from, _, let to):
      overlaps(from, to)
    case .beta: overlaps(0, 1)
    case .bernoulli(let probability):
      probability < 1 && (low...high).contains(0) || probability > 0 && (low...high).contains(1)
    case .discrete(let values):
      values.contains { $0.weight > 0 && (low...high).contains($0.value) }
    case .truncated(let inner, let from, let to):
      max(from, low) <= min(to, high) && inner.mayLie(between: max(from, low), and: min(to, high))
    }
  }
}
