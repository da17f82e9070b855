import Breakeven
import RunRecord
import Testing

/// What-ifs that can't be, that change nothing, or that say one thing twice: told, not answered.
@Suite struct WhatIfCareTests {
  /// The tiny study with metrics that say where they live, and rounds.
  private func study() throws -> TinyChanges {
    try TinyChanges([
      "metrics.yaml": """
      metrics:
        revenue: {unit: money, kind: flow, domain: non_negative, title: {en: Revenue}}
        gross_margin: {unit: "1", kind: rate, title: {en: Gross margin}, plausible: [-5, 1]}
        cash_and_short_term_investments: {unit: money, kind: stock, domain: non_negative, title: {en: Cash and short-term investments}}
        funding_round_amount: {unit: money, kind: stock, domain: non_negative, title: {en: Amount of a funding round}}

      """
    ])
  }

  /// By hand: the newest balance is of the end of 2024, the last year 2030.
  @Test(arguments: [
    (
      ["cloud-pipe.cash=-5bn"],
      "\"cloud-pipe.cash=-5bn\": cash_and_short_term_investments is 0 or more, not -5000000000 | "
        + "look at the sign, the digits and the unit, or at its `domain` in metrics.yaml"
    ),
    (
      ["cloud-pipe.revenue-=1bn"],
      "\"cloud-pipe.revenue-=1bn\": revenue is 0 or more, not -602315400 | "
        + "look at the sign, the digits and the unit, or at its `domain` in metrics.yaml"
    ),
    (
      ["cloud-pipe.round=2bn in 2031"],
      "\"cloud-pipe.round=2bn in 2031\" comes in after the end of 2030, the last year that is looked "
        + "at | say an earlier year, or look further too: horizon=2031 cloud-pipe.round=…"
    ),
    (
      ["cloud-pipe.round=2bn in 2020"],
      "the balance of FY2024 has what came in by 2020-12-31 already, so "
        + "\"cloud-pipe.round=2bn in 2020\" would change nothing | "
        + "say cash that is more: cloud-pipe.cash+=2bn"
    ),
    (
      ["cloud-pipe.cash=2bn CNY/year"],
      "cloud-pipe.cash is an amount at a time, so \"2bn CNY/year\" can't be what it is a year | "
        + "say it without /year"
    ),
    (
      ["cloud-pipe.cash=2bn", "cloud-pipe.balance=3bn"],
      "\"cloud-pipe.cash=2bn\" and \"cloud-pipe.balance=3bn\" change one and the same thing | "
        + "say once what it shall be"
    ),
    (
      ["cloud-pipe.cash=2bn", "cloud-pipe.cash_and_short_term_investments=3bn"],
      "\"cloud-pipe.cash=2bn\" and \"cloud-pipe.cash_and_short_term_investments=3bn\" change one and "
        + "the same thing | say once what it shall be"
    ),
    (
      ["cloud-pipe.growth_ahead=10%", "cloud-pipe.trend=0.3"],
      "\"cloud-pipe.growth_ahead=10%\" and \"cloud-pipe.trend=0.3\" change one and the same thing | "
        + "say once what it shall be"
    ),
    (
      ["cloud-pipe.cash=10%"],
      "cloud-pipe.cash is an amount in CNY, not a share | "
        + "say how much, or by how much it changes: cloud-pipe.cash+=10%"
    ),
    (
      ["cloud-pipe.headcount=50%"],
      "cloud-pipe.headcount is an amount in people, not a share | "
        + "say how much, or by how much it changes: cloud-pipe.headcount+=50%"
    ),
    (
      ["cloud-pipe.cash=12M USD CNY"], "\"12M USD CNY\" is in two currencies, USD and CNY | say one"
    ),
    (
      ["cloud-pipe.gross_margin=0.4 USD FY2025"],
      "cloud-pipe.gross_margin is in 1, not in USD | say it without USD"
    ),
    (["cloud-pipe.round=0"], "a round is an amount of money, not \"0\" | "),
    (
      ["cloud-pipe.revenue=300M", "cloud-pipe.revenue=310M 2025"],
      "cloud-pipe.revenue is changed 2 times: \"cloud-pipe.revenue=300M\", "
        + "\"cloud-pipe.revenue=310M 2025\" | say once what it shall be"
    ),
    (
      ["cloud-pipe.balance=1.12bn CNY"],
      "cloud-pipe.balance is in USD, so \"1.12bn CNY\" can't be told from it | "
        + "say the number in USD, without CNY"
    ),
  ])
  func whatCannotBeIsRefused(_ changes: [String], _ expected: String) throws {
    let study = try study()
    #expect(study.mistakes { _ = try study.answer(changes) } == [expected])
  }

  /// Different periods are different figures, and another company's is another thing.
  @Test func whatDiffersIsNoContradiction() throws {
    let answer = try study().answer([
      "cloud-pipe.cash=400M FY2025", "cloud-pipe.cash=300M FY2024", "hospital-mind.balance=40M",
    ])
    #expect(answer.changes.count == 3)
  }

