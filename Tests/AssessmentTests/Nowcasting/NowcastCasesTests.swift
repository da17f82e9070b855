import Evaluation
import Facts
import Foundation
import MethodCases
import Nowcast
import RunRecord
import Study
import TestSupport
import Testing

@testable import Assessment

/// The numbers of `breakeven nowcast --format json`, with the parameters of `company.yaml`, are
/// those of the reference implementation in `Tests/MethodCases/Fixtures/cases.json`.
@Suite struct NowcastCasesTests {
  private static func parameters() throws -> NowcastParameters {
    let loaded = try ShippedStudy.loaded.get()
    let (context, _) = try ShippedStudy.preparation(EvaluationRequest()).context()
    return try loaded.companyModel.nowcastParameters(in: context)
  }

  @Test(arguments: MethodCases.all)
  func jsonIsThatOfTheReference(_ one: MethodCase) throws {
    let state = try #require(one.nowcast(Self.parameters()))
    let record = NowcastRecord(
      state, unit: "CNY", facts: try ShippedStudy.loaded.get().facts, years: [],
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
  private func json(_ record: NowcastRecord, _ one: MethodCase) throws -> [String: Any] {
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
