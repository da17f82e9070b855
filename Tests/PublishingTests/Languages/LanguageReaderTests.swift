import Diagnostics
import Documents
import Publishing
import Testing

struct LanguageReaderTests {
  private static let phrases = [
    Phrase(id: "Runway.title", english: "How long the money lasts"),
    Phrase(id: "Runway.months", english: "{count} months"),
    Phrase(id: "Pages.index", english: "Index"),
  ]

  private static let numbers = """
    numbers:
      steps:
        - {from: 1000000, mark: " Mio."}
        - {from: 1000000000, mark: " Mrd."}
      percent: " %"
      a_year: "/Jahr"
      range: "{low} bis {high}"
      money_range: "{low} bis {high}"
      currency: after
      currencies: {EUR: " Euro"}
      units: {month: Monate, hospital: Kliniken}

    """

  private func language(_ phrases: String, numbers: String = numbers) throws -> Language {
    let text = "language: de\nname: Deutsch\n\(numbers)phrases:\n\(phrases)"
    return try Language(
      YAMLDocument(SourceText(text, file: "languages/de.yaml")), of: Self.phrases)
  }

  private func mistakes(_ phrases: String, numbers: String = numbers) -> [String] {
    do {
      _ = try language(phrases, numbers: numbers)
      return []
    } catch let error as DiagnosticError {
      return error.diagnostics.map { DiagnosticRenderer().render($0) }
    } catch {
      return ["\(error)"]
    }
  }

  @Test func readsPhrasesAndNumbers() throws {
    let german = try language("  Runway:\n    months: \"{count} Monate\"\n")
    #expect(german.tag == "de")
    #expect(german.name == "Deutsch")
    #expect(german.translations == ["Runway.months": "{count} Monate"])
    let numbers = german.numbers
    #expect(numbers.money(2.5e9, currency: "EUR") == "2.5 Mrd. Euro")
    #expect(numbers.money(2.5e6, currency: "XAU") == "2.5 Mio. XAU")
    #expect(numbers.range(1e6, 3e6, unit: "EUR/year") == "1 Mio. bis 3 Mio. Euro/Jahr")
    #expect(numbers.value(12, unit: "month") == "12 Monate")
    #expect(numbers.value(3, unit: "hospital") == "3 Kliniken")
    // Only English adds an s.
    #expect(numbers.value(3, unit: "device") == "3 device")
  }

  @Test func unknownIdsAreNamedWithWhatWasMeant() {
    let found = mistakes("  Runwey:\n    title: a\n  Runway:\n    titel: b\n")
    #expect(found.count == 2)
    #expect(found[0].hasPrefix("languages/de.yaml:15:3: error: nothing is called \"Runwey\""))
    #expect(found[0].contains("did you mean \"Runway\"?"))
    #expect(found[1].hasPrefix("languages/de.yaml:18:5: error: \"Runway\" has no phrase \"titel\""))
    #expect(found[1].contains("did you mean \"title\"?"))
  }

  @Test func placesMustBeThoseOfEnglish() {
    let found = mistakes("  Runway:\n    months: \"{cuont} Monate\"\n")
    #expect(found.count == 2)
    #expect(found[0].contains("Runway.months has no place {cuont}"))
    #expect(found[0].contains("did you mean \"count\"?"))
    #expect(found[1].contains("{count} is missing in the words of Runway.months"))
  }

  @Test func rangesNeedBothEnds() {
    let broken = Self.numbers.replacing("range: \"{low} bis {high}\"", with: "range: \"{low} bis\"")
    let found = mistakes("  Pages:\n    index: Start\n", numbers: broken)
    #expect(found.contains { $0.contains("\"range\" needs the places {low} and {high}") })
  }

  @Test func englishIsInNoFile() {
    let text = "language: en\nname: English\n\(Self.numbers)phrases: {}\n"
    #expect(throws: DiagnosticError.self) {
      try Language(YAMLDocument(SourceText(text, file: "en.yaml")), of: Self.phrases)
    }
  }

  /// A folder's file stands in for a shipped language of the same tag.
  @Test func catalogueTakesTheLaterFile() throws {
    var catalogue = LanguageCatalogue(of: Self.phrases)
    for word in ["Start", "Anfang"] {
      let text = "language: de\nname: D\n\(Self.numbers)phrases:\n  Pages:\n    index: \(word)\n"
      try catalogue.add(YAMLDocument(SourceText(text, file: "de.yaml")))
    }
    #expect(catalogue.languages.map(\.tag) == ["en", "de"])
    let german = try catalogue.languages.named("DE")
    #expect(german.translations["Pages.index"] == "Anfang")
    #expect(catalogue.missing(in: german).map(\.id) == ["Runway.title", "Runway.months"])
    #expect(throws: DiagnosticError.self) { try catalogue.languages.named("fr") }
  }
}
