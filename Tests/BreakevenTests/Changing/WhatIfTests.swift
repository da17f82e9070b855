import Breakeven
import Diagnostics
import RunRecord
import Testing

/// `breakeven whatif`, end to end: two evaluations that anyone can make by themselves are what it is
/// held against.
@Suite struct WhatIfTests {
  private static let draws = 1024

  private func answer(
    _ changes: [String], companies: [String] = ["cloudwalk"], isForced: Bool = false
  ) throws -> WhatIfRecord {
    try StudyRuns.workspace.whatIf(
      WhatIfRequest(
        base: EvaluationRequest(companies: companies, draws: Self.draws, threads: 1),
        changes: changes, isForced: isForced))
  }

  private func evaluated(_ overrides: [InputOverride]) throws -> CompanyRecord {
    let run = try StudyRuns.workspace.evaluate(
      EvaluationRequest(
        companies: ["cloudwalk"], overrides: overrides, draws: Self.draws, threads: 1))
    return try #require(run.companies.first)
  }

  private func mistake(_ change: String, companies: [String] = ["cloudwalk"]) -> String? {
    do {
      _ = try answer([change], companies: companies)
      return nil
    } catch let error as DiagnosticError {
      return error.diagnostics.map { "\($0.message) | \($0.help ?? "")" }.joined(separator: "\n")
    } catch let error as Diagnostic {
      return "\(error.message) | \(error.help ?? "")"
    } catch {
      return "\(error)"
    }
  }

  /// Expected values: `evaluate` without and with `--set`, whose odds differ by the difference.
  @Test func beforeAndAfterAreTwoEvaluations() throws {
    let record = try answer(["company.trend=0.4"])
    let company = try #require(record.companies.first)
    let before = try evaluated([])
    let after = try evaluated([InputOverride(name: "company.trend", text: "0.4")])
    #expect(company.base.states == before.outcome.states)
    #expect(company.new.states == after.outcome.states)
    let odds = try #require(before.outcome.states?.brokeEven.value)
    let then = try #require(after.outcome.states?.brokeEven.value)
    #expect(abs(try #require(company.difference) - (then - odds)) < 1e-12)
    let revenue = try #require(before.outcome.revenue)
    let last = try #require(revenue.values.keys.max())
    #expect(company.base.revenue == revenue.values[last]?.p50)
    let result = try #require(after.outcome.known).operatingResult
    #expect(company.new.operatingResult == result.values[last]?.p50)
    #expect(company.moved.contains { $0.stage == .input && $0.name == "trend" && $0.new == 0.4 })
  }

  /// The same runs with a change said in three ways, by hand: 0.1 + 0.1 = 0.1 × 2 = 0.2.
  @Test func aChangeIsTheSameHoweverItIsSaid() throws {
    let set = try answer(["company.growth_path_sd=0.06"]).companies
    let doubled = try answer(["company.growth_path_sd*=2"]).companies
    let raised = try answer(["company.growth_path_sd+=0.03"]).companies
    #expect(set.map(\.new) == doubled.map(\.new))
    #expect(set.map(\.new) == raised.map(\.new))
  }

  /// A change of nothing moves nothing.
  @Test func nothingMovesWithoutAChange() throws {
    let company = try #require(try answer(["company.growth_path_sd*=1"]).companies.first)
    #expect(company.base == company.new)
    #expect(company.difference == 0)
    #expect(company.moved.isEmpty)
  }

  /// What is changed for one company alone leaves others as they are.
  @Test func aChangeOfOneCompanyIsItsOwn() throws {
    let answer = try answer(["cloudwalk.trend=0.5"], companies: ["cloudwalk", "openai"])
    let own = try #require(answer.companies.first { $0.id == "cloudwalk" })
    let other = try #require(answer.companies.first { $0.id == "openai" })
    #expect(own.base != own.new)
    #expect(other.base == other.new && other.moved.isEmpty)
    #expect(answer.changes[0].company == "cloudwalk")
  }

