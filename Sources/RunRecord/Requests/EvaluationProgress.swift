/// The progress of an evaluation.
public struct EvaluationProgress: Hashable, Sendable {
  /// The work that is being done, for example `evaluating`.
  public var phase: String
  /// The steps done, 0...total.
  public var done: Int
  /// The number of steps.
  public var total: Int

  /// Makes a report of progress.
  public init(phase: String, done: Int, total: Int) {
    self.phase = phase
    self.done = done
    self.total = total
  }
}
