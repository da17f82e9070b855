import Foundation
import RunRecord
import Testing
import TinyStudy

/// In which order something was written down is no evidence: the whole record is the same.
@Suite struct OrderTests {
  private func expectSame(_ variation: Variation) throws {
    #expect(try variation.run().textWithoutHashes() == TinyStudy.run.textWithoutHashes())
  }

  private static func reversed(_ text: String, where isItem: (String) -> Bool) -> String {
    var lines = text.components(separatedBy: "\n")
    let places = lines.indices.filter { isItem(lines[$0]) }
    let items = places.map { lines[$0] }
    for (place, item) in zip(places, items.reversed()) { lines[place] = item }
    return lines.joined(separator: "\n")
  }

  @Test func factsOfACompany() throws {
    var variation = try Variation()
    for (file, text) in variation.files where file.hasPrefix("companies/") {
      variation.files[file] = Self.reversed(text) {
        $0.hasPrefix("  - {") && $0.contains("metric: ")
      }
    }
    try expectSame(variation)
  }

  @Test func sources() throws {
    var variation = try Variation()
    variation.files["sources.yaml"] = Self.reversed(try #require(variation.files["sources.yaml"])) {
      $0.hasPrefix("  ")
    }
    try expectSame(variation)
  }

  @Test func exchangeRates() throws {
    var variation = try Variation()
    let file = "markets/exchange-rates.yaml"
    variation.files[file] = Self.reversed(try #require(variation.files[file])) {
      $0.hasPrefix("  - ")
    }
    try expectSame(variation)
  }

  /// Keys within facts; facts with quotes are left as they are.
  @Test func keysOfFacts() throws {
    var variation = try Variation()
    var changed = 0
    for company in ["big-group", "cloud-pipe", "hospital-mind"] {
      try variation.mapFacts(company) { line in
        guard !line.contains("\""), !line.contains("note: ") else { return [line] }
        changed += 1
        let keys = line.dropFirst("  - {".count).dropLast().components(separatedBy: ", ")
        return ["  - {\(keys.reversed().joined(separator: ", "))}"]
      }
    }
    #expect(changed > 15)
    try expectSame(variation)
  }

  /// The list of facts before everything else that is said of a company.
  @Test func keysOfACompany() throws {
    var variation = try Variation()
    let file = "companies/hospital-mind.yaml"
    let text = try #require(variation.files[file])
    let parts = text.components(separatedBy: "facts:\n")
    try #require(parts.count == 2)
    variation.files[file] = "facts:\n" + parts[1] + parts[0]
    try expectSame(variation)
  }
}
