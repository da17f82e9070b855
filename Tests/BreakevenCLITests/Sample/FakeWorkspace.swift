import Breakeven
import Diagnostics
import RunRecord

/// A workspace that answers from values made up by hand.
struct FakeWorkspace: WorkspaceProtocol {
  var run = SampleRun.run
  /// Thrown by every question, if set.
  var failure: (any Error)?
  /// What a run would be made from today; what the run was made from, if nil.
  var inputs: RunInputs?
  /// What `model check` finds.
  var problems: [Diagnostic] = []
  /// Sees every request to evaluate.
  var onEvaluate: @Sendable (EvaluationRequest) -> Void = { _ in }

  /// Sees every request to run a model alone.
  var onRunModel: @Sendable (ModelRunRequest) -> Void = { _ in }

  private func answer<Value>(_ value: Value) throws -> Value {
    if let failure { throw failure }
    return value
  }

  func evaluate(
    _ request: EvaluationRequest, progress: (@Sendable (EvaluationProgress) -> Void)?
  ) throws -> RunRecord {
    onEvaluate(request)
    progress?(EvaluationProgress(phase: "evaluating", done: 1, total: 2))
    return try answer(run)
  }

  func companies() throws -> [CompanySummary] {
    try answer(
      run.companies.map { company in
        func paths(_ status: AssessmentRecord.Status) -> [String] {
          company.paths.filter { $0.status == status }.map(\.path)
        }
        return CompanySummary(
          id: company.id, name: company.name, names: company.names, kind: company.kind,
          region: company.region, listing: company.id == "cloudwalk" ? "SSE STAR 688327" : nil,
          facts: 41, estimates: 3, assessed: paths(.assessed), notPursued: paths(.notApplicable),
          missing: Dictionary(
            uniqueKeysWithValues: company.paths.filter { $0.status == .missingFacts }
              .map { ($0.path, $0.missing) }))
      })
  }

  func paths() throws -> [PathRecord] { try answer(run.paths) }

  func sources() throws -> [SourceSummary] {
    try answer(run.sources.map { SourceSummary(source: $0, facts: 7) })
  }

  func facts(_ query: FactQuery) throws -> [FactListing] {
    try answer(
      [SampleRun.cash2024, SampleRun.hospitals, SampleRun.revenue2024]
        .filter { query.metric == nil || query.metric == $0.metric }
        .map { FactListing(company: query.company ?? "cloudwalk", fact: $0) })
  }

  func factAnswer(company: String, metric: String, asOf: String?) throws -> FactAnswerListing {
    var older = SampleRun.revenue2024
    older.period = "FY2023"
    older.value = 628_000_000
    older.verdict = "superseded"
    older.because = "an earlier year"
    var later = SampleRun.revenue2024
    later.period = "FY2025"
    later.value = 512_000_000
    later.verdict = "not_yet_known"
    later.because = "known since 2026-04-28"
    return try answer(
      FactAnswerListing(
        company: company, metric: metric, asOf: asOf ?? "2025-06-30",
        answer: SampleRun.revenue2024, because: "the latest full year known on the day",
        candidates: [SampleRun.revenue2024, older, later]))
  }

  func factConflicts() throws -> [FactConflict] {
    var other = SampleRun.revenue2024
    other.value = 4.0e8
    other.source = "seed-article"
    return try answer([
      FactConflict(
        company: "cloudwalk", metric: "revenue", period: "FY2024",
        facts: [SampleRun.revenue2024, other],
        because: "0.6 % apart; the filing counts, because its confidence is higher")
    ])
  }

  func factTodo() throws -> [FactTodo] {
    try answer([
      FactTodo(
        company: "yitu", path: "chat-advertising", metric: "chat_mau", kind: .missing,
        because: "without it the path is not assessed", current: nil),
      FactTodo(
        company: "cloudwalk", path: "medical-ai", metric: "hospitals_served",
        kind: .replaceEstimate, because: "explains 22 % of recovery's spread",
        current: SampleRun.hospitals),
    ])
  }

