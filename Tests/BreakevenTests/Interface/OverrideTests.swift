import Breakeven
import Diagnostics
import RunRecord
import Testing

/// `--set NAME=DISTRIBUTION`, end to end.
@Suite struct OverrideTests {
  private func run(
    _ overrides: [(String, String)], company: String = "synyi", paths: [String] = ["medical-ai"]
  ) throws -> RunRecord {
    try StudyRuns.workspace.evaluate(
      EvaluationRequest(
        companies: [company], paths: paths,
        overrides: overrides.map { InputOverride(name: $0.0, text: $0.1) }, draws: 256,
        threads: 1))
  }

  private func input(_ name: String, _ record: RunRecord) throws -> InputRecord {
    try #require(record.companies[0].paths[0].inputs.first { $0.name == name })
  }

  @Test func anInputIsSet() throws {
    let plain = try run([])
    let set = try run([("churn", "0.5"), ("medical-ai.price", "1M to 2M"), ("hospitals", "10k")])
    let churn = try input("churn", set)
    #expect(churn.kind == .override && churn.distribution == "0.5")
    #expect(churn.because == [Reason(.setByOption)])
    #expect(churn.values.constant?.value == 0.5)
    let price = try input("price", set)
    #expect(price.kind == .override && price.distribution == "1000000 to 2000000")
    #expect(abs(try #require(price.values.constant?.p50) - 2e12.squareRoot()) < 2e4)
    #expect(try input("hospitals", set).values.constant?.value == 10000)
    #expect(
      set.run.overrides == ["churn": "0.5", "medical-ai.price": "1M to 2M", "hospitals": "10k"])
    #expect(set.run.id != plain.run.id)
    #expect(set.companies[0].paths[0].score != plain.companies[0].paths[0].score)
    // What was not set is as it was.
    #expect(try input("tokens", set) == input("tokens", plain))
  }

  /// What a company lacks can be supposed, by the name of the input.
  @Test func aMissingFactIsSupposed() throws {
    let lacking = try StudyRuns.now.get().companies.first { company in
      company.paths.contains { $0.missing == [.fact("hospitals_served")] }
    }
    let company = try #require(lacking).id
    let without = try run([], company: company)
    #expect(without.companies[0].paths[0].status == .missingFacts)
    let with = try run([("customers_now", "150")], company: company)
    #expect(with.companies[0].paths[0].status == .assessed)
    #expect(try input("customers_now", with).kind == .override)
  }

  /// What is set where nobody is assessed moves nothing, and is held against its domain all the same.
  @Test func whatMovesNothingIsNamed() throws {
    let set = try run([("fill", "0.5"), ("churn", "0.5"), ("error_high", "0.02")])
    #expect(
      set.warnings.filter { $0.kind == .setsNothing }.map(\.message) == [
        "fill is set on chat-advertising, on which none of the companies here is assessed: it changes nothing."
      ])
    // Meant for somebody else.
    let other = try run([("cloudwalk.medical-ai.churn", "0.5")])
    #expect(other.warnings.contains { $0.kind == .setsNothing })
    let error = try #require(throws: DiagnosticError.self) { try run([("fill", "1.5")]) }
    #expect(
      error.diagnostics.map(\.message) == ["\"fill\" is a share, 0 to 1, and 1.5 lies outside"])
  }

  @Test func aParameterOfTheCompanyIsSet() throws {
    let record = try run([("company.sale_share", "1")], company: "cloudwalk", paths: [])
    let outcome = record.companies[0].outcome
    #expect(outcome.inputs.first { $0.name == "sale_share" }?.kind == .override)
    #expect(outcome.states?.cashedOut.value == 0)
  }

  /// What the accounts tell is set by the same names, with or without the model's.
  @Test func theStateOfTodayIsSet() throws {
    // Of the course alone: what the paths' models say of its lines doesn't follow its trend.
    func odds(_ overrides: [(String, String)]) throws -> Double {
      let record = try run(overrides, company: "openai", paths: [])
      return try #require(record.companies[0].outcome.statesOutside?.brokeEven.value)
    }
    let plain = try odds([])
    let flat = try odds([("trend", "0")])
    #expect(flat < plain)
    #expect(try odds([("company.trend", "0")]) == flat)
    // Costs that are half of revenue at most: a loss-maker no more.
    #expect(try odds([("k_low", "-0.7"), ("k_high", "-0.7")]) > 0.8)
  }

  @Test(arguments: [
    (
      [("chrun", "0.5")], Diagnostic.Category.missing,
      """
      error: there is no input "chrun" to set
        help: did you mean "churn", Payers lost per year?
      """
    ),
    (
      [("churn", "0.5 too 0.7")], .invalid,
      """
      error: churn=0.5 too 0.7: expected the end of the distribution, found "too"
      """
    ),
    (
      [("medical_ai.churn", "1 to 2")], .missing,
      """
      error: there is no input "medical_ai.churn" to set
        help: did you mean "medical-ai.churn", Hospitals lost per year?
      """
    ),
  ])
  func mistakes(
    overrides: [(String, String)], category: Diagnostic.Category, message: String
  ) throws {
    let error = try #require(#expect(throws: DiagnosticError.self) { try run(overrides) })
    #expect(error.category == category)
    #expect(error.description == message)
  }

  /// Nothing is set to what can't be.
  ///
  /// No noise, no error and no delay is below 0, no correlation or share beyond 1; a growth of e^50 a
  /// year isn't one. The day of the study is 2026-09-30, so that its year is 2026.
  @Test(arguments: [
    ("error_high", "-1", "\"error_high\" is 0 or more, and -1 lies outside"),
    ("season_half", "-1", "\"season_half\" is 0 or more"),
    ("run_rate_error", "-0.5", "\"run_rate_error\" is 0 or more"),
    ("stale_after", "-5", "\"stale_after\" is 0 or more"),
    ("trend_damping", "-3", "\"trend_damping\" is 0 or more"),
    ("growth_long_run", "50", "\"growth_long_run\" is a change as a logarithm, -5 to 5"),
    ("trend_level_correlation", "3", "\"trend_level_correlation\" is a correlation, -1 to 1"),
    ("company.head", "3", "\"head\" is a share, 0 to 1"),
    ("company.consolidated", "5", "\"consolidated\" is a share, 0 to 1"),
    ("as_of_year", "2020", "as_of_year can't be set, since the calendar gives it: 2026"),
    ("elapsed", "0.2", "elapsed can't be set, since the calendar gives it"),
  ])
  func whatCanNotBeIsRefused(_ name: String, _ text: String, _ message: String) throws {
    let error = try #require(
      #expect(throws: DiagnosticError.self) {
        try run([(name, text)], company: "openai", paths: [])
      })
    #expect(error.description.contains(message), "\(error)")
  }

  /// What is changed is held to its domain as what is set is: a balance less a trillion is below 0.
  @Test(arguments: [
    ("balance", InputOverride.Operation.add, "-1000bn", "\"balance\" is 0 or more, and "),
    ("trend_level_correlation", .add, "3", "\"trend_level_correlation\" is a correlation"),
    ("error_high", .multiply, "-1", "\"error_high\" is 0 or more, and 0.003 * -1 lies outside"),
  ])
  func whatChangesLeadToIsHeldToo(
    _ name: String, _ operation: InputOverride.Operation, _ text: String, _ message: String
  ) throws {
    let error = try #require(
      #expect(throws: DiagnosticError.self) {
        try StudyRuns.workspace.evaluate(
          EvaluationRequest(
            companies: ["openai"],
            overrides: [InputOverride(name: name, operation: operation, text: text)], draws: 64))
      })
    #expect(error.description.contains(message), "\(error)")
  }

  /// What the calendar says can be said again.
  @Test func theCalendarsOwnYearPasses() throws {
    let plain = try run([], company: "openai", paths: []).companies[0].outcome
    let same = try run([("as_of_year", "2026")], company: "openai", paths: [])
    #expect(same.companies[0].outcome.states == plain.states)
  }

  @Test func severalMistakesAtOnce() throws {
    let error = try #require(
      #expect(throws: DiagnosticError.self) { try run([("chrun", "0.5"), ("churn", "5 to 1")]) })
    #expect(error.diagnostics.count == 2)
  }
}
