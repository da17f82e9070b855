import Evaluation
import Simulation
import MethodCases
import Scoring
import Testing

/// Holds the shipped company model to the reference implementation.
@Suite struct CompanyModelTests {
  private static let draws = 16_384

  @Test func everyNumberIsThatOfTheReference() throws {
    let numbers = try ShippedCompany.formulas.numbers(in: ShippedCompany.subject().context)
    // Set to nothing in the reference, or written as a distribution in the file.
    let others: Set = [
      "raising_state_linked", "raising_no_round", "cash_sd", "thrift_cost", "thrift_growth",
      "common_growth_sd", "sale_low", "sale_high", "takeover_low", "takeover_high",
    ]
    let tails = [
      "tail": "growth_shock_degrees", "gap_tail": "gap_shock_degrees",
      "amount_tail": "amount_shock_degrees",
    ]
    for (name, value) in MethodCases.numbers where !others.contains(name) {
      let found = try #require(numbers[tails[name] ?? name], "\(name)")
      #expect(abs(found - value) <= 1e-12 * max(1, abs(value)), "\(name): \(found), not \(value)")
    }
  }

  @Test(arguments: MethodCases.all)
  func isThatOfTheReference(of one: MethodCase) throws {
    let course = try ShippedCompany.course(one, draws: Self.draws, setting: ShippedCompany.plain)
    let (revenue, result) = (
      try #require(course["revenue"]), try #require(course["result"])
    )
    #expect(course.years.count == one.expected.revenue.count)
    for (index, year) in course.years.enumerated() {
      let name = String(year)
      compare(
        Array(revenue[year: index]), try #require(one.expected.revenue[name]), "revenue \(name)")
      compare(
        Array(result[year: index]), try #require(one.expected.operating_result[name]),
        "result \(name)")
    }
    let states = one.expected.states
    compare(course.share(.brokeEven), states?.broke_even, "broke even")
    compare(course.share(.stillLosing), states?.still_losing, "still losing")
    compare(course.share(.cashedOut), states?.cashed_out, "out of cash")
    compare(course.share(.sold), states?.sold, "sold")
  }

  /// Three standard errors of both sides; at the 5th and 95th percentile 3 % of their distance too.
  private func compare(_ values: [Double], _ expected: [Double], _ name: String) {
    let sorted = values.sorted()
    func quantile(_ level: Double) -> Double {
      sorted[min(max(Int(level * Double(sorted.count)), 0), sorted.count - 1)]
    }
    let distance = expected[4] - expected[0]
    for (level, wanted) in zip([0.05, 0.25, 0.5, 0.75, 0.95], expected) {
      let variance = level * (1 - level) * (1 / Double(sorted.count) + 1 / MethodCases.draws)
      let error = 3 * variance.squareRoot()
      let isWithin = quantile(level - error) <= wanted && wanted <= quantile(level + error)
      let isNear =
        abs(level - 0.5) > 0.4 && abs(quantile(level) - wanted) <= 0.03 * distance
      #expect(isWithin || isNear, "\(name) \(level): \(quantile(level)), not \(wanted)")
    }
  }

  private func compare(_ share: Double?, _ expected: Double?, _ name: String) {
    guard let share, let expected else {
      #expect(share == nil && expected == nil, "\(name)")
      return
    }
    let variance = expected * (1 - expected) * (1 / Double(Self.draws) + 1 / MethodCases.draws)
    #expect(
      abs(share - expected) <= 3 * variance.squareRoot(), "\(name): \(share), not \(expected)")
  }
}
