package import Formulas
package import Scoring
internal import Simulation

/// The value judgements by which flows become scores: the same for all companies of a run.
package struct ScoringRules: Sendable {
  /// The yearly rate at which later money counts less.
  package var discountRate: Double
  /// Years of the horizon year's surplus that count for the second number, "beyond".
  package var horizonMultiple: DistributionSpec
  /// The weights by which recovery and readiness make a score.
  package var weights: ScoreWeights
  /// The score of the business outside the paths.
  package var otherScore: Double
  /// The prior of readiness and the worth of evidence.
  package var readiness: ReadinessScale
  /// The completeness of evidence below which it is thin, and above which it is solid.
  package var evidence: (thinBelow: Double, solidAbove: Double)
  /// How many times what accounts say of a line its model may say, either way, before it doesn't
  /// count in the outcome.
  package var withheldLineFactor: Double

  /// Makes judgements.
  package init(
    discountRate: Double, horizonMultiple: DistributionSpec, weights: ScoreWeights,
    otherScore: Double, readiness: ReadinessScale,
    evidence: (thinBelow: Double, solidAbove: Double), withheldLineFactor: Double
  ) {
    self.discountRate = discountRate
    self.horizonMultiple = horizonMultiple
    self.weights = weights
    self.otherScore = otherScore
    self.readiness = readiness
    self.evidence = evidence
    self.withheldLineFactor = withheldLineFactor
  }

  package func discounting(years: Int) -> Discounting {
    Discounting(rate: discountRate, years: years)
  }

  /// Years of the last year's surplus that count beyond the horizon, one a draw.
  package func horizonMultiples(from draws: Draws) throws -> [Double] {
    let distribution = try Distribution(horizonMultiple)
    return draws.sharedColumn("beyond the horizon \(horizonMultiple)") {
      distribution.quantiles(draws.uniforms(block: "beyond the horizon", dimension: 0))
    }
  }
}
