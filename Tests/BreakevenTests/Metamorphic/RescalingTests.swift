import Foundation
import RunRecord
import Testing
import TinyStudy

/// In which unit an amount is written is no evidence.
@Suite struct RescalingTests {
  private static let amounts = [
    "331000000": "331M", "398000000": "398000k", "-121000000": "-0.121B", "-160000000": "-160M",
    "-90000000": "-90M", "20000000": "20e6",
  ]

  /// Suffixes are a way to write a number.
  @Test func suffixes() throws {
    var variation = try Variation()
    for (digits, short) in Self.amounts {
      try variation.edit("companies/cloud-pipe.yaml", "value: \(digits),", "value: \(short),")
    }
    #expect(try variation.run().textWithoutHashes() == TinyStudy.run.textWithoutHashes())
  }

  /// Amounts in a unit of a thousand, among them both of two that disagree.
  ///
  /// Every number of the answer is the same, since a thousand times a whole number is exact.
  @Test func thousands() throws {
    var variation = try Variation()
    try variation.edit(
      "units.yaml", "  year: {title", "  thousand_CNY: {is: 1e3 CNY}\n  year: {title")
    for (digits, short) in [
      ("331000000", "331000"), ("398000000", "398000"), ("-121000000", "-121000"),
      ("-160000000", "-160000"), ("-90000000", "-90000"), ("330000000", "330000"),
    ] {
      try variation.edit(
        "companies/cloud-pipe.yaml", "value: \(digits), unit: CNY,",
        "value: \(short), unit: thousand_CNY,")
    }
    try expectSameNumbers(try variation.run())
  }

  /// All amounts of a company in a currency of which one is always worth eight yuan: dividing by
  /// eight and multiplying again is exact.
  @Test func anotherCurrency() throws {
    var variation = try Variation()
    try variation.edit("units.yaml", "  year: {title", "  XTS: {currency: true}\n  year: {title")
    let periods = ["FY2023", "FY2024", "FY2025", "2024-12-31", "2025-12-31"]
    variation.files["markets/exchange-rates.yaml"]? +=
      periods.map {
        "  - {from: XTS, to: CNY, period: \($0), value: 8, source: fx, confidence: high}\n"
      }.joined()
    var changed = 0
    try variation.mapFacts("cloud-pipe") { line in
      guard line.contains("unit: CNY,"), let value = line.split(separator: "value: ").last,
        let digits = value.split(separator: ",").first
      else { return [line] }
      changed += 1
      let number = digits == "600M" ? 600_000_000 : Int(digits) ?? 0
      return [
        line.replacing("value: \(digits),", with: "value: \(Double(number) / 8),")
          .replacing("unit: CNY,", with: "unit: XTS,")
      ]
    }
    #expect(changed == 9)
    try expectSameNumbers(try variation.run())
  }

  private func expectSameNumbers(_ run: RunRecord) throws {
    for company in TinyStudy.run.companies {
      #expect(try run.company(company.id).numbers == company.numbers, "\(company.id)")
    }
    #expect(run.ranking == TinyStudy.run.ranking)
  }
}
