internal import Assessment
internal import Diagnostics
public import Evaluation
internal import Foundation
public import RunRecord
package import Study
internal import Synchronization
internal import Threads

/// The front door: a folder of models and facts, ready to be evaluated.
///
/// Files are read when something is first asked for, all of them at once, and every mistake in
/// them is thrown together as `DiagnosticError`.
public final class Workspace: WorkspaceProtocol {
  let folders: [String]
  let ownEvaluators: [any Evaluator]
  private let crew = Crew(threads: ProcessInfo.processInfo.activeProcessorCount)
  private let loaded = Mutex<LoadedModels?>(nil)

  /// Opens models folders; of things with the same id, the one in the later folder holds.
  ///
  /// - Parameters:
  ///   - models: The folders, `Models` as a rule.
  ///   - evaluators: Evaluators written in Swift, beside the model files; a model file with the
  ///     same id as one of them gives way to it.
  public init(models: [String] = ["Models"], evaluators: [any Evaluator] = .builtIn) {
    folders = models
    ownEvaluators = evaluators
  }

  /// Evaluates companies on paths and gives the whole record of the run; stores nothing.
  public func evaluate(
    _ request: EvaluationRequest, progress: (@Sendable (EvaluationProgress) -> Void)? = nil
  ) throws -> RunRecord {
    let loaded = try load()
    let preparation = RunPreparation(
      loaded: loaded, request: request, ownEvaluators: ownEvaluators,
      crew: crew(threads: request.threads))
    let (run, overrides) = try preparation.run()
    var record = try RunBuilder(
      run: run, loaded: preparation.loaded, request: preparation.request, overrides: overrides
    ).build(companies: preparation.companies(), progress: progress)
    if request.testsTheses, !loaded.theses.isEmpty { record.theses = try theses(request) }
    return record.saying(loaded.texts)
  }

  /// Tests the theses of the folders, all of them or the one that is named, whichever companies and
  /// paths the request names; at most `4096` draws are made for them.
  ///
  /// - Throws: `DiagnosticError` where there is no such thesis, or for mistakes in what was asked.
  public func theses(
    _ request: EvaluationRequest = EvaluationRequest(), named id: String? = nil
  ) throws -> [ThesisRecord] {
    let loaded = try load()
    let chosen = loaded.theses.filter { id == nil || $0.id == id }
    if let id, chosen.isEmpty {
      let ids = loaded.theses.map(\.id)
      throw DiagnosticError(
        Diagnostic(
          "there is no thesis \"\(id)\"",
          help: Suggestion.help(for: id, among: ids)
            ?? (ids.isEmpty
              ? "theses are files in Models/theses/"
              : "the theses are \(ids.joined(separator: ", "))"),
          category: .missing))
    }
    return try ThesisTester(
      loaded: loaded, request: request, ownEvaluators: ownEvaluators,
      crew: crew(threads: request.threads)
    ).records(of: chosen)
  }

  /// A hash of everything that an evaluation depends on: models, facts, settings, request and
  /// program; nil where an evaluator written in Swift takes part.
  public func identity(of request: EvaluationRequest) throws -> String? {
    let preparation = RunPreparation(
      loaded: try load(), request: request, ownEvaluators: ownEvaluators)
    return try RunIdentity(preparation, folders: folders)?.sha256
  }

  /// The models, facts and settings that a run would be made from today, to hold against a stored
  /// one.
  public func runInputs() throws -> RunInputs {
    let loaded = try load()
    return RunInputs(
      models: try evaluators().map { $0.description.reference },
      factsSha256: loaded.factsSha256, settingsSha256: loaded.settingsSha256)
  }

  /// So many threads, or as many as the machine has.
  func crew(threads: Int?) -> Crew { threads.map(Crew.init) ?? crew }

  /// Everything that the folders hold, read once.
  package func load() throws -> LoadedModels {
    if let known = loaded.withLock({ $0 }) { return known }
    let fresh = try ModelsFolder(folders, crew: crew).load()
    loaded.withLock { $0 = fresh }
    return fresh
  }

  /// The evaluators in the order of their files' names, those written in Swift last.
  func evaluators() throws -> [any Evaluator] {
    try load().evaluators(with: ownEvaluators)
  }
}

extension [any Evaluator] {
  /// The evaluators written in Swift that come with Breakeven: none so far, since all paths
  /// are model files.
  public static var builtIn: [any Evaluator] { [] }
}
