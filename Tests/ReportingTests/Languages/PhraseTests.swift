import Reporting
import Testing

struct PhraseTests {
  @Test(arguments: ReportLanguage.allCases)
  func everyPhraseIsThere(language: ReportLanguage) {
    let missing = Phrase.allCases.filter { language.phrases[$0]?.isEmpty ?? true }
    #expect(missing == [])
  }

  @Test(arguments: [ReportLanguage.traditionalChinese, .simplifiedChinese])
  func translationsHaveTheSamePlaces(language: ReportLanguage) {
    for phrase in Phrase.allCases {
      let english = PhraseFilling.places(ReportLanguage.english.phrases[phrase] ?? "")
      let translated = PhraseFilling.places(language.phrases[phrase] ?? "")
      #expect(english == translated, "\(phrase)")
    }
  }

  @Test func findsPlacesAndStrongWords() {
    #expect(
      PhraseFilling.pieces("a **b** {c} d")
        == [.text("a "), .strong("b"), .text(" "), .place("c"), .text(" d")])
  }
}
