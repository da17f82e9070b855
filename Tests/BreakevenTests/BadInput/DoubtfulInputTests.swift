import Breakeven
import Diagnostics
import RunRecord
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

  /// Cash is held against its range as margins are.
  @Test func implausibleCashIsNamed() throws {
    let run = try Acme.run(try Acme.folder(Acme.changed("300M", "3e14")))
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
    let folder = try Acme.folder(Acme.changed(value, "-" + value))
    let found = try Acme.workspace(folder).checkModels(files: [])
    #expect(found.map(\.message) == [message])
    #expect(found.first?.severity == .error && found.first?.location != nil)
    #expect(throws: DiagnosticError.self) { try Acme.run(folder) }
  }

  @Test func revenueThatIsLeftOutIsNamed() throws {
    let run = try Acme.run(try Acme.folder(Acme.changed("260M", "0")))
    #expect(
      run.companies[0].warnings.map(\.message) == [
        "revenue of FY2025 is left out: 0.0 CNY by acme-report isn't above zero."
      ])
  }

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
