package import Diagnostics
package import Publishing
package import RunRecord

/// The requests that the command line, and other front ends, may make of a folder of models and
/// facts.
///
/// `Workspace` is the real one. Everything goes in and out as plain values, so that a front end
/// can be tested with a workspace that is made up by hand. Mistakes in files are thrown as
/// `DiagnosticError`, all of them at once.
package protocol WorkspaceProtocol: Sendable {
  /// Evaluates companies on paths and gives the whole record of the run; stores nothing.
  ///
  /// - Parameters:
  ///   - request: What to evaluate.
  ///   - progress: Called now and then from any thread while the evaluation goes on.
  /// - Returns: The record, the same for the same request whatever the threads.
  /// - Throws: `DiagnosticError` for mistakes in what was asked or read.
  func evaluate(
    _ request: EvaluationRequest, progress: (@Sendable (EvaluationProgress) -> Void)?
  ) throws -> RunRecord

  /// The tree behind a company's outcome, as a request evaluates it.
  ///
  /// - Throws: `DiagnosticError` where there is no such company, or it has no outcome.
  func trace(company: String, _ request: EvaluationRequest) throws -> CompanyTrace

  /// Tests the theses of the folders, all of them or the one that is named.
  ///
  /// - Throws: `DiagnosticError` where there is no such thesis, or for mistakes in what was asked.
  func theses(_ request: EvaluationRequest, named id: String?) throws -> [ThesisRecord]

  /// A hash of everything that an evaluation depends on: what was evaluated with the same hash
  /// before is the same to the byte. Nil where that can't be told.
  ///
  /// - Throws: `DiagnosticError` for mistakes in what was asked or read.
  func identity(of request: EvaluationRequest) throws -> String?

  /// What can be set or changed; for a company with what it is today.
  func inputs(_ request: EvaluationRequest, model: String?) throws -> [InputListing]

  /// Holds companies against themselves with changes, on the same draws.
  func whatIf(_ request: WhatIfRequest) throws -> WhatIfRecord

  /// Holds companies against themselves over a grid of values of one thing or two.
  func whatIfTable(_ request: WhatIfTableRequest) throws -> WhatIfTable

  /// Finds the least change of one input, and of two, by which companies reach a goal.
  func goal(_ request: GoalRequest) throws -> GoalRecord

  /// The scenarios in order of their ids, with what they change and why.
  func scenarios() throws -> [ScenarioListing]

  /// Puts companies in the study as it is and under scenarios beside each other.
  func compareScenarios(_ request: ScenarioRequest) throws -> ScenarioComparison

  /// Holds two studies against each other, and splits what moved among what differs.
  func changes(_ request: ChangesRequest) throws -> ChangesRecord

  /// The files that a run is made from, with their texts and hashes.
  func modelTexts() throws -> [ModelText]

  /// The rules of a team in a file.
  func reviewRules(file: String) throws -> ReviewRules

  /// Says what the next disclosures of companies will tell.
  func ahead(_ request: AheadRequest) throws -> AheadRecord

  /// Holds forecasts against what came since, or against figures that are given.
  func settle(_ request: SettleRequest) throws -> SettlementRecord

  /// Forecasts of a file.
  func tripwires(inFile path: String) throws -> Tripwires

  /// Forecasts as the text of a file.
  func tripwiresText(_ tripwires: Tripwires) -> String

  /// What sets two companies apart, for each pair of ids: the first less the second.
  func differences(
    _ request: EvaluationRequest, of pairs: [(first: String, second: String)]
  ) throws -> [CompanyDifference]

  /// The best few companies of a request to choose, and what knowing each input is worth for it.
  func decision(_ request: EvaluationRequest, picks: Int) throws -> DecisionRecord

  /// The study with what nobody can be sure of taken otherwise, one thing at a time.
  func robustness(_ request: EvaluationRequest) throws -> RobustnessRecord

  /// The companies, in alphabetical order of their ids.
  func companies() throws -> [CompanySummary]

  /// The revenue paths, in the order of their files' names.
  func paths() throws -> [PathRecord]

  /// The sources, in alphabetical order of their ids.
  func sources() throws -> [SourceSummary]

  /// The facts that a query asks for, by company, metric, then newest period first.
  func facts(_ query: FactQuery) throws -> [FactListing]

  /// The fact that answers for a company's metric, and the reasons against the others.
  func factAnswer(company: String, metric: String, asOf: CalendarDay?) throws -> FactAnswerListing

  /// The ratings of a company on the paths' readiness criteria, with what each is worth.
  func ratings(company: String, asOf: CalendarDay?) throws -> [RatingListing]

  /// The facts that disagree with each other.
  func factConflicts() throws -> [FactConflict]

  /// The facts that are missing, and the estimates to replace, most useful first.
  func factTodo() throws -> [FactTodo]

  /// The state of a company on a day, by what was reported by then; the study's day when nil.
  func nowcast(company: String, asOf: CalendarDay?) throws -> CompanyNowcast

  /// The basis and age of the states of a company, or of all of the study's.
  func freshness(company: String?, asOf: CalendarDay?) throws -> [FreshnessListing]

  /// Replays past days and holds what would have been forecast against what was reported since.
  func backtest(_ request: BacktestRequest) throws -> BacktestRecord

  /// The company model, then the models of paths in the order of their files' names.
  func models() throws -> [ModelSummary]

  /// Every problem of the model files given, or of all of them if none is, warnings included; with
  /// `wantsSources` also of assumptions that cite no source, with `wantsTexts` of texts that aren't
  /// translated and translations that aren't used.
  func checkModels(files: [String], wantsSources: Bool, wantsTexts: Bool) throws -> [Diagnostic]

  /// A model as it reads: its inputs, its formulas in the order of computation, its criteria.
  func showModel(_ pathOrFile: String, asProgram: Bool) throws -> ModelDescription

  /// Runs one model alone and summarises every variable.
  func runModel(_ request: ModelRunRequest) throws -> ModelRunResult

  /// The models, facts and settings that a run would be made from today, to hold against a stored
  /// one.
  func runInputs() throws -> RunInputs

  /// The languages that results can be in: English, those shipped with the program, and those of
  /// the folders' `languages/*.yaml`.
  func languages() throws -> [Language]

  /// Reads a layout: what stands on the pages of reports, and in which words.
  ///
  /// - Throws: `DiagnosticError` with all mistakes of the file.
  func layout(file path: String) throws -> Layout

  /// What the folders' files say in words, in other languages, by the text as it stands in them.
  func texts() throws -> [String: LocalizedText]

  /// Writes a new model that checks clean, and gives the path of the file.
  func newModel(id: String, from: String?, folder: String) throws -> String
}

