/// How much each criterion of a ranking weighs.
package enum RankingWeights: Hashable, Sendable {
  /// All weights that respect an order of importance, most important first.
  case ordered([RankingCriterion])
  /// These alone; they add up to 1, and what isn't named doesn't count.
  case fixed([RankingCriterion: Double])
}
