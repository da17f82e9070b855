import Foundation
import MethodCases
import Testing

@testable import Nowcast

/// What the reference implementation gives for more days, from the file in Fixtures.
enum Reference {
  struct State: Decodable, CustomTestStringConvertible {
    var company: String
    var as_of_month: Double
    var region_scale: Double
    var expected: ExpectedState

    var testDescription: String { "\(company) \(as_of_month)" }
  }

  struct ExpectedState: Decodable {
    var time: Double
    var level: Double
    var trend: Double
    var covariance: [Double]
    var growth: Double
    var loss: Int
    var end: Double?
    var rev: Double?
    var k: [Double]?
    var k_reported: [Double]?
    var k_sd: Double?
    var gap: Double?
    var gap_end: Double?
    var cash: Double?
    var cash_sd: Double?
    var cash_at: Double?
    var money: Double?
    var debt: Double?
    var worth: Double?
    var op: [Double]?
    var op_end: Double?
    var observations: [[Double]]
  }

  static let states: [State] = read("states.json")
  static let rows: [String: [ReportedAmount]] = Dictionary(
    MethodCases.all.map { ($0.company, $0.reported) }, uniquingKeysWith: { first, _ in first })

  static func nowcastParameters() throws -> NowcastParameters {
    try NamedParameters.read(MethodCases.course) { NowcastParameters(&$0) }
  }

  static func read<Value: Decodable>(_ name: String) -> Value {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/\(name)")
    do {
      return try JSONDecoder().decode(Value.self, from: Data(contentsOf: file))
    } catch {
      preconditionFailure("\(name): \(error)")
    }
  }
}

/// Whether two numbers agree to 1e-9, in relation where they are large; nil agrees with nil.
func agrees(_ left: Double?, _ right: Double?) -> Bool {
  guard let left, let right else { return left == nil && right == nil }
  return abs(left - right) <= 1e-9 * max(1, abs(right))
}
