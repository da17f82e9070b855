/// The settings of a study that can be changed by name.
package enum StudySetting: String, Hashable, Sendable, CaseIterable {
  /// The day as of which facts are known.
  case asOf = "as_of"
  /// The last year.
  case horizon
  /// The rate by which later money counts less.
  case discountRate = "discount_rate"
  /// The scenario.
  case scenario
  /// How much each criterion of the ranking weighs.
  case weights
  /// The number of places in the head group of every contest.
  case heads

  /// The setting of a name: `k` is short for `heads`.
  package init?(name: String) {
    self.init(rawValue: name == "k" ? "heads" : name)
  }
}
