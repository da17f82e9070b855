import Breakeven
import Foundation
import RunRecord
import Testing
import TinyStudy

/// Revenue, costs, result and money raised by year: that they agree, and closed forms where nothing
/// is left to chance.
@Suite struct YearlyMoneyTests {
  private static let id = "cloud-pipe"

  /// Nothing varies, and no path counts.
  private static let still = [
    "growth_noise": "0", "growth_path_sd": "0", "common_growth_sd": "0", "cost_noise": "0",
    "cost_path_sd": "0", "level_shock": "0", "trend_shock": "0", "k_place": "0.5", "k_shock": "0",
    "cost_constant": "-0.0127", "cost_expected": "0.98", "cost_overhang": "-0.145",
    "weight_thin": "0", "weight_fair": "0", "weight_solid": "0",
  ]

  private func company(_ more: [String: String]) throws -> CompanyRecord {
    let all = Self.still.merging(more) { $1 }
    let run = try TinyStudy.workspace.evaluate(
      EvaluationRequest(
        companies: [Self.id],
        overrides: all.sorted { $0.key < $1.key }.compactMap {
          InputOverride("company.\($0.key)=\($0.value)")
        }, draws: 64))
    return try #require(run.companies.first)
  }

  private func agrees(_ left: Double?, _ right: Double) -> Bool {
    left.map { abs($0 - right) <= 1e-9 * max(1, abs(right)) } ?? false
  }

  /// Means add up; medians and ends of intervals don't have to.
  @Test func revenueLessCostsIsTheResult() throws {
    var count = 0
    for outcome in TinyStudy.run.companies.compactMap(\.outcome.known) {
      let (revenue, costs) = (try #require(outcome.revenue), try #require(outcome.costs))
      #expect(costs.years == revenue.years && costs.unit == "CNY/year")
      for year in revenue.years {
        count += 1
        let (left, right) = (try #require(revenue[year]), try #require(costs[year]))
        let result = try #require(outcome.operatingResult[year])
        #expect(abs(left.value - right.value - result.value) <= 1e-6 * abs(left.value), "\(year)")
      }
    }
    #expect(count >= 5)
  }

  /// Method 4.2 without noise from the middle of 2025 to that of 2026: g = m and S = 0, so that
  /// R' = R e^m and C' = C exp(-0.0127 + 0.98 m - 0.145 k).
  @Test func theFirstYearIsThatOfTheLaws() throws {
    let company = try company([:])
    let (now, outcome) = (try #require(company.nowcast), try #require(company.outcome.known))
    let k = try #require(now.k?.first)
    #expect(now.k?.last == k && now.at == 2025.5 && now.trend > 0)
    let revenue = now.level * exp(now.trend)
    let costs = now.level * exp(k) * exp(-0.0127 + 0.98 * now.trend - 0.145 * k)
    for value in [\Estimate.value, \.p5, \.p50, \.p95] {
      #expect(agrees(outcome.revenue?[2026]?[keyPath: value], revenue))
      #expect(agrees(outcome.costs?[2026]?[keyPath: value], costs))
      #expect(agrees(outcome.operatingResult[2026]?[keyPath: value], revenue - costs))
    }
  }

  /// Every round comes and brings exp(0) = one year's cost, which is more than a quarter of the burn.
  @Test func aCertainRoundBringsWhatItsLawSays() throws {
    let company = try company([
      "raising_draw": "0", "amount_constant": "0", "amount_growth": "0", "amount_sd": "0",
      "gap_noise": "0", "balance_shock": "0", "cash_sd": "0",
    ])
    let outcome = try #require(company.outcome.known)
    let raised = try #require(outcome.raised)
    #expect(raised.unit == "CNY")
    // Until its cash flow may turn positive, when nobody has to give money.
    for year in 2026...2028 {
      #expect((outcome.operatingResult[year]?.p95 ?? 0) < 0)
      #expect(agrees(raised[year]?.value, outcome.costs?[year]?.value ?? -1), "\(year)")
    }
  }

  @Test func nobodyRaisesWhereNobodyMay() throws {
    let raised = try #require(try company(["may_raise": "0"]).outcome.raised)
    #expect(raised.years.count == 5 && raised.values.values.allSatisfy { $0.p95 == 0 })
  }

  /// The figures of the files: CNY 331M and 397.7M of revenue, losses of 160M and 121M, and a balance
  /// at the end of 2024 alone.
  @Test func reportedYearsAreThoseOfTheFiles() throws {
    let company = try #require(TinyStudy.run.companies.first { $0.id == Self.id })
    let years = try #require(company.nowcast?.years)
    #expect(years.map(\.year) == [2024, 2025] && years.map(\.end) == [2025, 2026])
    #expect(years.map { $0.revenue?.low } == [331_000_000, 397_684_600])
    #expect(years.map { $0.operatingResult?.high } == [-160_000_000, -121_000_000])
    #expect(years.map { $0.costs?.low } == [491_000_000, 518_684_600])
    #expect(years.map { $0.cash?.low } == [330_000_000, nil])
    #expect(years.allSatisfy { $0.raised == nil })
    #expect(years[1].revenue?.terms.map(\.source) == ["pipe-ar-2025"])
  }

  /// One dollar is 7 CNY at the end of 2025, the newest day with a rate.
  @Test func ratesAreThoseOfTheDay() throws {
    let rates = try #require(TinyStudy.run.run.rates)
    #expect(
      rates == [CurrencyRate(currency: "USD", value: 7, day: "2025-12-31", sources: ["fx"])])
    #expect(TinyStudy.run.sources.contains { $0.id == "fx" })
  }

  /// A run that was stored before these were recorded reads without them.
  @Test func olderRunsStillDecode() throws {
    var run = TinyStudy.run
    run.run.rates = nil
    for index in run.companies.indices {
      run.companies[index].nowcast?.years = nil
      guard var outcome = run.companies[index].outcome.known else { continue }
      (outcome.costs, outcome.raised) = (nil, nil)
      run.companies[index].outcome = .known(outcome)
    }
    let data = try JSONEncoder().encode(run)
    #expect(!String(decoding: data, as: UTF8.self).contains("\"rates\""))
    #expect(try JSONDecoder().decode(RunRecord.self, from: data) == run)
  }
}
