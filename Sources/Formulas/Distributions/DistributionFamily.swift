/// The families that are written like functions.
package enum DistributionFamily: String, CaseIterable, Sendable {
  case normal, lognormal
  case studentT = "student_t"
  case uniform, triangular, pert, beta, bernoulli, discrete, truncate

  /// The names of the parameters, in order.
  package var parameters: [String] {
    switch self {
    case .normal: ["mean", "sd"]
    case .lognormal: ["p5", "p95"]
    case .studentT: ["degrees", "location", "scale"]
    case .uniform: ["low", "high"]
    case .triangular, .pert: ["low", "mode", "high"]
    case .beta: ["alpha", "beta"]
    case .bernoulli: ["p"]
    case .discrete: ["{value: weight, …}"]
    case .truncate: ["distribution", "low", "high"]
    }
  }

  /// The numbers of parameters that may be written: all, or of Student's t the degrees of freedom
  /// alone.
  var counts: [Int] { self == .studentT ? [1, parameters.count] : [parameters.count] }

  /// The notation: `normal(mean, sd)`.
  package var signature: String {
    counts.map { "\(rawValue)(\(parameters.prefix($0).joined(separator: ", ")))" }
      .joined(separator: " or ")
  }

  /// All names, for messages.
  static var listed: String { allCases.map { "\($0.rawValue)(…)" }.joined(separator: ", ") }

  /// The distribution with as many numbers as may be written; `discrete` and `truncate` are
  /// made of more than numbers and are read apart.
  func spec(_ numbers: [Double]) -> DistributionSpec {
    switch self {
    case .normal: .normal(mean: numbers[0], sd: numbers[1])
    case .lognormal: .lognormal(p5: numbers[0], p95: numbers[1])
    case .studentT:
      numbers.count == 1
        ? .studentT(degrees: numbers[0], location: 0, scale: 1)
        : .studentT(degrees: numbers[0], location: numbers[1], scale: numbers[2])
    case .uniform: .uniform(low: numbers[0], high: numbers[1])
    case .triangular: .triangular(low: numbers[0], mode: numbers[1], high: numbers[2])
    case .pert: .pert(low: numbers[0], mode: numbers[1], high: numbers[2])
    case .beta: .beta(alpha: numbers[0], beta: numbers[1])
    case .bernoulli: .bernoulli(probability: numbers[0])
    case .discrete, .truncate: .constant(numbers[0])
    }
  }
}
