import Publishing
import Reporting
import RunRecord
import Testing
import TinyStudy

/// What the program says of a run, in the words of a language.
struct StatementWordsTests {
  private static let netIncome = MetricName(
    id: "net_income", title: LocalizedText(["en": "Net income", "zh-Hant": "淨利潤"]))
  private static let ebitda = MetricName(id: "EBITDA", title: nil)

  private func sentence(_ statement: Statement, _ language: Language) -> String {
    ReportContext(record: TinyStudy.run, language: language).sentence(statement)
  }

  @Test(arguments: LanguageCatalogue.shipped.languages)
  func whatPeopleWroteStays(language: Language) {
    let text = "Hospitals {only}, no cash balance is known"
    #expect(sentence(.written(text), language) == text)
  }

  @Test(arguments: [
    (Statement(.noCash), "no cash balance is known", "沒有已知的現金餘額"),
    (
      Statement(.notEnoughEvidence, ["reason": .statements([Statement(.noCash)])]),
      "not enough evidence: no cash balance is known", "證據不足：沒有已知的現金餘額"
    ),
    (
      Statement(.notByHorizon, ["year": .text("2030"), "share": .share(0.97)]),
      "not by 2030 in 97 % of draws", "97% 的抽樣到 2030 年仍未達到"
    ),
    (
      Statement(
        .earningNow, ["metrics": .metrics([netIncome]), "end": .text("2025-06")]),
      "net income of the twelve months to 2025-06 not below zero",
      "截至 2025-06 十二個月的淨利潤不低於零"
    ),
    (
      Statement(
        .resultEstimated,
        ["period": .text("FY2024"), "metrics": .metrics([netIncome, ebitda])]),
      "No operating result of FY2024 is known: it is an estimate by net income and EBITDA.",
      "FY2024 的營業損益未知，依淨利潤、EBITDA估計。"
    ),
    (
      Statement(
        .sourcesDisagree,
        [
          "period": .text("FY2024"), "metrics": .metrics([netIncome]),
          "values": .amounts([
            SourcedAmount(value: 357e6, unit: "CNY", source: "one"),
            SourcedAmount(value: 320e6, unit: "CNY", source: "two"),
          ]),
        ]),
      "For FY2024 sources disagree on net income: CNY 357M by one, CNY 320M by two.",
      "各來源對 FY2024 的淨利潤說法不一：3.57億元（one）、3.2億元（two）。"
    ),
  ])
  func fillsThePlaces(statement: Statement, english: String, traditional: String) {
    #expect(sentence(statement, .english) == english)
    #expect(sentence(statement, .traditionalChinese) == traditional)
  }

  /// Every sentence of a real run has its facts in every language, and none in another tongue.
  @Test(arguments: LanguageCatalogue.shipped.languages)
  func everySentenceOfARunIsWhole(language: Language) {
    let run = TinyStudy.run
    var statements = run.warnings
    for company in run.companies {
      statements += company.outcome.inputs.flatMap(\.because) + company.outcome.notes
      statements += company.warnings
      for path in company.paths {
        statements += path.warnings + path.inputs.flatMap(\.because)
      }
    }
    for statement in statements where statement.kind != .written {
      let text = sentence(statement, language)
      #expect(!text.isEmpty && !text.contains("{") && !text.contains("  "), "\(text)")
    }
  }
}
