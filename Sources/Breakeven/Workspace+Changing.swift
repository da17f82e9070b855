internal import Assessment
internal import Foundation
public import RunRecord
internal import Threads

// What changes when something is changed.
extension Workspace {
  /// What can be set or changed: the inputs of all models, or of one; for a company with what they
  /// are today, those that say most of its odds first.
  ///
  /// - Parameters:
  ///   - request: The company, and the run that its numbers come from.
  ///   - model: The path's id, or `company`; nil for all.
  /// - Returns: The inputs, each with the name to type.
  /// - Throws: `DiagnosticError` for a company or model that isn't there.
  public func inputs(_ request: EvaluationRequest, model: String?) throws -> [InputListing] {
    try InputLister(
      loaded: load(), request: request, model: model, ownEvaluators: ownEvaluators,
      crew: crew(request)
    ).list()
  }

  /// Holds companies, or all of the study's, against themselves with changes, on the same draws.
  ///
  /// - Throws: `DiagnosticError` for changes that can't be read or can't be.
  public func whatIf(_ request: WhatIfRequest) throws -> WhatIfRecord {
    try WhatIf(
      loaded: load(), request: request, ownEvaluators: ownEvaluators, crew: crew(request.base)
    ).answer()
  }

  /// Holds companies against themselves over a grid of values of one thing or two, on the same draws.
  ///
  /// - Throws: `DiagnosticError` for changes and axes that can't be read or can't be.
  public func whatIfTable(_ request: WhatIfTableRequest) throws -> WhatIfTable {
    try TableMaker(
      loaded: load(), request: request, ownEvaluators: ownEvaluators,
      crew: crew(request.whatIf.base)
    ).table()
  }

  /// Finds the least change of one input, and of two, by which companies reach a goal.
  ///
  /// - Throws: `DiagnosticError` for a goal or changes that can't be read or can't be.
  public func goal(_ request: GoalRequest) throws -> GoalRecord {
    try GoalFinder(
      loaded: load(), request: request, ownEvaluators: ownEvaluators,
      crew: crew(request.whatIf.base)
    ).answer()
  }

  /// The scenarios in order of their ids, with what they change and why.
  ///
  /// - Throws: `DiagnosticError` for scenarios whose changes can't be read.
  public func scenarios() throws -> [ScenarioListing] {
    try Scenarios(
      loaded: load(), ownEvaluators: ownEvaluators, crew: crew(EvaluationRequest())
    ).list()
  }

  /// Puts companies, or all of the study's, in the study as it is and under scenarios beside each
  /// other, on the same draws.
  ///
  /// - Throws: `DiagnosticError` for unknown names.
  public func compareScenarios(_ request: ScenarioRequest) throws -> ScenarioComparison {
    try Scenarios(
      loaded: load(), ownEvaluators: ownEvaluators, crew: crew(request.base)
    ).compare(request)
  }

  private func crew(_ request: EvaluationRequest) -> Crew {
    Crew(threads: request.threads ?? ProcessInfo.processInfo.activeProcessorCount)
  }
}
