/// Changes to hold against the study as it is.
public struct WhatIfRequest: Hashable, Sendable {
  /// What is evaluated before any change.
  public var base: EvaluationRequest
  /// The changes as they were typed: `price_ad*=2`, `cloudwalk.cash+=2bn`, `horizon=2032`.
  public var changes: [String]
  /// True if values are taken that can't be, such as a share of 700 %.
  public var isForced: Bool

  /// Makes a request.
  public init(base: EvaluationRequest, changes: [String], isForced: Bool = false) {
    self.base = base
    self.changes = changes
    self.isForced = isForced
  }
}
