import Documents
import Testing

@Suite struct DecimalNumberTests {
  @Test(arguments: [
    ("0", 0.0), ("398000000", 398_000_000), ("3.98e8", 398_000_000), ("-696e6", -696_000_000),
    ("+5", 5), ("150M", 150_000_000), ("1.5k", 1500), ("2B", 2_000_000_000),
    ("3.98亿", 398_000_000), ("3.98億", 398_000_000), ("1.2万", 12_000), ("1.2萬", 12_000),
    ("35%", 0.35), ("35.68%", 0.3568), ("0.29%", 0.0029), ("8E-7", 8e-7),
    ("2bn", 2e9), ("1.12bn", 1.12e9), ("−80M", -80e6), ("40 %", 0.4), ("40\u{A0}%", 0.4),
    ("−5 %", -0.05),
  ])
  func numbers(_ text: String, _ value: Double) {
    #expect(DecimalNumber.parse(text) == value)
  }

  @Test(arguments: [
    "", "010", "00", "12:30", "0x1F", "1_000", "1,000", ".inf", ".nan", "inf", "nan", "infinity",
    ".5", "5.", "1e", "e5", "--1", "1 000", "1e5M", "5 M", "bn", "−", "2 bn", "−−1", " %", "%",
    "1e400", "١٢", "1.2.3", "-", "1kk",
  ])
  func noNumbers(_ text: String) {
    #expect(DecimalNumber.parse(text) == nil)
  }

  @Test(arguments: [("0", 0), ("-3", -3), ("+3", 3), ("2024", 2024)])
  func integers(_ text: String, _ value: Int) {
    #expect(DecimalNumber.parseInteger(text) == value)
  }

  @Test(arguments: ["", "1.0", "1e3", "010", "99999999999999999999", "3k"])
  func noIntegers(_ text: String) {
    #expect(DecimalNumber.parseInteger(text) == nil)
  }
}
