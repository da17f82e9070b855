/// Changes to hold against the study as it is.
public struct WhatIfRequest: Hashable, Sendable {
  /// What is evaluated before any change.
  public var base: EvaluationRequest
  /// The changes as they were typed: `price_ad*=2`, `cloudwalk.cash+=2bn`, `horizon=2032`.
  public var changes: [String]
  /// True if values are taken that can't be, such as a share of 700 %.
  public var isForced: Bool
  /// True if the rank among all companies is told where only some are asked for, which takes the
  /// evaluation of all.
  public var ranks: Bool

  /// Makes a request.
  public init(
    base: EvaluationRequest, changes: [String], isForced: Bool = false, ranks: Bool = false
  ) {
    self.base = base
    self.changes = changes
    self.isForced = isForced
    self.ranks = ranks
  }
}

/// Values of one thing or two to hold against the study as it is.
public struct WhatIfTableRequest: Hashable, Sendable {
  /// The changes that hold in every cell.
  public var whatIf: WhatIfRequest
  /// One axis or two as they were typed: `price_ad=0.1..0.4:4`, `fill=0.4,0.6,0.8`.
  public var axes: [String]

  /// Makes a request.
  public init(_ whatIf: WhatIfRequest, axes: [String]) {
    self.whatIf = whatIf
    self.axes = axes
  }
}

/// A goal that companies shall reach.
public struct GoalRequest: Hashable, Sendable {
  /// The changes that hold in any case.
  public var whatIf: WhatIfRequest
  /// The goal as it was typed: `odds>=50%`, `out<=20%`, `runway>=24m`, `result>=0`.
  public var goal: String

  /// Makes a request.
  public init(_ whatIf: WhatIfRequest, goal: String) {
    self.whatIf = whatIf
    self.goal = goal
  }
}

/// Scenarios to put beside each other.
public struct ScenarioRequest: Hashable, Sendable {
  /// What is evaluated without a scenario.
  public var base: EvaluationRequest
  /// The ids of the scenarios.
  public var scenarios: [String]

  /// Makes a request.
  public init(base: EvaluationRequest, scenarios: [String]) {
    self.base = base
    self.scenarios = scenarios
  }
}
