internal import Assessment
public import Diagnostics
internal import Evaluation
internal import Foundation
internal import Reporting
public import RunRecord
internal import Study

// Models: what there is, what is wrong with it, how it reads and what it computes.
extension Workspace {
  /// The company model, then the models of paths in the order of their files' names.
  public func models() throws -> [ModelSummary] {
    [try load().companyModelSummary] + (try evaluators().map { ModelSummary($0) })
  }

  /// Every problem of the files given, or of all folders if none is, warnings included.
  ///
  /// A file in one of the models folders is checked with all that it refers to; any other file is
  /// read as a model. With `wantsSources`, assumptions that rest on a reason alone are named too; with
  /// `wantsTexts`, texts that the folders' `texts/*.yaml` leave out, and what they translate though no
  /// file says it.
  public func checkModels(
    files: [String], wantsSources: Bool = false, wantsTexts: Bool = false
  ) throws -> [Diagnostic] {
    ModelsChecker(
      folders: folders, load: load,
      further: {
        ScenarioInputCheck(loaded: $0, ownEvaluators: self.ownEvaluators).problems()
          + ScenarioValueCheck(loaded: $0, ownEvaluators: self.ownEvaluators).problems()
      }
    ).problems(of: files, wantsSources: wantsSources, wantsTexts: wantsTexts)
  }

  /// A model as it reads: its inputs, its formulas in the order of computation, its criteria.
  public func showModel(_ pathOrFile: String, asProgram: Bool) throws -> ModelDescription {
    var (model, sources) = try ModelDescriber(folders: folders, load: load)
      .describe(pathOrFile, asProgram: asProgram)
    model.markdown = ModelPage(model: model, sources: sources).markdown
    return model
  }

  /// Runs one model alone and summarises every variable.
  public func runModel(_ request: ModelRunRequest) throws -> ModelRunResult {
    let model = try ModelFinder(folders: folders).model(request.model, loaded: load)
    return try ModelRunner(model: model, request: request, load: load).run()
  }

  /// Writes a new model that checks clean, and gives the path of the file.
  public func newModel(id: String, from: String?, folder: String) throws -> String {
    try NewModel(id: id, folder: folder, original: from.map { try original($0) }).write()
  }

  private func original(_ path: String) throws -> NewModel.Original {
    let model = try ModelFinder(folders: folders).model(path, loaded: load)
    guard let data = FileManager.default.contents(atPath: model.file) else {
      throw DiagnosticError(Diagnostic("\(model.file) can't be read"))
    }
    return NewModel.Original(path: model.id, text: String(decoding: data, as: UTF8.self))
  }
}
