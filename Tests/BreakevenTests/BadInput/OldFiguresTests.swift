import Breakeven
import Diagnostics
import RunRecord
import Testing

/// Rates that are off or old, and figures too old to say anything by.
@Suite struct OldFiguresTests {
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
    let folder = try Acme.folder(Acme.changed([old]))
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
    let earning = try Acme.run(try Acme.folder(Acme.changed([old, ("value: -80M", "value: 8M")])))
    #expect(earning.companies[0].outcome.known != nil)
    #expect(earning.companies[0].nowcast?.freshness.age == .fresh)
    // Rounds since say more than a balance of long ago.
    let round = "metric: funding_round_amount, period: 2026-03-31, value: 500M, unit: CNY"
    let raised = try Acme.run(try Acme.folder(Acme.changed([old]) + [round]))
    #expect(raised.companies[0].outcome.known != nil)
    #expect(raised.companies[0].nowcast?.cash?.metric == nil)
  }

  /// A result of December 2023, 33 months before the day, is named beside the odds.
  @Test func aResultThatIsOldIsNamed() throws {
    let run = try Acme.run(
      try Acme.folder(
        Acme.changed("operating_income, period: FY2025", "operating_income, period: FY2023")
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
}
