import Breakeven
import Diagnostics
import Foundation
import RunRecord
import TestSupport
import Testing

/// What can't be right, but may be, stands beside the numbers that it reaches.
@Suite struct DoubtfulInputTests {
  private static let margin = "metric: gross_margin, period: FY2025, unit: \"1\", value: "

  /// A margin of 40 reaches the outcome; one of 0.4 is nothing to speak of.
  @Test func anImplausibleFactIsNamed() throws {
    let doubted = try Acme.run(try Acme.folder(Acme.facts + [Self.margin + "40"]))
    #expect(
      doubted.companies[0].warnings.map(\.message) == [
        "gross margin of FY2025, 40.0 1 by acme-report, lies outside what is plausible for it."
      ])
    let plain = try Acme.run(try Acme.folder(Acme.facts + [Self.margin + "0.4"]))
    #expect(plain.companies[0].warnings.isEmpty)
    // 40 percent are 0.4: the range is in the metric's own unit.
    let percent = Self.margin.replacing("\"1\"", with: "percent") + "40"
    #expect(try Acme.run(try Acme.folder(Acme.facts + [percent])).companies[0].warnings.isEmpty)
  }

  /// A result of 300 times the revenue.
  @Test func aResultAboveRevenueIsNamed() throws {
    let folder = try Acme.folder(
      Acme.facts.map { $0.replacing("value: -80M", with: "value: 80B") })
    #expect(
      try Acme.run(folder).companies[0].warnings.map(\.message) == [
        "operating income of the twelve months to 2025-12 is larger than their revenue: costs are "
          + "taken as a twentieth of it."
      ])
    #expect(
      try Acme.workspace(folder).checkModels(files: []).map(\.message) == [
        "operating_income of FY2025, 80000000000 CNY, is larger than the revenue of that period, "
          + "260000000 CNY"
      ])
  }

  private static func facts(_ old: String, _ new: String) -> [String] {
    facts([(old, new)])
  }

  private static func facts(_ changes: [(String, String)]) -> [String] {
    Acme.facts.map { fact in changes.reduce(fact) { $0.replacing($1.0, with: $1.1) } }
  }

  /// Cash is held against its range as margins are.
  @Test func implausibleCashIsNamed() throws {
    let run = try Acme.run(try Acme.folder(Self.facts("300M", "3e14")))
    let remark =
      "cash and equivalents of 2025-12-31, 300000000000000.0 CNY by acme-report, lies outside what is "
      + "plausible for it."
    #expect(run.companies[0].warnings.map(\.message) == [remark])
    #expect(run.companies[0].nowcast?.warnings.map(\.message) == [remark])
  }

  /// A balance below zero, revenue below zero: no figure of these can be that.
  @Test(arguments: [
    ("300M", "cash_and_equivalents is 0 or more, not -300000000"),
    ("260M", "revenue is 0 or more, not -260000000"),
  ])
  func whatCannotBeIsRefused(_ value: String, _ message: String) throws {
    let folder = try Acme.folder(Self.facts(value, "-" + value))
    let found = try Acme.workspace(folder).checkModels(files: [])
    #expect(found.map(\.message) == [message])
    #expect(found.first?.severity == .error && found.first?.location != nil)
    #expect(throws: DiagnosticError.self) { try Acme.run(folder) }
  }

  @Test func revenueThatIsLeftOutIsNamed() throws {
    let run = try Acme.run(try Acme.folder(Self.facts("260M", "0")))
    #expect(
      run.companies[0].warnings.map(\.message) == [
        "revenue of FY2025 is left out: 0.0 CNY by acme-report isn't above zero."
      ])
  }

  /// Of two figures of a year the one that counts is the measure: 280M are more than 260M of April, and
  /// less than 300M of a later source.
  @Test func theRevenueThatCountsIsTheMeasure() throws {
    let facts = Acme.company(
      Acme.facts + [
        "metric: gross_profit, period: FY2025, value: 280M, unit: CNY",
        "metric: revenue, period: 2025, value: 300M, unit: CNY",
      ])
    let folder = try Acme.folder(
      [],
      [
        "companies/acme.yaml": facts.replacing(
          "period: 2025, value: 300M, unit: CNY, source: acme-report",
          with: "period: 2025, value: 300M, unit: CNY, source: wsj-anthropic-q2-2026")
      ])
    let warnings = try Acme.run(folder).companies[0].warnings
    #expect(!warnings.contains { $0.kind == .amountAboveRevenue })
    // One year under two names: that the two disagree is said.
    #expect(warnings.contains { $0.kind == .sourcesDisagree })
  }

  /// 200M beside 300M of cash is much, 20M isn't; 700M half a year before is more than twice as much,
  /// 500M isn't.
  @Test(arguments: [
    ("short_term_investments", "2025-12-31", "200M", "short-term investments", true),
    ("short_term_investments", "2025-12-31", "20M", "", false),
    ("short_term_investments", "2025-06-30", "200M", "", false),
    (
      "cash_and_short_term_investments", "2025-06-30", "700M", "cash and short-term investments",
      true
    ),
    ("cash_and_short_term_investments", "2025-06-30", "500M", "", false),
  ])
  func moneyThatNobodyCountsIsNamed(
    _ metric: String, _ period: String, _ value: String, _ title: String, _ isNamed: Bool
  ) throws {
    let run = try Acme.run(
      try Acme.folder(
        Acme.facts + ["metric: \(metric), period: \(period), value: \(value), unit: CNY"]))
    let amount = value.replacing("M", with: "000000.0 CNY by acme-report")
    #expect(
      run.companies[0].warnings.map(\.message)
        == (isNamed
          ? [
            "\(title) of \(period), \(amount), isn't counted as cash: the newest balance is cash and "
              + "equivalents of 2025-12-31."
          ] : []))
  }

  /// By hand: of 0 to 2e7 as a normal range one draw in twenty lies below 0.
  @Test func whatIsCutOffIsSaid() throws {
    let model = Acme.path(z: "1").replacing(
      "z: {unit: \"1\",", with: "z: {unit: \"1\", domain: non_negative,")
    let folder = try Acme.folder(
      Acme.facts + [Acme.users], ["metrics.yaml": Acme.metrics, "paths/apps.yaml": model])
    for (text, remarks) in [
      ("0 to 2", ["z is set to 0 to 2; what of it lies below 0.0 can't be and isn't drawn."]),
      ("1 to 2", []),
    ] {
      let run = try Acme.run(
        folder, paths: ["apps"], overrides: [InputOverride(name: "z", text: text)])
      #expect(
        run.companies[0].warnings.filter { $0.kind == .cutBelow }.map(\.message) == remarks)
      let alone = try Acme.workspace(folder).runModel(
        ModelRunRequest(
          model: "apps", company: "acme", overrides: [InputOverride(name: "z", text: text)],
          draws: 256))
      #expect((alone.remarks ?? []).map(\.message) == remarks)
    }
  }

  /// Profits of more than all revenue, and losses and flows of hundreds of times it: 85B, 900M, 60B
  /// and 80B on 260M.
  @Test(arguments: [
    ("metric: net_income, period: FY2025, value: 85B, unit: CNY", "net income", "above"),
    ("metric: gross_profit, period: FY2025, value: 900M, unit: CNY", "gross profit", "above"),
    (
      "metric: operating_cash_flow, period: FY2025, value: -60B, unit: CNY", "operating cash flow",
      "times"
    ),
    ("metric: net_income, period: FY2025, value: -52001M, unit: CNY", "net income", "times"),
    ("metric: net_income, period: FY2025, value: -51999M, unit: CNY", "net income", "nothing"),
    ("metric: net_income, period: FY2025, value: 260M, unit: CNY", "net income", "nothing"),
  ])
  func amountsOutOfProportionAreNamed(_ fact: String, _ metric: String, _ kind: String) throws {
    let folder = try Acme.folder(Acme.facts + [fact])
    let warnings = try Acme.run(folder).companies[0].warnings
    let problems = try Acme.workspace(folder).checkModels(files: [])
    if kind == "nothing" {
      #expect(warnings.isEmpty && problems.isEmpty)
      return
    }
    let said = kind == "above" ? "larger than" : "more than 200"
    #expect(warnings.count == 1)
    #expect(warnings[0].kind == (kind == "above" ? .amountAboveRevenue : .amountManyTimesRevenue))
    #expect(warnings[0].message.hasPrefix("\(metric) of FY2025, "))
    #expect(warnings[0].message.contains(said))
    #expect(problems.count == 1)
    #expect(problems[0].message.contains("is \(said)"))
    #expect(problems[0].severity == .warning)
  }

  /// The two are held against each other whatever they are counted in: 80B dollars on 260M yuan are
  /// 80B * 7 / 260M = 2,000 times, 1M dollars nothing to speak of.
  @Test(arguments: [
    ("80B", StatementKind.amountAboveRevenue), ("-80B", .amountManyTimesRevenue), ("-1M", nil),
  ])
  func anotherCurrencyIsNoWayOut(_ value: String, _ kind: StatementKind?) throws {
    let fact = "metric: net_income, period: FY2025, value: \(value), unit: USD"
    let folder = try Acme.folder(Acme.facts + [fact])
    #expect(try Acme.run(folder).companies[0].warnings.map(\.kind) == [kind].compactMap(\.self))
    #expect(try Acme.workspace(folder).checkModels(files: []).count == (kind == nil ? 0 : 1))
  }

  /// Held against 260M a year: a quarter of 300 (200,000 times less), a run rate of 480B, 60B of debt (230
  /// times), a balance of 60B, a round of 60B, a worth of 13 and one of 300B (1,150 times); 50B of debt is 192
  /// times, 13M of worth a twentieth, 250B 962 times, and a quarter of 3.25M a twentieth of a year's 260M.
  @Test(arguments: [
    ("metric: revenue, period: 2026-Q1, value: 300", StatementKind.revenueApart),
    ("metric: annualised_revenue, period: 2026-03-31, value: 480B", .revenueApart),
    ("metric: total_debt, period: 2025-12-31, value: 60B", .amountManyTimesYearly),
    ("metric: cash_and_equivalents, period: 2026-03-31, value: 60B", .amountManyTimesYearly),
    ("metric: funding_round_amount, period: 2026-03-31, value: 60B", .amountManyTimesYearly),
    ("metric: market_capitalisation, period: 2026-03-31, value: 300B", .amountManyTimesYearly),
    ("metric: market_capitalisation, period: 2026-03-31, value: 13", .worthSmallPartOfRevenue),
    ("metric: revenue, period: 2026-Q1, value: 3.25M", nil),
    ("metric: total_debt, period: 2025-12-31, value: 50B", nil),
    ("metric: market_capitalisation, period: 2026-03-31, value: 250B", nil),
    ("metric: market_capitalisation, period: 2026-03-31, value: 13M", nil),
  ])
  func figuresOutOfProportionToAYearAreNamed(_ fact: String, _ kind: StatementKind?) throws {
    let folder = try Acme.folder(Acme.facts + [fact + ", unit: CNY"])
    let warnings = try Acme.run(folder).companies[0].warnings
    #expect(warnings.map(\.kind) == [kind].compactMap(\.self))
    let problems = try Acme.workspace(folder).checkModels(files: [])
    #expect(problems.count == (kind == nil ? 0 : 1))
    #expect(problems.allSatisfy { $0.severity == .warning && $0.location != nil })
  }

  /// A half of 900M can't be in twelve months of 260M; nor can 300M of cash be in 200M of cash with investments.
  @Test func partsOfMoreThanTheWholeAreNamed() throws {
    let half = "metric: revenue, period: 2025-H1, value: 900M, unit: CNY"
    #expect(
      try Acme.run(try Acme.folder(Acme.facts + [half])).companies[0].warnings.map(\.message) == [
        "Conflict: revenue of FY2025 is 260000000.0 CNY by acme-report, but revenue of 2025-H1, which is in it, "
          + "is 900000000.0 CNY by acme-report."
      ])
    // `facts conflicts` lists the whole with its part, and nothing where both fit.
    func conflicts(_ fact: String) throws -> [FactConflict] {
      let folder = try Acme.folder(Acme.facts + [fact])
      defer { withExtendedLifetime(folder) {} }
      return try Acme.workspace(folder).factConflicts().filter { $0.company == "acme" }
    }
    let listed = try conflicts(half)
    #expect(listed.map(\.because.kind) == [.partAboveWhole])
    #expect(listed.first?.facts.map(\.period) == ["FY2025", "2025-H1"])
    #expect(try conflicts(half.replacing("900M", with: "100M")).isEmpty)
    let wide = "metric: cash_and_short_term_investments, period: 2025-12-31, value: 200M, unit: CNY"
    #expect(
      try Acme.run(try Acme.folder(Acme.facts + [wide])).companies[0].warnings.map(\.kind) == [
        .partAboveWhole
      ])
  }

  /// Ten times off, or of 2020: a rate that brings a path's money to the study's currency, or the company's.
  @Test func aRateThatIsOffIsNamedWhereverItConverts() throws {
    func run(_ rates: [String], _ currency: String) throws -> CompanyRecord {
      let listed = rates.map {
        "  - {from: USD, to: JPY, \($0), source: acme-report, confidence: high}\n"
      }
      let folder = try Acme.folder(
        (Acme.facts + [Acme.users]).map { $0.replacing("CNY", with: currency) },
        [
          "metrics.yaml": Acme.metrics,
          "paths/apps.yaml": Acme.path(z: "1").replacing("CNY", with: "JPY"),
          "units.yaml": "units:\n  JPY: {currency: true, title: {en: Yen}}\n",
          "markets/exchange-rates.yaml": "rates:\n" + listed.joined(),
        ])
      return try Acme.run(folder, paths: ["apps"]).companies[0]
    }
    let wrong = [
      "period: 2026-03-31, value: 150", "period: 2026-04-29, value: 151",
      "period: 2026-04-30, value: 1520",
    ]
    for currency in ["CNY", "JPY"] {
      let company = try run(wrong, currency)
      #expect(company.warnings.map(\.kind) == [.rateDoubtful], "\(currency)")
      #expect(company.paths[0].results?.warnings.contains { $0.kind == .rateDoubtful } == true)
    }
    let old = try run(["period: 2020-12-31, value: 103"], "CNY")
    #expect(
      old.warnings.map(\.message) == [
        "The rate USD/JPY 103.0 is of 2020-12-31, 69 months before the as-of day."
      ])
    #expect(try run(["period: 2026-04-30, value: 150"], "CNY").warnings.isEmpty)
  }

  /// A balance of 81 months ago says nothing of a company that loses money: 18 are the most.
  @Test func aBalanceThatIsTooOldIsUnknown() throws {
    let old = ("period: 2025-12-31", "period: 2019-12-31")
    let folder = try Acme.folder(Self.facts([old]))
    let run = try Acme.run(folder)
    let reason =
      "not enough evidence: the newest balance of cash is 81 months old: too old to say how long "
      + "money lasts"
    guard case .unknown(let missing) = run.companies[0].outcome else {
      Issue.record("there are odds")
      return
    }
    #expect(missing.reason.message == reason)
    #expect(missing.missing == ["cash_and_short_term_investments"])
    let listing = try Acme.workspace(folder).freshness(company: "acme", asOf: nil)
    #expect(listing[0].freshness?.age == .tooOld)
    let earning = try Acme.run(try Acme.folder(Self.facts([old, ("value: -80M", "value: 8M")])))
    #expect(earning.companies[0].outcome.known != nil)
    #expect(earning.companies[0].nowcast?.freshness.age == .fresh)
    // Rounds since say more than a balance of long ago.
    let round = "metric: funding_round_amount, period: 2026-03-31, value: 500M, unit: CNY"
    let raised = try Acme.run(try Acme.folder(Self.facts([old]) + [round]))
    #expect(raised.companies[0].outcome.known != nil)
    #expect(raised.companies[0].nowcast?.cash?.metric == nil)
  }

  /// A result of December 2023, 33 months before the day, is named beside the odds.
  @Test func aResultThatIsOldIsNamed() throws {
    let run = try Acme.run(
      try Acme.folder(
        Self.facts("operating_income, period: FY2025", "operating_income, period: FY2023")
          + ["metric: revenue, period: FY2023, value: 150M, unit: CNY"]))
    #expect(
      run.companies[0].warnings.map(\.message) == [
        "operating income: the newest known is of 2023-12, 33 months before the as-of day."
      ])
    #expect(run.companies[0].nowcast?.freshness.age == .stale)
  }

  /// A rate of 2020 at which all is brought to dollars in 2026.
  @Test func anOldRateIsNamed() throws {
    let folder = try Acme.folder(
      Acme.facts.map { $0.replacing("CNY", with: "JPY") },
      [
        "units.yaml": "units:\n  JPY: {currency: true, title: {en: Yen}}\n",
        "markets/exchange-rates.yaml": """
        rates:
          - {from: USD, to: JPY, period: 2020-12-31, value: 103, source: acme-report, confidence: high}

        """,
      ])
    #expect(
      try Acme.run(folder).companies[0].warnings.map(\.message) == [
        "The rate USD/JPY 103.0 is of 2020-12-31, 69 months before the as-of day."
      ])
  }

  /// Halves make no full year by themselves; the listing says what the state makes of them.
  @Test func theListingSaysWhatTheStateMakesOfHalves() throws {
    let halves = ["2025-H1, value: 120M", "2025-H2, value: 140M"].map {
      "metric: revenue, period: \($0), unit: CNY"
    }
    func answer(_ facts: [String]) throws -> FactAnswerListing {
      let folder = try Acme.folder(facts)
      defer { withExtendedLifetime(folder) {} }
      return try Acme.workspace(folder).factAnswer(company: "acme", metric: "revenue", asOf: nil)
    }
    let summed = try answer(halves)
    #expect(summed.answer == nil)
    #expect(
      summed.because.message
        == "none of the facts on file by 2026-09-30 can; the state of today takes 2025-H1 + 2025-H2 "
        + "for the twelve months to 2025-12, 260000000.0 CNY by acme-report")
    #expect(try answer([halves[0]]).because.kind == .noneAnswers)
    #expect(try answer([]).because.kind == .noFactKnown)
  }

  /// Twelve months that are written as a span of months are a year to all.
  @Test(arguments: ["2025-01/2025-12", "2025-04/2026-03", "2024-07/2025-06"])
  func twelveMonthsAreAYear(_ period: String) throws {
    let folder = try Acme.folder([
      "metric: revenue, period: \(period), value: 260M, unit: CNY",
      "metric: operating_income, period: \(period), value: -80M, unit: CNY",
      Acme.facts[3],
    ])
    let company = try Acme.run(folder).companies[0]
    #expect(company.nowcast?.window?.revenue == 260e6)
    #expect(company.nowcast?.result?.low == -80e6)
    #expect(company.outcome.known != nil)
  }

  /// A unit of another size is named by the run and by the path whose model computes in it, and not
  /// by the others; one that says the same is no matter.
  @Test func aRedefinedUnitIsNamed() throws {
    let units = "units:\n  million_token: {is: 1e3 token, title: {en: million tokens}}\n"
    let folder = try TemporaryModels(["units.yaml": units])
    let workspace = Workspace(models: [Repository.models, folder.path])
    let run = try workspace.evaluate(
      EvaluationRequest(companies: ["synyi", "tal-education"], draws: 64, threads: 1))
    let remark =
      "Models/units.yaml redefines the unit million_token: 1000 token instead of 1000000 token"
    #expect(run.warnings.map { folder.shown($0.message) } == [remark])
    for company in run.companies {
      for cell in company.paths {
        guard let results = cell.results else { continue }
        let isNamed = results.warnings.contains { folder.shown($0.message) == remark }
        let text = try String(
          contentsOfFile: Repository.models + "/paths/\(cell.path).yaml", encoding: .utf8)
        #expect(isNamed == text.contains("million_token"), "\(company.id) on \(cell.path)")
      }
    }
    let problems = try workspace.checkModels(files: [])
    #expect(
      problems.map(\.message) == [
        "million_token is 1000 token here and 1000000 token in an earlier folder"
      ])
    #expect(problems.allSatisfy { $0.severity == .warning })
    let same = try TemporaryModels([
      "units.yaml": "units:\n  million_token: {is: 1000000 token, title: {en: M}}\n"
    ])
    #expect(
      try Workspace(models: [Repository.models, same.path]).checkModels(files: []).isEmpty)
  }

  /// A unit can't become another kind of quantity.
  @Test func aUnitOfAnotherKindIsAnError() throws {
    let folder = try TemporaryModels([
      "units.yaml": "units:\n  million_token: {is: 1e6 user, title: {en: million tokens}}\n"
    ])
    let problems = try Workspace(models: [Repository.models, folder.path]).checkModels(files: [])
    #expect(
      problems.first?.message
        == "million_token is 1000000 user here and 1000000 token in an earlier folder: another "
        + "kind of quantity")
    #expect(problems.first?.severity == .error)
  }

  /// What is set by hand is held against the range of the metric behind it.
  @Test func aValueOutsideItsRangeIsNamedWhenSet() throws {
    let folder = try Acme.folder(
      Acme.facts + [Acme.users],
      ["metrics.yaml": Acme.metrics, "paths/apps.yaml": Acme.path(z: "1")])
    let remark =
      "pupils is set to 20000000000, outside what is plausible for tutoring users: 0.0 to "
      + "10000000000.0."
    for (value, remarks) in [("2e10", [remark]), ("2e6", [])] {
      let run = try Acme.run(
        folder, paths: ["apps"], overrides: [InputOverride(name: "pupils", text: value)])
      let warnings = try #require(run.companies[0].paths[0].results?.warnings)
      #expect(warnings.filter { $0.kind == .setOutsidePlausible }.map(\.message) == remarks)
      #expect(
        run.companies[0].warnings.contains { $0.kind == .setOutsidePlausible } == !remarks.isEmpty)
    }
  }

  /// `40%` in percent is an error in a model, and where it is set, as in a fact.
  @Test func perCentTwiceIsAnErrorInAModel() throws {
    let model = Acme.path(z: "1").replacing(
      "z: {unit: \"1\", assume: \"1\"", with: "z: {unit: percent, assume: 30% to 50%")
    let folder = try Acme.folder(
      Acme.facts, ["metrics.yaml": Acme.metrics, "paths/apps.yaml": model])
    #expect(
      try Acme.workspace(folder).checkModels(files: []).map(\.message) == [
        "\"30% to 50%\" in the unit \"percent\" says per cent twice"
      ])
    let right = model.replacing("30% to 50%", with: "30 to 50")
    let set = try Acme.folder(
      Acme.facts, ["metrics.yaml": Acme.metrics, "paths/apps.yaml": right])
    let error = #expect(throws: DiagnosticError.self) {
      try Acme.run(set, overrides: [InputOverride(name: "z", text: "40%")])
    }
    #expect(
      error?.diagnostics.map(\.message) == [
        "\"40%\" for z in the unit \"percent\" says per cent twice"
      ])
  }
}
