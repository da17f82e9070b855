import RunRecord
import Testing

@testable import BreakevenCLI

struct GlossaryTests {
  @Test(arguments: Glossary.ids)
  func everyTermIsExplainedInEveryLanguage(_ id: String) throws {
    let term = try #require(Glossary.term(id))
    for language in ["en", "zh-Hant", "zh-Hans"] {
      #expect(term.name.byLanguage[language]?.isEmpty == false)
      let text = try #require(term.text.byLanguage[language])
      #expect(text.hasSuffix(language == "en" ? "." : "。"))
      expectFits(Glossary.text(term, in: language))
    }
  }

  @Test(arguments: [
    "runway", "exposure", "recovery", "readiness", "viability", "score", "carry", "headroom",
    "cash cover", "path support", "gap", "drain", "tier", "estimate",
  ])
  func theWordsOfReportsAreThere(_ word: String) {
    #expect(Glossary.term(word) != nil)
  }

  @Test(arguments: ["cash-cover", "Cash Cover", "cash_cover", "現金覆蓋", "现金覆盖"])
  func termsAreFoundHoweverTheyAreWritten(_ word: String) {
    #expect(Glossary.term(word)?.id == "cash-cover")
  }

  @Test func idsAreUnique() {
    #expect(Set(Glossary.ids).count == Glossary.ids.count)
  }
}
