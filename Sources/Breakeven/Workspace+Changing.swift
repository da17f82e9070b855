internal import Assessment
internal import Evaluation
internal import Hashing
public import RunRecord
internal import Study
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
      crew: crew(threads: request.threads)
    ).list()
  }

  /// Holds companies, or all of the study's, against themselves with changes, on the same draws.
  ///
  /// - Throws: `DiagnosticError` for changes that can't be read or can't be.
  public func whatIf(_ request: WhatIfRequest) throws -> WhatIfRecord {
    try WhatIf(
      loaded: load(), request: request, ownEvaluators: ownEvaluators,
      crew: crew(threads: request.base.threads)
    ).answer()
  }

  /// Holds companies against themselves over a grid of values of one thing or two, on the same draws.
  ///
  /// - Throws: `DiagnosticError` for changes and axes that can't be read or can't be.
  public func whatIfTable(_ request: WhatIfTableRequest) throws -> WhatIfTable {
    try TableMaker(
      loaded: load(), request: request, ownEvaluators: ownEvaluators,
      crew: crew(threads: request.whatIf.base.threads)
    ).table()
  }

  /// Finds the least change of one input, and of two, by which companies reach a goal.
  ///
  /// - Throws: `DiagnosticError` for a goal or changes that can't be read or can't be.
  public func goal(_ request: GoalRequest) throws -> GoalRecord {
    try GoalFinder(
      loaded: load(), request: request, ownEvaluators: ownEvaluators,
      crew: crew(threads: request.whatIf.base.threads)
    ).answer()
  }

  /// The scenarios in order of their ids, with what they change and why.
  ///
  /// - Throws: `DiagnosticError` for scenarios whose changes can't be read.
  public func scenarios() throws -> [ScenarioListing] {
    try Scenarios(
      loaded: load(), ownEvaluators: ownEvaluators, crew: crew(threads: nil)
    ).list()
  }

  /// Puts companies, or all of the study's, in the study as it is and under scenarios beside each
  /// other, on the same draws.
  ///
  /// - Throws: `DiagnosticError` for unknown names.
  public func compareScenarios(_ request: ScenarioRequest) throws -> ScenarioComparison {
    try Scenarios(
      loaded: load(), ownEvaluators: ownEvaluators, crew: crew(threads: request.base.threads)
    ).compare(request)
  }

  /// Holds two studies against each other on common draws, and splits what moved among what
  /// differs.
  ///
  /// - Throws: `DiagnosticError` for mistakes in the files of either side, and where the two can't be
  ///   held against each other.
  public func changes(_ request: ChangesRequest) throws -> ChangesRecord {
    let crew = crew(threads: request.threads)
    let base = try load(request.base.folders, crew)
    let new =
      request.new.folders == request.base.folders ? base : try load(request.new.folders, crew)
    return try ChangesBuilder(
      ChangesBuilder.Side(request.base, base), ChangesBuilder.Side(request.new, new),
      companies: request.companies, ownEvaluators: ownEvaluators, crew: crew
    ).answer()
  }

  private func load(_ folders: [String], _ crew: Crew) throws -> LoadedModels {
    folders == self.folders ? try load() : try ModelsFolder(folders, crew: crew).load()
  }

  /// The files that a run is made from, with their texts and hashes.
  public func modelTexts() throws -> [ModelText] {
    try load().files.map {
      ModelText(folder: $0.folder, path: $0.path, sha256: SHA256.hex($0.text.utf8), text: $0.text)
    }
  }

  /// The rules of a team in a file, which may name the companies of the study.
  ///
  /// - Throws: `DiagnosticError` with all mistakes of the file.
  public func reviewRules(file: String) throws -> ReviewRules {
    try ReviewRulesReader(load()).read(file)
  }
}
