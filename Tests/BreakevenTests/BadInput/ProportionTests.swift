import Breakeven
import Diagnostics
import RunRecord
import Testing

/// Amounts that can't be beside others: out of all proportion, and parts above their whole.
@Suite struct ProportionTests {
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

  /// A letter forgotten: 300 in place of 300M, -80 in place of -80M; nothing at all is no slip.
  @Test(arguments: [
    ("300M", "300", true), ("-80M", "-80", true), ("300M", "0", false), ("300M", "30k", false),
  ])
  func amountsOfNextToNothingAreNamed(_ old: String, _ new: String, _ isNamed: Bool) throws {
    let kinds = try Acme.run(try Acme.folder(Acme.changed(old, new))).companies[0].warnings.map(
      \.kind)
    #expect(kinds.contains(.worthSmallPartOfRevenue) == isNamed)
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
}
