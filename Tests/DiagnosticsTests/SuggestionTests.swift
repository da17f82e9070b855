import Diagnostics
import Testing

@Suite struct SuggestionTests {
  static let names = ["hospitals", "hospitals_served", "price", "previous", "year"]

  @Test(arguments: [
    ("hospitls", "hospitals"), ("Price", "price"), ("pirce", "price"), ("yaer", "year"),
    ("previuos", "previous"), ("hospital_served", "hospitals_served"),
  ])
  func findsTheNearestName(written: String, meant: String) {
    #expect(Suggestion.closest(to: written, among: Self.names) == meant)
    #expect(Suggestion.help(for: written, among: Self.names) == "did you mean \"\(meant)\"?")
  }

  @Test(arguments: ["revenue", "", "x", "prices_of_tokens"])
  func suggestsNothingFarAway(written: String) {
    #expect(Suggestion.closest(to: written, among: Self.names) == nil)
    #expect(Suggestion.help(for: written, among: Self.names) == nil)
  }

  @Test func tiesGoToTheFirstInAlphabeticalOrder() {
    #expect(Suggestion.closest(to: "ab", among: ["ac", "aa"]) == "aa")
    #expect(Suggestion.closest(to: "ab", among: ["aa", "ac"]) == "aa")
  }
}
