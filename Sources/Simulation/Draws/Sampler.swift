/// The method by which the uniform numbers of a run are made.
package enum Sampler: String, Hashable, Sendable, CaseIterable {
  /// Scrambled Sobol points: far smaller errors for the same number of draws.
  case sobol
  /// Independent pseudo-random numbers, for comparison.
  case random
}
