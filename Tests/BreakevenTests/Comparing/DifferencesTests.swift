import Breakeven
import Foundation
import RunRecord
import TestSupport
import Testing
import TinyStudy

/// What sets two companies apart, on the tiny study and on twins that differ in one thing.
@Suite struct DifferencesTests {
  private static let draws = 1024

  private func split(
    _ first: String, _ second: String, in workspace: Workspace = TinyStudy.workspace,
    setting overrides: [InputOverride] = [], draws: Int = DifferencesTests.draws
  ) throws -> CompanyDifference {
    try #require(
      try workspace.differences(
        EvaluationRequest(overrides: overrides, draws: draws, threads: 2),
        of: [(first, second)]
      ).first)
  }

  private func adds(_ difference: CompanyDifference) throws {
    let odds = try #require(difference.odds)
    let shares = difference.parts.reduce(0) { $0 + ($1.odds ?? .nan) }
    #expect(abs(shares - odds) <= 1e-12 * abs(odds))
    let headroom = try #require(difference.headroom)
    let points = difference.parts.reduce(0) { $0 + ($1.headroom ?? .nan) }
    #expect(abs(points - headroom) <= 1e-12 * abs(headroom))
  }

  @Test func sharesAddUpToTheDifference() throws {
    let difference = try split("cloud-pipe", "hospital-mind")
    try adds(difference)
    #expect(difference.parts.count > 5)
    let weights = difference.parts.map { abs($0.odds ?? 0) }
    #expect(weights == weights.sorted(by: >))
  }

  /// Named the other way round, everything has the other sign, to the last bit.
  @Test func theOtherWayRoundOnlySignsChange() throws {
    let one = try split("cloud-pipe", "hospital-mind")
    let other = try split("hospital-mind", "cloud-pipe")
    #expect(one.odds == other.odds.map { -$0 })
    #expect(one.headroom == other.headroom.map { -$0 })
    #expect(one.parts.map(\.kind) == other.parts.map(\.kind))
    #expect(one.parts.map(\.odds) == other.parts.map { $0.odds.map { -$0 } })
    #expect(one.parts.map(\.first) == other.parts.map(\.second))
  }

  // MARK: Twins

  /// A company without paths.
  private func twin(_ id: String, cash: String = "300M", facts: String = "") -> String {
    """
    id: \(id)
    names: {en: \(id)}
    region: china
    fiscal_year_end: 12-31
    financing: unlisted
    not_pursued:
      chat-advertising: {because: nothing of it, source: sector-article}
      medical-ai: {because: nothing of it, source: sector-article}
    facts:
      - {metric: revenue, period: FY2025, value: 400M, unit: CNY, source: pipe-ar-2025, confidence: high}
      - {metric: revenue, period: FY2024, value: 330M, unit: CNY, source: pipe-ar-2025, confidence: high}
      - {metric: operating_income, period: FY2025, value: -120M, unit: CNY, source: pipe-ar-2025, confidence: high}
      - {metric: cash_and_short_term_investments, period: 2025-12-31, value: \(cash), unit: CNY, source: pipe-ar-2025, confidence: high}
    \(facts)
    """
  }

  private func twins(_ second: String) throws -> (TemporaryModels, Workspace) {
    let folder = try TemporaryModels([
      "companies/a-twin.yaml": twin("a-twin"), "companies/b-twin.yaml": second,
    ])
    return (folder, Workspace(models: [TinyStudy.folder.path, folder.path]))
  }

  /// The same company twice differs in nothing, whatever chance has in store for each.
  @Test func identicalCompaniesHaveNoParts() throws {
    let (folder, workspace) = try twins(twin("b-twin"))
    let difference = try withExtendedLifetime(folder) {
      try split("a-twin", "b-twin", in: workspace)
    }
    #expect(difference.odds == 0 && difference.headroom == 0)
    #expect(difference.parts.isEmpty)
  }

  /// Twins of which one has less cash: all of the difference is money's.
  ///
  /// Expected values: what `whatif` says of the one if its cash were the other's.
  @Test func oneChangedFactIsTheWholeDifference() throws {
    let (folder, workspace) = try twins(twin("b-twin", cash: "60M"))
    try withExtendedLifetime(folder) {
      let difference = try split("a-twin", "b-twin", in: workspace)
      #expect(difference.parts.map(\.kind) == [.money])
      let answer = try workspace.whatIf(
        WhatIfRequest(
          base: EvaluationRequest(companies: ["a-twin"], draws: Self.draws, threads: 1),
          changes: ["a-twin.cash_and_short_term_investments=60M CNY 2025-12-31"]))
      let changed = try #require(answer.companies.first)
      let expected = try #require(changed.difference)
      #expect(expected < -0.01)
      #expect(abs(try #require(difference.odds) + expected) < 1e-12)
      try adds(difference)
    }
  }

  /// A company twice as large in every amount has the same months of cash, within what the filter
  /// makes of its size, and money moves nothing.
  @Test func moneyIsHeldAgainstRevenue() throws {
    let double = twin("b-twin", cash: "600M").replacing("400M", with: "800M")
      .replacing("330M", with: "660M").replacing("-120M", with: "-240M")
    let (folder, workspace) = try twins(double)
    let difference = try withExtendedLifetime(folder) {
      try split("a-twin", "b-twin", in: workspace)
    }
    let money = try #require(difference.parts.first { $0.kind == .money })
    let months = try #require(money.first?.value)
    let others = try #require(money.second?.value)
    #expect(abs(months - others) < 0.01 * months)
    let share = try #require(money.odds)
    #expect(abs(share) <= 2 / 1024.0)
    let size = try #require(difference.parts.first { $0.kind == .size })
    let one = try #require(size.first?.value)
    let two = try #require(size.second?.value)
    let ratio = two / one
    #expect(abs(ratio - 2) < 0.02)
  }

  /// What was set for one company alone is a part of its own.
  ///
  /// Expected values: `whatif` of the other
  /// with the same setting.
  @Test func settingsOfOneCompanyAreAPart() throws {
    let (folder, workspace) = try twins(twin("b-twin"))
    try withExtendedLifetime(folder) {
      let set = [InputOverride(name: "b-twin.company.trend", text: "0.5")]
      let difference = try split("a-twin", "b-twin", in: workspace, setting: set)
      #expect(difference.parts.map(\.kind) == [.settings])
      let answer = try workspace.whatIf(
        WhatIfRequest(
          base: EvaluationRequest(companies: ["a-twin"], draws: Self.draws, threads: 1),
          changes: ["a-twin.company.trend=0.5"]))
      let expected = try #require(answer.companies.first?.difference)
      #expect(expected != 0)
      #expect(abs(try #require(difference.odds) + expected) < 1e-12)
      try adds(difference)
    }
  }

  // MARK: Without odds

  @Test func aCompanyThatEarnsHasNoOddsButHeadroom() throws {
    let difference = try split("big-group", "cloud-pipe")
    #expect(difference.odds == nil && difference.parts.allSatisfy { $0.odds == nil })
    #expect(difference.reasons.keys.sorted() == ["big-group"])
    #expect(difference.reasons["big-group"]?.kind == .earningHasNoOdds)
    let headroom = try #require(difference.headroom)
    let points = difference.parts.reduce(0) { $0 + ($1.headroom ?? .nan) }
    #expect(headroom > 0 && abs(points - headroom) <= 1e-12 * abs(headroom))
  }

  @Test func nothingIsSaidOfACompanyThatIsntKnown() throws {
    let difference = try split("deep-whale", "cloud-pipe")
    #expect(difference.odds == nil && difference.headroom == nil && difference.parts.isEmpty)
    #expect(difference.reasons["deep-whale"]?.kind == .nothingOfRevenue)
  }

  /// Of so few draws there is no error to tell.
  @Test func fewDrawsHaveNoError() throws {
    let difference = try split("cloud-pipe", "hospital-mind", draws: 8)
    #expect(difference.odds != nil && difference.oddsError == nil)
  }

  // MARK: The ranking

  /// The parts of the utility by criterion add up to it, by the method: it is a weighted sum.
  @Test func utilityIsTheSumOfItsCriteria() {
    for place in TinyStudy.run.ranking.order {
      let parts = place.utilityByCriterion ?? [:]
      let mean = place.meanUtility.estimate?.value ?? .nan
      #expect(parts.count == 4)
      #expect(abs(parts.values.reduce(0, +) - mean) < 1e-12 * abs(mean))
    }
  }
}
