public import Evaluation
public import Testing
internal import Breakeven

/// Checks that an evaluator keeps its promises, and records an issue for each that it breaks.
///
/// - The same seed gives the same bits, whatever was evaluated before.
/// - A company of which nothing is known is reported as missing the facts that `needs` names; with
///   these facts and no others there is a projection.
/// - Results have a value for every modelled year and draw, and investment is never negative.
/// - What isn't a number is counted as flagged in the trace.
/// - Every input is a node of the trace that something comes from, and rests on a fact, or on a
///   reason; its sources exist.
/// - The trace says the same numbers as the results.
///
/// ```swift
/// @Test func conforms() {
///   expectConformance(of: LicensingEvaluator(), models: ["Models"])
/// }
/// ```
///
/// - Parameters:
///   - evaluator: The evaluator.
///   - models: Models folders with companies that the evaluator can assess.
///   - companies: The companies to try; the first three that can be assessed if empty.
///   - draws: The number of draws, a power of two.
///   - sourceLocation: Where issues are shown.
public func expectConformance(
  of evaluator: some Evaluator, models: [String], companies: [String] = [], draws: Int = 256,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  do {
    let check = ConformanceCheck(
      evaluator: evaluator, models: models, companies: companies, draws: draws)
    for problem in try check.problems() {
      Issue.record(Comment(rawValue: problem), sourceLocation: sourceLocation)
    }
  } catch {
    Issue.record(error, sourceLocation: sourceLocation)
  }
}

/// The same for a path that is a model file.
///
/// - Parameters:
///   - path: The path's id.
///   - models: Models folders that hold the model, and companies that it can assess.
///   - companies: The companies to try; the first three that can be assessed if empty.
///   - draws: The number of draws, a power of two.
///   - sourceLocation: Where issues are shown.
public func expectConformance(
  ofModel path: String, models: [String], companies: [String] = [], draws: Int = 256,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  do {
    let evaluator = try Workspace(models: models).evaluator(path)
    expectConformance(
      of: evaluator, models: models, companies: companies, draws: draws,
      sourceLocation: sourceLocation)
  } catch {
    Issue.record(error, sourceLocation: sourceLocation)
  }
}