  /// By the method, more money never raises the odds of running out of it, and two billion CNY more
  /// are two billion CNY more on the day.
  @Test func aRoundIsMoneyOnTheDay() throws {
    let company = try #require(
      try answer(["cloudwalk.round=2bn in 2026"], companies: []).companies.first)
    let before = try #require(company.base.states)
    let after = try #require(company.new.states)
    #expect(after.cashedOut.value < before.cashedOut.value)
    let cash = try #require(company.moved.first { $0.name == "cash_today" })
    #expect(abs(cash.difference - 2e9) < 2e7)
  }

  @Test func moreCashIsMoreCash() throws {
    let company = try #require(try answer(["cloudwalk.cash+=2bn"]).companies.first)
    let cash = try #require(company.moved.first { $0.name == "cash_today" })
    #expect(abs(cash.difference - 2e9) < 1e8)
    let record = try answer(["cloudwalk.cash+=2bn"]).changes[0]
    #expect(record.kind == .fact && record.base != nil)
  }

  /// A company of which nobody knows a result gets one.
  @Test func aMissingFactIsSupposed() throws {
    let answer = try answer(
      ["perplexity.operating_income=-250M USD FY2025"], companies: [])
    let company = try #require(answer.companies.first)
    #expect(answer.companies.map(\.id) == ["perplexity"])
    #expect(company.base != company.new)
    #expect(company.moved.contains { $0.name == "k_low" })
  }

  /// Numbers are told of the same year on both sides: no input of 2030 moves with the horizon.
  @Test func aLaterHorizonMovesNoYear() throws {
    let company = try #require(try answer(["horizon=2032"]).companies.first)
    #expect(company.base.revenue == company.new.revenue)
    #expect(!company.moved.contains { $0.name == "revenue" && $0.stage == .course })
  }

  /// The trend of a series can be changed like any input, for all companies or for one.
  @Test func aTrendIsChanged() throws {
    let all = try answer(["users_now.trend*=2"], companies: ["openai"])
    let own = try answer(["openai.users_now.trend*=2"], companies: ["openai"])
    #expect(all.companies.map(\.new) == own.companies.map(\.new))
    let moved = try #require(
      all.companies[0].moved.first { $0.name == "users_now.trend" })
    #expect(abs(moved.new - 2 * moved.base) < 1e-12 * abs(moved.base))
    let other = try answer(["minimax.users_now.trend*=2"], companies: ["openai", "minimax"])
    #expect(other.companies.first { $0.id == "openai" }?.moved.isEmpty == true)
  }

  @Test func settingsChange() throws {
    let later = try #require(try answer(["horizon=2032"]).companies.first)
    let odds = try #require(later.base.states?.brokeEven.value)
    #expect(try #require(later.new.states?.brokeEven.value) > odds)
    let earlier = try answer(["as_of=2025-12-31"])
    #expect(earlier.asOf == "2026-09-30" && earlier.changes[0].new == "2025-12-31")
  }

  @Test(arguments: [
    (
      "company.trnd=1",
      "there is nothing called \"company.trnd\" to change | did you mean \"company.trend\", Trend of revenue growth today?"
    ),
    (
      "price_add=2",
      "there is nothing called \"price_add\" to change | did you mean \"price_ad\", Price of an advertisement shown?"
    ),
    ("sensetme.cash=1", "there is no company \"sensetme\" | did you mean \"sensetime\"?"),
    ("openai.cas=2bn", "nothing of openai is called \"cas\" | did you mean \"cash\"?"),
    (
      "price_ad=>54",
      "\">54\" is a bound, not a number: \">\" says that nothing more exact is known | say a number, or a range such as \"40 to 60\""
    ),
    (
      "cloudwalk.revenue=1bn FY2026",
      "FY2026 isn't over on 2026-09-30, so nothing can be known of it | change an input for what is to come, such as cloudwalk.trend"
    ),
    (
      "scenario=price-wars", "there is no scenario \"price-wars\" | did you mean \"price-war\"?"
    ),
    (
      "as_of=2025-02-30",
      "as_of takes a day, such as as_of=2025-12-31, not \"2025-02-30\" | February 2025 has 28 days"
    ),
  ])
  func mistakesTeach(_ change: String, _ expected: String) {
    #expect(mistake(change) == expected)
  }

  @Test func aTitleFindsTheName() throws {
    let found = try #require(self.mistake("Price of an advertisement=3"))
    #expect(found.hasSuffix("did you mean \"price_ad\", Price of an advertisement shown?"))
  }

  /// Nor can it be forced: the input's domain is the model's.
  @Test func whatCannotBeIsRefused() throws {
    #expect(mistake("fill=700%", companies: ["openai"])?.contains("is a share") == true)
    #expect(throws: DiagnosticError.self) {
      try answer(["fill=700%"], companies: ["openai"], isForced: true)
    }
  }

  /// The head group by its short name, its long one, and the input that it is.
  @Test func theHeadGroupIsAnInput() throws {
    let named = try answer(["head_places=5"], companies: ["openai"]).companies.map(\.new)
    #expect(try answer(["k=5"], companies: ["openai"]).companies.map(\.new) == named)
    #expect(try answer(["heads+=2"], companies: ["openai"]).companies.map(\.new) == named)
    #expect(mistake("k=2.5")?.hasPrefix("the head group has a whole number of places") == true)
  }

  @Test func contradictionsAreRefused() throws {
    #expect(
      throws: DiagnosticError.self,
      performing: { try answer(["company.trend=0.1", "company.trend*=2"]) })
  }

  /// Listed as most telling first, and each name can be typed.
  @Test func inputsCanBeTyped() throws {
    let request = EvaluationRequest(companies: ["openai"], draws: 256, threads: 1)
    let listed = try StudyRuns.workspace.inputs(request, model: nil)
    let shares = listed.compactMap(\.share)
    #expect(!shares.isEmpty && shares == shares.sorted(by: >))
    for input in listed.prefix(5) where input.distribution != nil {
      _ = try answer(["\(input.name)*=1"], companies: ["openai"])
    }
  }
}