  func ratings(company: String, asOf: String?) throws -> [RatingListing] {
    func rating(
      _ criterion: String, _ title: LocalizedText?, _ low: Double, _ high: Double, grade: String,
      age: Double, weight: Double, origin: String, source: String,
      _ verdict: RatingListing.Verdict
    ) -> RatingListing {
      RatingListing(
        company: company, path: "medical-ai", criterion: criterion, title: title, low: low,
        high: high, grade: grade, date: "2025-11", age: age, halfLife: 3, origin: origin,
        source: source, knownSince: "2025-11-30", note: "one indication", weight: weight,
        verdict: verdict)
    }
    return try answer([
      rating(
        "registration", "Registration", 3, 3, grade: "A", age: 0.58, weight: 6.995,
        origin: "register", source: "nmpa-register", .counts),
      rating(
        "registration", "Registration", 2, 3, grade: "C", age: 1.08, weight: 0, origin: "register",
        source: "seed-article", .sameOrigin),
      rating(
        "hospitals", "Hospitals", 2, 2, grade: "B", age: -0.1, weight: 0, origin: "prospectus-2026",
        source: "cloudwalk-ar-2024", .notYetKnown),
      rating(
        "glory", nil, 4, 4, grade: "D", age: 2, weight: 0, origin: "an-interview",
        source: "seed-article", .unused),
    ])
  }

  func runInputs() throws -> RunInputs {
    try answer(
      inputs
        ?? RunInputs(
          models: run.run.models, factsSha256: run.run.factsSha256,
          settingsSha256: run.run.settingsSha256))
  }

  func models() throws -> [ModelSummary] {
    try answer(
      run.paths.map {
        ModelSummary(
          path: $0.id, title: $0.title, version: $0.version, file: "Models/paths/\($0.id).yaml",
          inputs: 12, variables: 20, criteria: $0.criteria.count)
      })
  }

  func checkModels(files: [String], wantsSources: Bool) throws -> [Diagnostic] {
    try answer(problems)
  }

  func showModel(_ pathOrFile: String, asProgram: Bool) throws -> ModelDescription {
    try answer(
      ModelDescription(
        path: SampleRun.medicalPath, file: "Models/paths/medical-ai.yaml",
        inputs: SampleRun.medical.inputs.map {
          InputDescription(
            name: $0.name, title: $0.title, unit: $0.unit, scope: $0.scope,
            from: $0.scope == "company" ? "served" : nil,
            distribution: $0.scope == "company" ? nil : $0.distribution, because: $0.because,
            sources: $0.sources)
        },
        outputs: ["revenue"], program: asProgram ? "r0 = load hospitals\nr1 = mul r0, r0" : nil,
        markdown: "# Medical AI\n",
        dependencies: Dictionary(
          uniqueKeysWithValues: SampleRun.medicalPath.formulas.map { formula in
            (formula.name, SampleRun.medical.inputs.map(\.name).filter(formula.formula.contains))
          })))
  }

  func runModel(_ request: ModelRunRequest) throws -> ModelRunResult {
    onRunModel(request)
    func summary(_ mean: Double) -> VariableSummary {
      VariableSummary(
        mean: mean, standardError: mean / 1000, sd: mean / 3, p5: mean / 2, p50: mean * 0.9,
        p95: mean * 1.7, flagged: mean > 1e7 ? 12 : 0)
    }
    return try answer(
      ModelRunResult(
        path: "medical-ai", draws: request.draws, seed: request.seed,
        variables: [
          "price_index": VariableResult(unit: "1", years: ["all": summary(0.93)]),
          "revenue": VariableResult(
            unit: "CNY/year", years: ["2026": summary(9.4e6), "2030": summary(8.1e7)]),
          "win": VariableResult(unit: "1", years: [:], withoutNumber: ["2026", "2030"]),
        ]))
  }

  func newModel(id: String, from: String?, folder: String) throws -> String {
    try answer("\(folder)/paths/\(id).yaml")
  }
}
