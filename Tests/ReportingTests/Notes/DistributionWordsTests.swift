import Publishing
import Reporting
import RunRecord
import Testing

/// Expected texts by hand.
struct DistributionWordsTests {
  @Test(arguments: [
    ("0.1 to 0.35", "1", "0.1 to 0.35"), ("-0.1 to 0.2", "1/year", "−10 to 20 %/year"),
    ("50000000 to 500000000", "CNY/year", "CNY 50M to 500M/year"), ("0.09", "1/year", "9 %/year"),
    ("60 to 200", "day", "60 to 200 days"), ("9 to 24", "month", "9–24 months"),
    ("uniform(0.4, 0.8)", "1", "0.4 to 0.8, each value as likely"),
    ("truncate(0.3 to 0.8, 0, 1)", "1", "0.3 to 0.8, within 0 to 1"),
    ("beta(3, 11)", "1", "beta(3, 11)"), ("0.1M to 0.3M", "CNY", "0.1M to 0.3M"),
    ("normal(2027, 1)", "1", "normal(2027, 1)"), ("", "1", ""),
  ])
  func text(_ distribution: String, _ unit: String, _ text: String) {
    #expect(DistributionWords.text(distribution, unit: UnitName(unit), Language.english) == text)
  }
}
