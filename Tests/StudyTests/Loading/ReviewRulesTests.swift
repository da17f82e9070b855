import Diagnostics
import RunRecord
import TestSupport
import Testing

@testable import Study

/// Rules of a team as they are written, and what mistakes in them say.
@Suite struct ReviewRulesTests {
  private func read(_ text: String) throws -> ReviewRules {
    let models = try TemporaryModels(TinyModels.files())
    try models.write("review.yaml", text)
    return try ReviewRulesReader(ModelsFolder([models.path]).load())
      .read("\(models.path)/review.yaml")
  }

  private func mistakes(_ text: String) throws -> [String] {
    do {
      _ = try read(text)
      return []
    } catch let error as DiagnosticError {
      return error.diagnostics.map { "\($0.location?.line ?? 0): \($0.message)" }
    }
  }

  @Test func allKindsAreRead() throws {
    let rules = try read(
      """
      rules:
        - {id: groups, rule: group, unless: new_source, because: words are quoted}
        - {id: odds, rule: odds, at_most: 10, companies: [acme]}
        - {id: money, rule: runway, at_most: 6}
        - {id: facts, rule: fact_source}
        - {id: ranges, rule: assumption_source}
        - {id: who, rule: membership}

      """
    ).rules
    #expect(rules.map(\.kind) == ReviewRule.Kind.allCases)
    #expect(rules[0].unlessNewSource && rules[0].because == "words are quoted")
    #expect(rules[1].atMost == 10 && rules[1].companies == ["acme"])
    #expect(rules[2].atMost == 6 && rules[2].companies.isEmpty)
  }

  @Test(arguments: [
    ("rules:\n  - {id: a, rule: ods, at_most: 10}\n", "2: expected group, odds"),
    ("rules:\n  - {id: a, rule: odds}\n", "2: \"at_most\" is missing in a rule"),
    ("rules:\n  - {id: a, rule: group, at_most: 3}\n", "2: a rule \"group\" has no limit"),
    (
      "rules:\n  - {id: a, rule: odds, at_most: -1}\n",
      "2: \"at_most\" is 0 or more points, found -1"
    ),
    (
      "rules:\n  - {id: a, rule: group, companies: [acm]}\n", "2: there is no company \"acm\""
    ),
    (
      "rules:\n  - {id: a, rule: fact_source, unless: new_source}\n",
      "2: a rule \"fact_source\" asks for a source itself"
    ),
    (
      "rules:\n  - {id: a, rule: membership}\n  - {id: a, rule: group}\n",
      "3: there are two rules \"a\""
    ),
    ("rules:\n  - {rule: group}\n", "2: \"id\" is missing in a rule"),
    ("gates: []\n", "1: "),
  ])
  func mistakesAreNamed(_ text: String, _ expected: String) throws {
    let found = try mistakes(text)
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }
}
