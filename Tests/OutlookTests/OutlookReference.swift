import Facts
import Foundation
import MethodCases
import Nowcast
import Simulation
import Testing

@testable import Outlook

/// The cases of the reference implementation with what it gives for years to come.
enum OutlookReference {
  /// Made once, since that takes longer than drawing.
  static let tails = Result {
    let (nowcast, money) = try parameters()
    return try Tails(nowcast.laws, money)
  }

  /// The numbers of the reference, some of them changed.
  static func parameters(
    _ changes: [String: Double] = [:]
  ) throws -> (nowcast: NowcastParameters, money: MoneyLaws) {
    let all = MethodCases.numbers.merging(changes) { _, new in new }
    return try NamedParameters.read(all) { (NowcastParameters(&$0), MoneyLaws(&$0)) }
  }

  static func nowcast(
    _ one: MethodCase, _ parameters: NowcastParameters, adding: [ReportedAmount] = []
  ) throws -> Nowcast {
    try #require(one.nowcast(parameters, adding: adding))
  }

  /// The outlook of a case up to 2030.
  static func outlook(
    _ one: MethodCase, draws: Int = 65_536, changes: [String: Double] = [:],
    adding: [ReportedAmount] = [], funding: Funding = Funding(isListed: true, lastRound: nil)
  ) throws -> Outlook {
    let (parameters, money) = try parameters(changes)
    let nowcast = try nowcast(one, parameters, adding: adding)
    let first = OutlookRun.firstYear(asOf: one.as_of_month)
    let streams = DrawStreams(seed: 1, draws: draws)
    let tails = try tails.get()
    let steps = Course.steps(from: nowcast.state.time, to: (first...2030).map(Double.init))
    var run = OutlookRun(
      nowcast, funding: funding, horizon: 2030,
      course: CourseDraws(
        streams, block: "\(one.company) course", steps: steps, tails: tails),
      draws: MoneyDraws(
        streams, block: "\(one.company) money", common: "climate", years: 2031 - first,
        commitments: funding.commitments.count, tails: tails),
      regionScale: one.expected.region_scale[1], laws: parameters.laws, money: money)
    return run.run()
  }
}

/// The share of values below one.
func share(_ values: [Double], below limit: Double) -> Double {
  Double(values.count { $0 < limit }) / Double(values.count)
}

/// Whether a quantile of another sample lies where that of this one does, by three standard errors
/// of both: whether the share below it is the level to within so much.
func agrees(
  _ values: [Double], _ level: Double, with expected: Double, ofDraws other: Double
) -> Bool {
  let error = (level * (1 - level) * (1 / Double(values.count) + 1 / other)).squareRoot()
  return abs(share(values, below: expected) - level) <= 3 * error
}
