import Foundation
import RunRecord
import Testing
import TinyStudy

/// More evidence narrows what rests on it, and what only splits evidence doesn't move the answer.
@Suite struct MoreEvidenceTests {
  private func width(_ run: RunRecord, _ company: String, _ metric: String, _ year: Int) throws
    -> Double
  {
    let results = try #require(try run.assessment(company, "medical-ai").results)
    let estimate = try #require(results.series[metric]?[year])
    return estimate.p95 - estimate.p5
  }

  /// A fact in place of an assumption of 0.1M to 0.6M: the path's revenue is known more closely in
  /// every year.
  @Test func aFactInPlaceOfAnAssumption() throws {
    var variation = try Variation()
    try variation.edit(
      "companies/cloud-pipe.yaml", "  - {metric: medical_revenue",
      """
        - {metric: price_per_hospital, period: FY2025, value: 280k, low: 250k, high: 310k, unit: CNY/hospital/year, source: pipe-ar-2025, confidence: medium}
        - {metric: medical_revenue
      """)
    let run = try variation.run()
    for year in 2027...2030 {
      #expect(
        try width(run, "cloud-pipe", "revenue", year)
          < width(TinyStudy.run, "cloud-pipe", "revenue", year), "\(year)")
    }
    #expect(try run.company("hospital-mind") == TinyStudy.run.company("hospital-mind"))
  }

  /// A narrower range of a fact: what grows from it is known more closely in every year, if ever less
  /// so as growth adds up.
  @Test func aFactKnownMoreClosely() throws {
    var variation = try Variation()
    try variation.edit(
      "companies/cloud-pipe.yaml", "value: 43, low: 30, high: 60,", "value: 43, low: 41, high: 45,")
    let (before, after) = (try Variation.original(draws: 2048), try variation.run(draws: 2048))
    for year in 2026...2030 {
      #expect(
        try width(after, "cloud-pipe", "served", year)
          < width(before, "cloud-pipe", "served", year), "\(year)")
    }
  }

  /// A year's revenue and result by its two halves: they sum to the same year.
  @Test func aYearInTwoHalves() throws {
    var variation = try Variation()
    var split = 0
    try variation.mapFacts("hospital-mind") { line in
      for (year, half) in [
        ("value: 20M, unit: USD", "value: 10M, unit: USD"),
        ("value: -1M, unit: USD", "value: -0.5M, unit: USD"),
      ]
      where line.contains(year) {
        split += 1
        return ["2025-H1", "2025-H2"].map {
          line.replacing(year, with: half).replacing("period: FY2025", with: "period: \($0)")
        }
      }
      return [line]
    }
    #expect(split == 2)
    for period in ["2025-H1", "2025-H2"] {
      variation.files["markets/exchange-rates.yaml"]? +=
        "  - {from: USD, to: CNY, period: \(period), value: 7.14, source: fx, confidence: high}\n"
    }
    let (before, after) = (try Variation.original(draws: 2048), try variation.run(draws: 2048))
    #expect(
      agree(
        try before.company("hospital-mind").odds, try after.company("hospital-mind").odds,
        draws: 2048))
    #expect(try after.company("cloud-pipe") == before.company("cloud-pipe"))
  }
}
