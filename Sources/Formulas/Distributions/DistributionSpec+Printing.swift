extension DistributionSpec: CustomStringConvertible {
  /// The notation that reads back as the same distribution.
  public var description: String {
    switch self {
    case .constant(let value): Self.text(value)
    case .interval(let low, let high): "\(Self.text(low)) to \(Self.text(high))"
    case .normal(let mean, let sd): Self.call("normal", mean, sd)
    case .lognormal(let p5, let p95): Self.call("lognormal", p5, p95)
    case .studentT(let degrees, 0, 1): Self.call("student_t", degrees)
    case .studentT(let degrees, let location, let scale):
      Self.call("student_t", degrees, location, scale)
    case .uniform(let low, let high): Self.call("uniform", low, high)
    case .triangular(let low, let mode, let high): Self.call("triangular", low, mode, high)
    case .pert(let low, let mode, let high): Self.call("pert", low, mode, high)
    case .beta(let alpha, let beta): Self.call("beta", alpha, beta)
    case .bernoulli(let probability): Self.call("bernoulli", probability)
    case .discrete(let values): "discrete({\(Self.list(values))})"
    case .truncated(let inner, let low, let high):
      "truncate(\(inner), \(Self.text(low)), \(Self.text(high)))"
    }
  }

  private static func text(_ value: Double) -> String { NumberNotation.print(value) }

  private static func call(_ family: String, _ parameters: Double...) -> String {
    "\(family)(\(parameters.map { text($0) }.joined(separator: ", ")))"
  }

  private static func list(_ values: [WeightedValue]) -> String {
    values.map { "\(text($0.value)): \(text($0.weight))" }.joined(separator: ", ")
  }
}
