import Testing

import Formulas

@Suite struct NumberNotationTests {
  static let numbers: [(text: String, value: Double)] = [
    ("0", 0), ("7", 7), ("0.5", 0.5), (".5", 0.5), ("-3", -3), ("1.5e8", 1.5e8), ("1e-3", 0.001),
    ("2E+2", 200), ("150M", 150e6), ("15.4k", 15400), ("15.4K", 15400), ("2B", 2e9),
    ("35%", 0.35), ("-15%", -0.15), ("3.98亿", 398_000_000), ("3.98億", 398_000_000),
    ("15.4万", 154_000), ("1.1萬", 11000), ("0.1%", 0.001), ("397684600", 397_684_600),
    ("2bn", 2e9), ("1.12bn", 1.12e9), ("−15%", -0.15), ("35 %", 0.35), ("35\u{202F}%", 0.35),
    ("0.000", 0), ("1e308", 1e308), ("4.9e-324", .leastNonzeroMagnitude),
  ]

  /// Exactly the double nearest to the decimal number, as the literal of the same value.
  @Test(arguments: numbers)
  func reads(text: String, value: Double) {
    #expect(NumberNotation.parse(text) == value)
  }

  @Test(arguments: [
    "", "-", "abc", "1.", "1.2.3", "1 000", "1,000", "5Mx", "2k5", "1e", "--1", "+1", "1e999",
    "1e-999", "1e99999999999999999999", "0x10", "inf", "nan", "三", "5 M", "1_000", "2bnx", "2 bn",
    "−", "−−1",
  ])
  func refuses(text: String) {
    #expect(NumberNotation.parse(text) == nil)
  }

  @Test func printsWhatReadsBack() {
    var random = SplitMix(seed: 1)
    for _ in 0..<2000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      let text = NumberNotation.print(value)
      #expect(NumberNotation.parse(text) == value, "\(text)")
    }
    #expect(NumberNotation.print(398_000_000) == "398000000")
    #expect(NumberNotation.print(0.35) == "0.35")
  }
}
