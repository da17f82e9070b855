import Diagnostics
import Documents
import Publishing
import Testing

/// Layouts are read strictly: every mistake with its place, and what was probably meant.
struct LayoutReaderTests {
  private static let frames = [
    Layout.Frame(name: "index", usual: ["Brief", "AtRisk"], all: ["Brief", "AtRisk", "Crowding"]),
    Layout.Frame(name: "company", usual: ["Verdict", "Events"], all: ["Verdict", "Events"]),
  ]
  private static let phrases = [
    Phrase(id: "Runway.months", english: "{count} months"),
    Phrase(id: "Runway.title", english: "Runway"),
  ]

  private func layout(_ text: String) throws -> Layout {
    try Layout(
      YAMLDocument(SourceText(text, file: "layout.yaml")), frames: Self.frames,
      phrases: Self.phrases, languages: [.english])
  }

  private func mistakes(_ text: String) -> [Diagnostic] {
    do {
      _ = try layout(text)
      return []
    } catch {
      return (error as? DiagnosticError)?.diagnostics ?? []
    }
  }

  @Test func readsPartsTitlesAndWords() throws {
    let read = try layout(
      """
      pages:
        index:
          title: {en: "Ours: {name}", zh-Hant: 我們的}
          sections: [Crowding, {section: Brief, heading: Answer}, {text: ours, heading: {en: A}}]
        company: {leave_out: [Verdict]}
      words:
        en: {Runway: {months: "{count} m", title: Money lasts}}
      """)
    let index = try #require(read.pages["index"])
    #expect(index.title == Translations(en: "Ours: {name}", zhHant: "我們的"))
    #expect(
      index.parts == [
        .section("Crowding", heading: nil), .section("Brief", heading: Translations(en: "Answer")),
        .text(Translations(en: "ours"), heading: Translations(en: "A")),
      ])
    #expect(read.pages["company"]?.parts == [.section("Events", heading: nil)])
    #expect(
      read.worded(.english).wording(Self.phrases[1]) == "Money lasts",
      "\(read.words)")
    #expect(Layout.usual.worded(.english).wording(Self.phrases[1]) == "Runway")
  }

  /// A wording may leave a place out.
  @Test func placesMayBeLeftOut() throws {
    #expect(try layout("words: {en: {Runway: {months: long}}}").words["en"]?.count == 1)
  }

  @Test(arguments: [
    ("pages: {indx: {}}", "there is no page \"indx\"", "did you mean \"index\"?"),
    ("pages: {front: {}}", "there is no page \"front\"", "the pages are index, company"),
    (
      "pages: {index: {sections: [Breif]}}", "there is no section \"Breif\"",
      "did you mean \"Brief\"?"
    ),
    (
      "pages: {index: {sections: [Weather]}}", "there is no section \"Weather\"",
      "the page index can have Brief, AtRisk, Crowding"
    ),
    (
      "pages: {index: {sections: [Verdict]}}", "the section Verdict belongs to the page company",
      "the page index can have Brief, AtRisk, Crowding"
    ),
    (
      "pages: {index: {sections: [Brief, Brief]}}", "the section Brief stands on the page twice",
      "keep one"
    ),
    (
      "pages: {index: {sections: [Brief], leave_out: [AtRisk]}}",
      "\"sections\" and \"leave_out\" both say what stands on the page", "keep one"
    ),
    (
      "pages: {index: {leave_out: [Crowding]}}", "there is no section \"Crowding\"",
      "the page index can have Brief, AtRisk"
    ),
    (
      "pages: {index: {sections: [{section: Brief, text: a}]}}",
      "\"section\" and \"text\" are two parts of a page", "make two lines of them"
    ),
    (
      "pages: {index: {sections: [{heading: a}]}}", "\"text\" is missing in a part of a page", nil
    ),
    (
      "pages: {index: {title: \"{nmae}\"}}", "a title has no place {nmae}", "did you mean \"name\"?"
    ),
    ("pages: {index: {title: \"{x}\"}}", "a title has no place {x}", "it has {name}"),
    ("pages: {index: {titel: a}}", "unknown key \"titel\" in a page", "did you mean \"title\"?"),
    ("words: {fr: {}}", "there is no language \"fr\"", "the languages are en"),
    (
      "words: {en: {Runwy: {}}}", "nothing is called \"Runwy\"", "did you mean \"Runway\"?"
    ),
    (
      "words: {en: {Runway: {years: a}}}", "\"Runway\" has no phrase \"years\"",
      "it has months, title"
    ),
    (
      "words: {en: {Runway: {months: \"{days}\"}}}", "Runway.months has no place {days}",
      "it has {count}"
    ),
    (
      "words: {en: {Runway: {title: \"{days}\"}}}", "Runway.title has no place {days}",
      "it has none"
    ),
    ("# nothing\n", "layout.yaml is empty", "it needs \"pages:\" or \"words:\""),
  ])
  func mistakes(_ text: String, _ message: String, _ help: String?) {
    let found = mistakes(text)
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.help) == [help])
  }
}
