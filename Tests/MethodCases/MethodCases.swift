import Facts
import Foundation
package import Nowcast

/// A company on a day with what the reference implementation of the outside view gives for it.
package struct MethodCase: Decodable, Sendable, CustomStringConvertible {
  package var company: String
  package var as_of_month: Double
  package var rows: [Row]
  package var expected: Expected

  package var description: String { "\(company) \(as_of_month)" }

  /// A reported amount as the reference takes it.
  package struct Row: Decodable, Sendable {
    package var metric: String
    package var period: String
    package var s: Double
    package var e: Double
    package var value: Double
    package var sd: Double
    package var conf: String
    package var usd: Double
  }

  /// The state of the day, and the years to come over 200,000 draws.
  package struct Expected: Decodable, Sendable {
    package var window_end: Double?
    package var revenue_window_usd: Double?
    package var growth: Double
    package var level: Double
    package var trend: Double
    package var trend_sd: Double
    package var time: Double
    package var k: [Double]?
    package var k_reported: [Double]?
    package var gap: Double?
    package var loss: Int
    package var region_scale: [Double]
    package var cash_p50: Double?
    package var revenue: [String: [Double]]
    package var operating_result: [String: [Double]]
    package var states: States?
  }

  package struct States: Decodable, Sendable {
    package var broke_even: Double
    package var still_losing: Double
    package var cashed_out: Double
    package var sold: Double
  }

  /// The rows as the program takes them.
  package var reported: [ReportedAmount] {
    rows.map {
      ReportedAmount(
        metric: $0.metric, start: $0.s, end: $0.e, value: $0.value, printedDeviation: $0.sd,
        confidence: Confidence(rawValue: $0.conf) ?? .low, usdRate: $0.usd, period: $0.period,
        source: "cases")
    }
  }

  /// The state that the program finds; nil where it finds none.
  package func nowcast(
    _ parameters: NowcastParameters, adding rows: [ReportedAmount] = []
  ) -> Nowcast? {
    Nowcast(
      rows: reported + rows, asOf: as_of_month, regionScale: expected.region_scale[0],
      parameters: parameters)
  }
}

/// The reference implementation of the outside view, from the files in Fixtures.
package enum MethodCases {
  /// Eight companies on two days.
  package static let all: [MethodCase] = read("cases.json")
  /// The numbers of its state and course by name.
  package static let course: [String: Double] = read("parameters.json")
  /// The numbers of its money by name.
  package static let money: [String: Double] = read("money.json")
  /// All its numbers by name.
  package static var numbers: [String: Double] { course.merging(money) { first, _ in first } }
  /// The number of draws behind its quantiles and states.
  package static let draws = 200_000.0

  private static func read<Value: Decodable>(_ name: String) -> Value {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/\(name)")
    do {
      return try JSONDecoder().decode(Value.self, from: Data(contentsOf: file))
    } catch {
      preconditionFailure("\(name): \(error)")
    }
  }
}
