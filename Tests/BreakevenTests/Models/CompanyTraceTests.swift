import Breakeven
import Diagnostics
import RunRecord
import Testing
import TinyStudy

/// The tree behind a company's outcome, and the model it comes from.
@Suite struct CompanyTraceTests {
  private func request(_ overrides: [(String, String)] = []) -> EvaluationRequest {
    EvaluationRequest(
      companies: ["cloud-pipe"],
      overrides: overrides.map { InputOverride(name: $0.0, text: $0.1) }, draws: 256, threads: 1)
  }

  private func trace(_ overrides: [(String, String)] = []) throws -> CompanyTrace {
    try TinyStudy.workspace.trace(company: "cloud-pipe", request(overrides))
  }

  /// What is traced is what was evaluated: the same draws, to the last bit.
  @Test func isTheRunThatItExplains() throws {
    let outcome = try TinyStudy.workspace.evaluate(request()).companies[0].outcome
    let trace = try trace()
    let broke = try #require(trace.nodes.first { $0.name == "broke_even" })
    #expect(broke.values[2030]?.value == outcome.states?.brokeEven.value)
    #expect(broke.children.contains("breaks_even"))
    let headroom = try #require(trace.nodes.first { $0.name == "headroom" })
    let share = try #require(headroom.values[2030]?.value)
    let points = try #require(outcome.headroom.estimate?.value)
    #expect(abs(100 * share - points) < 1e-9)
  }

  /// The state of today rests on the figures that it was estimated from; what is set on none.
  @Test func inputsRestOnFacts() throws {
    let trace = try trace()
    func facts(_ name: String) -> [String]? {
      trace.inputs.first { $0.name == name }?.facts.map {
        "\($0.metric) \($0.period) \($0.source)"
      }
    }
    // Of two figures for FY2024 the filing's counts.
    #expect(facts("trend") == ["revenue FY2024 pipe-ar-2024", "revenue FY2025 pipe-ar-2025"])
    #expect(
      facts("k_low") == ["operating_income FY2025 pipe-ar-2025", "revenue FY2025 pipe-ar-2025"])
    #expect(
      facts("balance") == ["cash_and_short_term_investments FY2024 pipe-ar-2024"])
    #expect(facts("knows_k") == [])
    // Nobody knows its debt: that is no fact of 0.
    let debt = try #require(trace.inputs.first { $0.name == "debt" })
    #expect(debt.facts.isEmpty && debt.because.contains(Reason(.noFigure)))
    let sources = Set(trace.sources.map(\.id))
    #expect(sources.isSuperset(of: ["pipe-ar-2024", "pipe-ar-2025", "company-panel"]))
    let set = try self.trace([("trend", "0.1")])
    let trend = try #require(set.inputs.first { $0.name == "trend" })
    #expect(trend.kind == .override && trend.facts.isEmpty)
    #expect(trend.values.constant?.value == 0.1)
  }

  /// Of a company whose cash flow nobody knows the gap is assumed, until somebody sets it.
  @Test func whatIsSetIsKnown() throws {
    func gap(_ overrides: [InputOverride]) throws -> Double? {
      try TinyStudy.workspace.trace(
        company: "hospital-mind", EvaluationRequest(overrides: overrides, draws: 256, threads: 1)
      ).nodes.first { $0.name == "gap_today" }?.values.constant?.value
    }
    #expect(try gap([]) == 0.06)
    #expect(try gap([InputOverride(name: "gap_known", text: "0.2")]) == 0.2)
  }

  /// Inputs are told by the names that set them: `growth` is one of a path as well.
  @Test func namesTheOptions() throws {
    let trace = try trace()
    let growth = try #require(trace.drivers.first { $0.variable == "growth_ahead" })
    #expect(growth.handles.map(\.option) == ["trend", "company.growth"])
    #expect(trace.state.map(\.input).contains("balance"))
  }

  @Test func aNameOfTwoModelsMustSayWhich() throws {
    let error = try #require(
      #expect(throws: DiagnosticError.self) {
        try TinyStudy.workspace.evaluate(request([("growth", "0")]))
      })
    #expect(
      error.description == """
        error: "growth" is an input of the company model and of medical-ai
          help: say which: company.growth or medical-ai.growth; or growth_ahead, Yearly revenue growth
        """)
    let both = try TinyStudy.workspace.evaluate(request([("company.growth", "0")]))
    #expect(both.companies[0].paths.flatMap(\.inputs).allSatisfy { $0.kind != .override })
    // A model that runs alone has no company beside it.
    let alone = try TinyStudy.workspace.runModel(
      ModelRunRequest(
        model: "medical-ai", company: "cloud-pipe",
        overrides: [InputOverride(name: "growth", text: "0")], draws: 256))
    let served = try #require(alone.variables["served"])
    #expect(served.years["2030"]?.p50 == served.years["2026"]?.p50)
  }

  /// The company model reads like a path's.
  @Test func isShownLikeAPath() throws {
    let workspace = TinyStudy.workspace
    let model = try workspace.showModel("company", asProgram: true)
    #expect(try workspace.models().first?.path == "company")
    let trace = try trace()
    // Every input of a run stands in it, and the nowcast's numbers besides.
    let names = model.inputs.map(\.name)
    #expect(Set(names).isSuperset(of: trace.inputs.map(\.name)))
    #expect(names.contains("run_rate_error") && Set(names).count == names.count)
    let level = try #require(model.inputs.first { $0.name == "level" })
    #expect(level.scope == "nowcast" && level.from == "level")
    let noise = try #require(model.inputs.first { $0.name == "growth_noise" })
    #expect(noise.distribution == "normal(0.099, 0.003)" && noise.sources == ["company-panel"])
    let result = try #require(model.path.formulas.first { $0.name == "result" })
    #expect(result.formula == "course_result + path_effect" && result.unit == "USD/year")
    #expect(model.dependencies["course_result"] == ["revenue", "cost"])
    #expect(model.outputs.contains("broke_even") && model.program?.isEmpty == false)
  }
}
