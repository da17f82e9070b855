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
    let threads = request.threads ?? ProcessInfo.processInfo.activeProcessorCount
    return try InputLister(
      loaded: load(), request: request, model: model, ownEvaluators: ownEvaluators,
      crew: Crew(threads: threads)
    ).list()
  }

  /// Holds companies, or all of the study's, against themselves with changes, on the same draws.
  ///
  /// - Throws: `DiagnosticError` for changes that can't be read or can't be.
  public func whatIf(_ request: WhatIfRequest) throws -> WhatIfRecord {
    let threads = request.base.threads ?? ProcessInfo.processInfo.activeProcessorCount
    return try WhatIf(
      loaded: load(), request: request, ownEvaluators: ownEvaluators, crew: Crew(threads: threads)
    ).answer()
  }
}
