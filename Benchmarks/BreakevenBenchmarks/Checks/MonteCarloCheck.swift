import Formulas
import Simulation

/// The oracle's Monte Carlo runs, in standard errors of the difference.
///
/// The engine's own error is the spread over 16 scrambles: no formula gives it for Sobol points.
struct MonteCarloCheck {
  let model: ReferenceModel
  let oracle: Oracle
  var draws = 1 << 15
  var scrambles: UInt64 = 16

  /// The output that takes whole values: its quantiles jump, so its probabilities are compared.
  private static let discrete = "breakeven_year"

  func agreements() throws -> [Agreement] {
    let runs = try (1...scrambles).map { seed in try estimates(seed: seed) }
    var pooled: [String: Oracle.Estimate] = [:]
    for name in runs[0].keys {
      pooled[name] = MonteCarloCheck.estimate(runs.compactMap { $0[name] })
    }
    return [
      ("plain draws", plain), ("plain draws, probabilities", oracle.pooled),
      ("scrambled Sobol", oracle.sobol),
    ].map { name, reference in
      Agreement("\(name), standard errors", allowed: 4, compare(pooled, with: reference))
    }
  }

  private func estimates(seed: UInt64) throws -> [String: Double] {
    let engine = try Engine(model, draws: draws, seed: seed)
    let figures = ReferenceSummary(try engine.summaries(company: 0)).figures
    return figures.filter { name, _ in
      !name.hasSuffix(MonteCarloCheck.discrete) || name.hasPrefix("mean")
    }
  }

  /// What several independent estimates say together.
  private static func estimate(_ values: [Double]) -> Oracle.Estimate {
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let variance = squares / Double(values.count - 1) / Double(values.count)
    return Oracle.Estimate(value: mean, standardError: variance.squareRoot())
  }

  /// The figures of both plain runs together, by name.
  ///
  /// Together, since the first is a lucky one: 3.5 standard errors high in one probability, and
  /// 3.3 from the second in a median. Their probabilities are left to those pooled from ten runs.
  private var plain: [String: Oracle.Estimate] {
    var runs: [String: [Oracle.Estimate]] = [:]
    for run in oracle.plain {
      for (name, output) in run.outputs {
        runs["mean \(name)", default: []].append(output.mean)
        runs["p5 \(name)", default: []].append(output.p5)
        runs["p50 \(name)", default: []].append(output.p50)
        runs["p95 \(name)", default: []].append(output.p95)
      }
    }
    return runs.mapValues { estimates in
      let count = Double(estimates.count)
      let squares = estimates.reduce(0) { $0 + $1.standardError * $1.standardError }
      return Oracle.Estimate(
        value: estimates.reduce(0) { $0 + $1.value } / count,
        standardError: squares.squareRoot() / count)
    }
  }

  /// The distances of what both know.
  private func compare(
    _ found: [String: Oracle.Estimate], with reference: [String: Oracle.Estimate]
  ) -> [(String, Double)] {
    found.keys.sorted().compactMap { name in
      guard let own = found[name], let other = reference[name] else { return nil }
      let error =
        (own.standardError * own.standardError + other.standardError * other.standardError)
        .squareRoot()
      return (name, ((own.value - other.value) / error).magnitude)
    }
  }
}
