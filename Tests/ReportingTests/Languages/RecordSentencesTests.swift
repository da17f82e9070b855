import Publishing
import Reporting
import Testing

struct RecordSentencesTests {
  private func translated(_ sentence: String, _ language: Language) -> String? {
    RecordSentences.translated(sentence, to: language) { $0 == "net income" ? "淨利潤" : $0 }
  }

  @Test func englishStays() {
    #expect(translated("anything at all", .english) == "anything at all")
  }

  @Test func whatPeopleWroteFollowsNoPattern() {
    #expect(translated("Hospitals only", .traditionalChinese) == nil)
    #expect(translated("no cash balance is known to anybody", .simplifiedChinese) == nil)
  }

  @Test(arguments: [
    ("no cash balance is known", "沒有已知的現金餘額"),
    ("not enough evidence: no cash balance is known", "證據不足：沒有已知的現金餘額"),
    ("not by 2030 in 97 % of draws", "97% 的抽樣到 2030 年仍未達到"),
    (
      "net income of FY2023 and FY2024 was not below zero", "FY2023 與 FY2024 的淨利潤皆不低於零"
    ),
    (
      "For FY2024 sources disagree on the net income: 0.357 by one, 0.32 by two.",
      "各來源對 FY2024 的淨利潤說法不一：0.357 by one, 0.32 by two。"
    ),
    (
      "No operating result of FY2024 is known: it is an estimate by net income and EBITDA.",
      "FY2024 的營業損益未知，依淨利潤、EBITDA估計。"
    ),
  ])
  func fillsThePlaces(sentence: String, expected: String) {
    #expect(translated(sentence, .traditionalChinese) == expected)
  }

  /// A note that follows the first sentence is translated by itself.
  @Test func aSentenceAndAnother() {
    let cash =
      "Cash is of 2025-06-30, 12 months before the as-of day, brought forward at the yearly cash "
      + "flow."
    let taken =
      " In 100 % of draws that would leave less than half a year of burn; it is taken as that, "
      + "since the company still operates and so found money."
    let (first, second) = (
      translated(cash, .simplifiedChinese), translated(cash + taken, .simplifiedChinese)
    )
    #expect(first == "现金为 2025-06-30 的余额，早于资料日 12 个月，按年度现金流推算至资料日。")
    #expect(
      second == (first ?? "") + "100% 的抽样中，这样只剩不到半年的消耗；公司仍在运营，可见已筹到资金，因此以半年计。")
  }
}
