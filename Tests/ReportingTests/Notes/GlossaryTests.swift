import Publishing
import Reporting
import Testing

struct GlossaryTests {
  private static let languages = LanguageCatalogue.shipped.languages

  private func id(_ words: String) -> String? { Glossary.term(words, in: Self.languages)?.id }

  @Test(arguments: Glossary.ids)
  func everyTermIsExplainedInEveryLanguage(_ id: String) throws {
    let term = try #require(Glossary.term(id, in: []))
    for language in Self.languages {
      let text = TerminalRenderer().render(Glossary.page(term, language))
      #expect(text.hasSuffix(language == .english ? ".\n" : "。\n"), "\(text)")
    }
  }

  /// Who read an earlier report finds what its words are called now.
  @Test(arguments: [
    ("carry", "support"), ("recovery", "money-back-index"), ("knock-out", "odds-without-it"),
    ("independence", "diversification"), ("legacy", "existing-business"),
    ("gap", "uncovered-cost"), ("viability", "money-back"),
  ])
  func formerWordsLeadToTheNewOnes(_ word: String, _ term: String) {
    #expect(id(word) == term)
    let text = TerminalRenderer(width: 1000).render(
      Glossary.page(Glossary.terms.first { $0.id == term } ?? Glossary.terms[0], .english)
    ).replacing("\n", with: " ")
    #expect(text.contains(word == "viability" ? "Also called viability" : "Formerly \(word)"))
  }

  @Test(arguments: ["cash-cover", "Cash Cover", "cash_cover", "現金保障", "现金保障"])
  func termsAreFoundHoweverTheyAreWritten(_ word: String) {
    #expect(id(word) == "cash-cover")
  }

  @Test func idsAreUniqueAndInOrder() {
    #expect(Glossary.ids == Set(Glossary.ids).sorted())
  }
}
