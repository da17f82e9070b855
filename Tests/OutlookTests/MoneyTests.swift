import Facts
import Nowcast
import Simulation
import MethodCases
import Testing

@testable import Outlook

/// Holds money to closed forms and to what must be true of it.
@Suite struct MoneyTests {
  @Test func bridgeTouchesZeroAsOftenAsTheClosedForm() {
    // exp(-2ab/s²) with a 8, b 6, s 3: 2.330910e-5.
    let crossing = CashBridge.crossing(from: 8, to: 6, deviation: 3)
    #expect(abs(crossing - 2.330910e-5) < 1e-11)
    #expect(CashBridge.crossing(from: 8, to: 6, deviation: 0) == 0)
    #expect(CashBridge.crossing(from: -1, to: 6, deviation: 3) == 0)
  }

  @Test func partsOfYearsEndInTheMiddleOfAYear() {
    #expect(Course.parts(years: 2.25) == [0.25, 1, 1])
    #expect(Course.parts(years: 3) == [1, 1, 1])
    #expect(Course.parts(years: 0) == [])
    // From September 2026 the middle of 2026 is over; a year each to 2027 and 2028.
    #expect(Course.steps(from: 2026.75, to: [2026, 2027, 2028]) == 2)
    #expect(Course.steps(from: 2025.0, to: [2025, 2026]) == 2)
    #expect(OutlookRun.firstYear(asOf: 24312) == 2025)
    #expect(OutlookRun.firstYear(asOf: 24313) == 2026)
  }

  @Test(arguments: MethodCases.all.filter { $0.expected.states != nil })
  func moreCashNeverLowersTheOddsOfLasting(of one: MethodCase) throws {
    let with = try OutlookReference.outlook(
      one, draws: 2048, changes: saving, adding: [money(one, "funding_round_amount")])
    let without = try OutlookReference.outlook(one, draws: 2048, changes: saving)
    // Whoever has more is a little less often in the market, which may decide a draw or two.
    #expect(try lasting(with) >= lasting(without) - 2.0 / 2048)
    // Less saving leaves so much.
    let (more, less) = (with.share(.brokeEven) ?? 0, without.share(.brokeEven) ?? 0)
    #expect(more >= less - 0.01)
  }

  @Test func aPromisedRoundCountsWithItsProbability() throws {
    let one = try case1()
    func cash(_ probability: Double) throws -> Double {
      let outlook = try OutlookReference.outlook(
        one, draws: 4096,
        funding: Funding(
          isListed: true, lastRound: nil,
          commitments: [
            Funding.Commitment(paidBy: 24310, amount: 1e9, probability: probability)
          ]))
      let raised = outlook.years[0].raised
      return raised.reduce(0, +) / Double(raised.count)
    }
    let without = try cash(0)
    #expect(abs(try cash(1) - without - 1e9) < 1)
    // One stream of numbers: a quarter of 4096 draws to within one.
    #expect(abs(try cash(0.25) - without - 0.25e9) <= 1e9 / 4096 + 1)
  }

  @Test func withoutALinkToCompaniesInNeedNobodyIsTakenOver() throws {
    let one = try case1()
    let none = try OutlookReference.outlook(
      one, draws: 4096, changes: ["sale_low": 0, "sale_high": 0])
    #expect(none.share(.sold) == 0)
    let all = try OutlookReference.outlook(
      one, draws: 4096, changes: ["takeover_low": 1, "takeover_high": 1])
    // Every loss-maker is taken over in its first year.
    let states = try #require(all.states)
    for (draw, state) in states.enumerated() where all.years[0].result[draw] < 0 {
      #expect(state != .stillLosing && all.happened[draw] == 2025)
    }
  }

  @Test func stateLinksRaiseMoreAndAnOldRoundLess() throws {
    let one = try case1()
    func raised(_ funding: Funding, _ changes: [String: Double]) throws -> Int {
      let outlook = try OutlookReference.outlook(
        one, draws: 4096, changes: changes, funding: funding)
      return outlook.years[0].raised.count { $0 > 0 }
    }
    let changes = ["raising_state_linked": 0.4, "raising_no_round": -0.6]
    let plain = try raised(Funding(isListed: false, lastRound: 24300), changes)
    let linked = try raised(
      Funding(isStateLinked: true, isListed: false, lastRound: 24300), changes)
    let old = try raised(Funding(isListed: false, lastRound: 24280), changes)
    let listed = try raised(Funding(isListed: true, lastRound: 24280), changes)
    #expect(linked > plain)
    #expect(old < plain)
    #expect(listed == plain)
  }

  @Test func withoutABalanceNothingIsSaidOfWhatBecomesOfIt() throws {
    let one = try #require(
      MethodCases.all.first { $0.company == "synyi" && $0.as_of_month == 24305 })
    let outlook = try OutlookReference.outlook(one, draws: 1024)
    #expect(outlook.states == nil)
    #expect(outlook.cashToday == nil)
    #expect(outlook.years.allSatisfy { $0.cash.isEmpty })
  }

  @Test func scalingAllMoneyChangesNothing() throws {
    // The size class aside, which is in US dollars: another currency of the same accounts.
    let one = try case1()
    var other = one
    other.rows = one.rows.map { row in
      var row = row
      row.value *= 1000
      row.sd *= 1000
      row.usd /= 1000
      return row
    }
    let (first, second) = (
      try OutlookReference.outlook(one, draws: 4096),
      try OutlookReference.outlook(other, draws: 4096)
    )
    for state in Outlook.State.allCases {
      let (left, right) = (first.share(state) ?? .nan, second.share(state) ?? .nan)
      #expect(abs(left - right) <= 1.0 / 4096)
    }
  }

  /// CloudWalk in May 2025: losing, burning, of every end some.
  private func case1() throws -> MethodCase {
    try #require(
      MethodCases.all.first { $0.company == "cloudwalk" && $0.as_of_month == 24305 })
  }

  private var saving: [String: Double] {
    ["thrift_cost": 0.037, "thrift_growth": 0.056, "cash_sd": 0.1]
  }

  private func money(_ one: MethodCase, _ metric: String) -> ReportedAmount {
    ReportedAmount(
      metric: metric, start: one.as_of_month - 0.2, end: one.as_of_month - 0.2, value: 1e8,
      confidence: .high, usdRate: 1, knownSince: one.as_of_month, period: "round")
  }

  private func lasting(_ outlook: Outlook) throws -> Double {
    1 - (try #require(outlook.share(.outOfCash))) - (try #require(outlook.share(.sold)))
  }
}
