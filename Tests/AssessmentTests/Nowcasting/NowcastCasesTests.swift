import Evaluation
import Facts
import Foundation
import Nowcast
import RunRecord
import Study
import TestSupport
import Testing

@testable import Assessment

/// The numbers of `breakeven nowcast --format json`, with the parameters of `company.yaml`, are
/// those of the reference implementation in `Tests/NowcastTests/Fixtures/cases.json`.
@Suite struct NowcastCasesTests {
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

  struct Expected: Decodable {
    var window_end: Double?
    var revenue_window_usd: Double?
    var growth: Double
    var level: Double
    var trend: Double
    var trend_sd: Double
    var k: [Double]?
    var k_reported: [Double]?
    var gap: Double?
    var region_scale: [Double]
  }

  struct Case: Decodable, CustomTestStringConvertible {
    var company: String
    var as_of_month: Double
    var rows: [Row]
    var expected: Expected

    var testDescription: String { "\(company) \(as_of_month)" }
  }

  private static let cases: [Case] = {
    let file = Repository.folder.appending(path: "Tests/NowcastTests/Fixtures/cases.json")
    do {
      return try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  private static func parameters() throws -> NowcastParameters {
    let loaded = try ShippedStudy.loaded.get()
    let (context, _) = try ShippedStudy.preparation(EvaluationRequest()).context()
    return try #require(loaded.companyModel.formulas).nowcastParameters(in: context)
  }

  @Test(arguments: cases)
  func jsonIsThatOfTheReference(_ one: Case) throws {
    let rows = one.rows.map {
      ReportedAmount(
        metric: $0.metric, start: $0.s, end: $0.e, value: $0.value, printedDeviation: $0.sd,
        confidence: Confidence(rawValue: $0.conf) ?? .low, usdRate: $0.usd, period: $0.period)
    }
    let state = try #require(
      Nowcast(
        rows: rows, asOf: one.as_of_month, regionScale: one.expected.region_scale[0],
        parameters: Self.parameters()))
    let record = NowcastRecord(
      state, unit: "CNY", facts: try ShippedStudy.loaded.get().facts,
      freshness: FreshnessRecord(age: .fresh, figures: [], due: []), warnings: [])
    let json = try json(record, one)
    let expected = one.expected
    let window = json["window"] as? [String: Any]
    let rate = try #require(one.rows.first { $0.metric.contains("revenue") }).usd
    #expect(agrees(number(window?["end"]).map { 12 * $0 }, expected.window_end))
    #expect(agrees(number(window?["revenue"]).map { rate * $0 }, expected.revenue_window_usd))
    #expect(agrees(number(json["growth"]), expected.growth))
    #expect(agrees(number(json["level"]).map { log($0 * rate) }, expected.level))
    #expect(agrees(number(json["trend"]), expected.trend))
    #expect(agrees(number(json["trend_sd"]), expected.trend_sd))
    #expect(agrees(number(json["gap"]), expected.gap))
    for (key, wanted) in [("k", expected.k), ("k_reported", expected.k_reported)] {
      let found = json[key] as? [Any]
      #expect((found == nil) == (wanted == nil))
      for end in 0..<(wanted?.count ?? 0) {
        #expect(agrees(number(found?[end]), wanted?[end]), "\(key)")
      }
    }
    // What each observation moved adds up to where the level went, less what it drifted.
    #expect(record.observations.first?.moved == 0)
    #expect(record.observations.last?.level == record.level)
  }

  /// The JSON that the command prints, read by somebody else's reader.
  private func json(_ record: NowcastRecord, _ one: Case) throws -> [String: Any] {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    let data = try encoder.encode(
      CompanyNowcast(
        company: one.company, names: LocalizedText(["en": one.company]), asOf: "2026-09-30",
        nowcast: record, sources: []))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func number(_ value: Any?) -> Double? { (value as? NSNumber)?.doubleValue }

  private func agrees(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) <= 1e-9 * max(1, abs(right))
  }
}
