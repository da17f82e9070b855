@testable import Publishing
import Testing

struct PhraseFillingTests {
  private enum Words: String, Phrases {
    static let topic = "Test"

    case greeting = "**{name}** says {what}"
    case plain = "nothing to fill"
    case leads = "**{name} leads {other}** by {what}"
  }

  @Test func findsPlacesAndStrongWords() {
    #expect(
      PhraseFilling.pieces("a **b** {c} d")
        == [.text("a "), .strong("b"), .text(" "), .place("c"), .text(" d")])
    #expect(
      PhraseFilling.pieces("**{a}**: b **c {d}**")
        == [
          .strongPlace("a"), .text(": b "), .strong("c "), .strongPlace("d"),
        ])
    #expect(PhraseFilling.places("**{a}** {b}") == ["a", "b"])
  }

  @Test func idsAreTopicAndCase() {
    #expect(Words.phrases.map(\.id) == ["Test.greeting", "Test.plain", "Test.leads"])
    #expect(
      Words.phrases.map(\.english) == [
        "**{name}** says {what}", "nothing to fill", "**{name} leads {other}** by {what}",
      ])
  }

  /// What is strong together stays together, with the spaces between its words.
  @Test func strongWordsStayTogether() {
    let line = Language.english.line(
      Words.leads, ["name": [.text("A")], "other": [.text("B")], "what": [.text("3")]])
    let page = Page(path: "x", title: "x", blocks: [.paragraph(line)])
    #expect(MarkdownRenderer(AnchorIndex([page])).render(page) == "**A leads B** by 3\n")
  }

  @Test func placesAreFilledWithTextOrWithLinks() {
    let english = Language.english
    #expect(english.text(Words.greeting, ["name": "A", "what": "b"]) == "A says b")
    #expect(english.line(Words.greeting, ["what": [.code("b")]]).plainText == " says b")
  }

  /// A language says what its file translates, and English for the rest.
  @Test func translationsFallBackToEnglish() {
    let half = Language(
      tag: "xx", name: "X", numberStyle: .english,
      translations: ["Test.greeting": "{what}, sagt {name}"])
    #expect(half.text(Words.greeting, ["name": "A", "what": "b"]) == "b, sagt A")
    #expect(half.text(Words.plain) == "nothing to fill")
  }
}
