import Simulation

/// How far estimates are from the truth, by sampler and number of draws, over many seeds.
struct SamplerErrors {
  /// What is estimated.
  enum Quantity: String, CaseIterable {
    case meanCumulative = "mean cumulative_2030"
    case meanRevenue = "mean revenue_2030"
    case lowContribution = "p5 contribution_2030"
    case medianCumulative = "p50 cumulative_2030"
    case highRevenue = "p95 revenue_2030"
    case highCumulative = "p95 cumulative_2030"
    case breakeven = "P(breakeven_year <= 2030)"
  }

  static let sizes = (9...16).map { 1 << $0 }

  let model: ReferenceModel
  let oracle: Oracle
  let seeds: UInt64

  /// The root mean square errors of each quantity, one for each of `sizes`.
  func rootMeanSquares(_ sampler: Sampler) throws -> [Quantity: [Double]] {
    var found: [Quantity: [Double]] = [:]
    for size in SamplerErrors.sizes {
      var squares: [Quantity: Double] = [:]
      for seed in 1...seeds {
        for (quantity, value) in try estimates(sampler, draws: size, seed: seed) {
          let error = value - (oracle.sobol[quantity.rawValue]?.value ?? .nan)
          squares[quantity, default: 0] += error * error / Double(seeds)
        }
      }
      for (quantity, square) in squares { found[quantity, default: []].append(square.squareRoot()) }
    }
    return found
  }

  private func estimates(
    _ sampler: Sampler, draws: Int, seed: UInt64
  ) throws -> [Quantity: Double] {
    let engine = try Engine(model, draws: draws, seed: seed, sampler: sampler)
    let summary = ReferenceSummary(try engine.summaries(company: 0))
    return Dictionary(
      uniqueKeysWithValues: Quantity.allCases.map { ($0, summary[$0.rawValue]) })
  }
}