extension WorkspaceProtocol {
  /// None: a front door that keeps no models has none.
  package func theses(_ request: EvaluationRequest, named id: String?) throws -> [ThesisRecord] {
    []
  }

  /// The usual one: a front door without folders has no files.
  package func layout(file path: String) throws -> Layout { .usual }

  /// None: a front door that keeps no models has no files.
  package func texts() throws -> [String: LocalizedText] { [:] }

  /// Nil: nothing is known to be the same as before.
  package func identity(of request: EvaluationRequest) throws -> String? { nil }

  /// An error: a front door that keeps no models has no formulas.
  package func trace(company: String, _ request: EvaluationRequest) throws -> CompanyTrace {
    throw DiagnosticError(
      Diagnostic("nothing is known of how \"\(company)\" comes out", category: .missing))
  }

  /// Nothing.
  package func inputs(_ request: EvaluationRequest, model: String?) throws -> [InputListing] { [] }

  /// An error: without models there is nothing to change.
  package func whatIf(_ request: WhatIfRequest) throws -> WhatIfRecord {
    throw DiagnosticError(Diagnostic("there is nothing to change", category: .missing))
  }

  /// An error: without models there is nothing to change.
  package func whatIfTable(_ request: WhatIfTableRequest) throws -> WhatIfTable {
    throw DiagnosticError(Diagnostic("there is nothing to change", category: .missing))
  }

  /// An error: without models there is nothing to change.
  package func goal(_ request: GoalRequest) throws -> GoalRecord {
    throw DiagnosticError(Diagnostic("there is nothing to change", category: .missing))
  }

  /// None.
  package func scenarios() throws -> [ScenarioListing] { [] }

  /// An error: without models there is nothing to change.
  package func compareScenarios(_ request: ScenarioRequest) throws -> ScenarioComparison {
    throw DiagnosticError(Diagnostic("there is nothing to change", category: .missing))
  }

  /// An error: without models there is nothing to hold against each other.
  package func changes(_ request: ChangesRequest) throws -> ChangesRecord {
    throw DiagnosticError(Diagnostic("there is nothing to compare", category: .missing))
  }

  /// None: a front door that keeps no models has no files.
  package func modelTexts() throws -> [ModelText] { [] }

  /// None.
  package func reviewRules(file: String) throws -> ReviewRules {
    ReviewRules(file: file, rules: [])
  }

  /// An error: without models nothing is foretold.
  package func ahead(_ request: AheadRequest) throws -> AheadRecord {
    throw DiagnosticError(Diagnostic("there is nothing to look ahead to", category: .missing))
  }

  /// An error: what isn't foretold isn't settled.
  package func settle(_ request: SettleRequest) throws -> SettlementRecord {
    throw DiagnosticError(Diagnostic("there is nothing to settle", category: .missing))
  }

  /// An error: a front door without folders has no files.
  package func tripwires(inFile path: String) throws -> Tripwires {
    throw DiagnosticError(Diagnostic("there is no file \(path)", category: .missing))
  }

  /// Nothing.
  package func tripwiresText(_ tripwires: Tripwires) -> String { "" }

  /// Nothing.
  package func differences(
    _ request: EvaluationRequest, of pairs: [(first: String, second: String)]
  ) throws -> [CompanyDifference] { [] }

  /// An error: without models there is nothing to choose.
  package func decision(_ request: EvaluationRequest, picks: Int) throws -> DecisionRecord {
    throw DiagnosticError(Diagnostic("there is nothing to choose", category: .missing))
  }

  /// An error: without models there are no headlines.
  package func robustness(_ request: EvaluationRequest) throws -> RobustnessRecord {
    throw DiagnosticError(Diagnostic("there is no headline to test", category: .missing))
  }

  /// An error: a front door that keeps no accounts knows no states.
  package func nowcast(company: String, asOf: CalendarDay?) throws -> CompanyNowcast {
    throw DiagnosticError(Diagnostic("nothing is known of \"\(company)\"", category: .missing))
  }

  /// Nothing.
  package func freshness(company: String?, asOf: CalendarDay?) throws -> [FreshnessListing] { [] }

  /// An error: without accounts there is nothing to replay.
  package func backtest(_ request: BacktestRequest) throws -> BacktestRecord {
    throw DiagnosticError(Diagnostic("there is nothing to replay", category: .missing))
  }
}