  @Test func aScenarioThatHoldsAlreadyChangesNothing() throws {
    let study = try TinyChanges(["scenarios/dear.yaml": Self.dear])
    #expect(
      study.mistakes { _ = try study.answer(["scenario=dear"], scenario: "dear") } == [
        "everything is in the scenario \"dear\" already, so that \"scenario=dear\" changes nothing | "
          + "leave out --scenario to see what it moves"
      ])
    #expect(try study.answer(["ad_price*=2"], scenario: "dear").scenario == "dear")
    #expect(try study.answer(["ad_price*=2"]).scenario == nil)
  }

  private static let dear = """
    id: dear
    title: {en: Dear}
    because: a guess
    set:
      ad_price: {times: 2, because: a guess}

    """

  /// What isn't plausible, and what is left out, is said beside the change.
  @Test(arguments: [
    (
      "cloud-pipe.gross_margin=400%",
      "gross_margin is set to 4, outside what is plausible for gross margin: -5.0 to 1.0."
    ),
    (
      "cloud-pipe.revenue=0",
      "revenue of FY2025 is left out: 0.0 CNY by what-if isn't above zero."
    ),
  ])
  func doubtsAreSaid(_ change: String, _ expected: String) throws {
    #expect(try study().answer([change]).changes[0].remarks.map(\.message) == [expected])
  }

  /// A figure that others on file contradict, or that is out of all proportion to them: 602 million CNY of
  /// revenue against 900 times as much.
  @Test func doubtsOfTheAccountsAreSaid() throws {
    let remarks = try study().answer(["cloud-pipe.cash=500bn"]).changes[0].remarks
    #expect(remarks.map(\.kind).contains(.amountManyTimesYearly))
    #expect(try study().answer(["cloud-pipe.cash=500M"]).changes[0].remarks.isEmpty)
  }

  /// A median that is asked for is met whatever else is changed: here by another revenue.
  @Test func aMedianIsMetBesideOtherChanges() throws {
    let alone = try study().answer(["cloud-pipe.growth_ahead=20%"])
    let answer = try study().answer(["cloud-pipe.growth_ahead=20%", "cloud-pipe.revenue=600M"])
    let growth = try #require(
      answer.companies[0].moved.first { $0.name == "growth_ahead" })
    #expect(abs(growth.new - 0.2) < 1e-5)
    // What it was before is so before any change.
    #expect(answer.changes[0].base == alone.changes[0].base)
  }

  /// What is printed can be typed: currencies in front or behind, years, brackets, Chinese numbers.
  @Test(arguments: [
    ("CNY 540M/year", "540000000 CNY (FY2025)"),
    ("540000000 CNY (FY2025)", "540000000 CNY (FY2025)"),
    ("5.4億元/年", "540000000 CNY (FY2025)"), ("1.2亿美元", "120000000 USD (FY2025)"),
    ("540,000,000", "540000000 CNY (FY2025)"), ("1.3萬億元", "1300000000000 CNY (FY2025)"),
    ("1.3tn", "1300000000000 CNY (FY2025)"),
  ])
  func whatIsPrintedCanBeTyped(_ typed: String, _ expected: String) throws {
    #expect(try study().answer(["cloud-pipe.revenue=\(typed)"]).changes[0].new == expected)
  }

  /// A round that is to come is told of its own year, and what it moves is money ahead.
  @Test func aRoundIsToldOfItsYear() throws {
    let answer = try study().answer(["cloud-pipe.round=2bn in 2027"])
    #expect(answer.changes[0].new == "2000000000 CNY (2027)")
  }

  /// The unit of an input stands beside its numbers, and may be typed with them.
  @Test(arguments: ["120M", "USD 120M", "120M USD", "1.2亿美元"])
  func unitsStandBesideNumbers(_ typed: String) throws {
    let answer = try study().answer(["cloud-pipe.balance=\(typed)"])
    let plain = try study().answer(["cloud-pipe.balance=120000000"])
    #expect(answer.changes[0].new.hasSuffix(" USD"))
    #expect(answer.companies == plain.companies)
  }

  /// By hand: ten points more than 36 % of 33 to 40 are 46 % of 43 to 50; ten per cent more of an
  /// amount are a tenth of it.
  @Test(arguments: [
    ("gross_margin+=10%", "0.46 (0.43 to 0.5) (FY2025)"),
    ("revenue+=10%", "437453060 CNY (FY2025)"),
  ])
  func perCentOfSharesArePoints(_ change: String, _ expected: String) throws {
    #expect(try study().answer(["cloud-pipe.\(change)"]).changes[0].new == expected)
  }

  /// Two scenarios at once are two changes of one thing.
  @Test func oneScenarioAtATime() throws {
    let study = try TinyChanges([
      "scenarios/dear.yaml": Self.dear,
      "scenarios/cheap.yaml": Self.dear.replacing("id: dear", with: "id: cheap")
        .replacing("times: 2", with: "times: 0.5"),
    ])
    #expect(
      study.mistakes { _ = try study.answer(["scenario=dear", "scenario=cheap"]) } == [
        "scenario is changed 2 times: \"scenario=dear\", \"scenario=cheap\" | "
          + "say once what it shall be"
      ])
  }

  /// Money that lasts beyond the last year lasts longer than the number says.
  @Test func monthsThatMoneyLastsSayHowFarTheModelLooks() throws {
    let moved = try study().answer(["cloud-pipe.cash=10M FY2025"]).companies[0].moved
    let lasts = try #require(moved.first { $0.name == "money_lasts" })
    #expect(abs((lasts.censoredAt ?? 0) - 54) < 0.1)
    #expect(moved.filter { $0.name != "money_lasts" }.allSatisfy { $0.censoredAt == nil })
  }

  /// How far the model looks: from the middle of 2026 to the end of 2030 there are 54 months.
  @Test func aRunwaySaysHowFarTheModelLooks() throws {
    let standing = try study().answer(["ad_price*=2"], ["hospital-mind"]).companies[0].base
    #expect(abs((standing.runwayCensoredAt ?? 0) - 54) < 0.1)
    #expect(standing.runwayMonths != nil)
  }
}
