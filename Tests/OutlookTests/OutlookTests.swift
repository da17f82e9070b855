import Facts
import Nowcast
import MethodCases
import Testing

@testable import Outlook

/// Holds the years to come to the reference implementation, and to what must be true of them.
@Suite struct OutlookTests {
  @Test(arguments: MethodCases.all)
  func isThatOfTheReference(of one: MethodCase) throws {
    let outlook = try OutlookReference.outlook(one)
    for year in outlook.years {
      let name = String(year.year)
      compare(
        year.course.revenue, try #require(one.expected.revenue[name]), "revenue \(name)")
      compare(
        year.result, try #require(one.expected.operating_result[name]), "result \(name)")
    }
    #expect(outlook.years.count == one.expected.revenue.count)
    if let cash = one.expected.cash_p50 {
      let today = try #require(outlook.cashToday)
      #expect(agrees(today, 0.5, with: cash, ofDraws: MethodCases.draws))
    } else {
      #expect(outlook.cashToday == nil)
    }
    let states = one.expected.states
    compare(outlook.share(.brokeEven), states?.broke_even, "broke even")
    compare(outlook.share(.stillLosing), states?.still_losing, "still losing")
    compare(outlook.share(.outOfCash), states?.cashed_out, "out of cash")
    compare(outlook.share(.sold), states?.sold, "sold")
  }

  /// Three standard errors of both sides; of the 5th and 95th percentile 3 % of their distance.
  private func compare(_ values: [Double], _ expected: [Double], _ name: String) {
    for (level, wanted) in zip([0.25, 0.5, 0.75], expected[1...3]) {
      #expect(
        agrees(values, level, with: wanted, ofDraws: MethodCases.draws), "\(name) \(level)")
    }
    let distance = expected[4] - expected[0]
    for (level, wanted) in [(0.05, expected[0]), (0.95, expected[4])] {
      let low = share(values, below: wanted - 0.03 * distance)
      let high = share(values, below: wanted + 0.03 * distance)
      #expect(low <= level && level <= high, "\(name) \(level)")
    }
  }

  private func compare(_ share: Double?, _ expected: Double?, _ name: String) {
    guard let share, let expected else {
      #expect(share == nil && expected == nil, "\(name)")
      return
    }
    let error = (expected * (1 - expected) * (1 / 65_536 + 1 / MethodCases.draws))
      .squareRoot()
    #expect(abs(share - expected) <= 3 * error, "\(name): \(share), not \(expected)")
  }
}
