import Facts
import Foundation
import Nowcast
import Simulation
import Testing

@testable import Outlook

/// The cases of the reference implementation with what it gives for years to come.
enum OutlookReference {
  struct Row: Decodable {
    var metric: String
    var period: String
    var s: Double
    var e: Double
    var value: Double
    var sd: Double
    var conf: String
    var usd: Double
  }

  struct Case: Decodable, CustomTestStringConvertible {
    var company: String
    var as_of_month: Double
    var rows: [Row]
    var expected: Expected

    var testDescription: String { "\(company) \(as_of_month)" }
  }

  struct Expected: Decodable {
    var cash_p50: Double?
    var revenue: [String: [Double]]
    var operating_result: [String: [Double]]
    var states: States?
    var region_scale: [Double]
  }

  struct States: Decodable {
    var broke_even: Double
    var still_losing: Double
    var cashed_out: Double
    var sold: Double
  }

  /// The number of draws of the reference.
  static let draws = 200_000.0

  /// Made once, since that takes longer than drawing.
  static let tails = Result {
    let (nowcast, money) = try parameters()
    return try Tails(nowcast.laws, money)
  }

  static let cases: [Case] = read("NowcastTests/Fixtures/cases.json")

  /// The numbers of the reference, some of them changed.
  static func parameters(
    _ changes: [String: Double] = [:]
  ) throws -> (nowcast: NowcastParameters, money: MoneyLaws) {
    let course: [String: Double] = read("NowcastTests/Fixtures/parameters.json")
    let money: [String: Double] = read("OutlookTests/Fixtures/money.json")
    let all = course.merging(money) { first, _ in first }.merging(changes) { _, new in new }
    return try NamedParameters.read(all) { (NowcastParameters(&$0), MoneyLaws(&$0)) }
  }

  static func nowcast(
    _ one: Case, _ parameters: NowcastParameters, adding: [ReportedAmount] = []
  ) throws -> Nowcast {
    let rows = one.rows.map {
      ReportedAmount(
        metric: $0.metric, start: $0.s, end: $0.e, value: $0.value, printedDeviation: $0.sd,
        confidence: Confidence(rawValue: $0.conf) ?? .low, usdRate: $0.usd, period: $0.period)
    }
    return try #require(
      Nowcast(
        rows: rows + adding, asOf: one.as_of_month, regionScale: one.expected.region_scale[0],
        parameters: parameters))
  }

  /// The outlook of a case up to 2030.
  static func outlook(
    _ one: Case, draws: Int = 65_536, changes: [String: Double] = [:],
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

  static func read<Value: Decodable>(_ name: String) -> Value {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: name)
    do {
      return try JSONDecoder().decode(Value.self, from: Data(contentsOf: file))
    } catch {
      preconditionFailure("\(name): \(error)")
    }
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
