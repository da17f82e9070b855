import Publishing
import Reporting
import RunRecord
import Testing
import TinyStudy

/// Each page says at its head which question it answers, and answers it in the next sentence.
struct QuestionTests {
  private static let pages = ReportWriter.tree(
    of: TinyStudy.run, language: .english, since: EarlierRun.run)

  /// After the title and the way back: a quote that ends in a question mark, the only one of its page,
  /// then a sentence in bold.
  ///
  /// The first page and those of companies begin in their own way.
  @Test func everyPageAsksOneQuestionAndAnswersIt() throws {
    let pages = Self.pages.filter { $0.path != "README" && !$0.path.hasPrefix("companies/") }
    #expect(
      Set(pages.map(\.path)).isSuperset(
        of: ["paths/medical-ai", "ranking", "unranked", "map", "changes", "method", "sources"]))
    for page in pages {
      guard case .quote(let quoted) = page.blocks[2], case .paragraph(let answer) = page.blocks[3]
      else {
        Issue.record("\(page.path) doesn't begin with its question")
        continue
      }
      #expect(quoted.count == 1 && Self.text(quoted[0]).hasSuffix("?"), "\(page.path)")
      guard case .strong(let said)? = answer.first, answer.count == 1 else {
        Issue.record("\(page.path) doesn't answer in bold")
        continue
      }
      // One sentence.
      #expect(said.plainText.hasSuffix(".") && !said.plainText.dropLast().contains(". "))
      let questions = page.blocks.collected { block -> String? in
        if case .quote(let blocks) = block, Self.text(blocks[0]).hasSuffix("?") { "?" } else { nil }
      }
      #expect(questions.count == 1, "\(page.path)")
    }
  }

  private static func text(_ block: Block) -> String {
    if case .paragraph(let text) = block { text.plainText } else { "" }
  }

  // MARK: The page of a path

  /// The head of the page on medical AI, of a run in which the company that stands first there has
  /// these states.
  private func head(
    _ brokeEven: Double, _ stillLosing: Double, _ sold: Double, _ cashedOut: Double,
    oddsWithout: Double
  ) throws -> String {
    var record = TinyStudy.run
    let place = try #require(record.companies.firstIndex { $0.id == "hospital-mind" })
    func estimate(_ value: Double) -> Estimate {
      Estimate(value: value, unit: "1", p5: value, p50: value, p95: value, standardError: 0)
    }
    var outcome = try #require(record.companies[place].outcome.known)
    outcome.states = StateProbabilities(
      brokeEven: estimate(brokeEven), stillLosing: estimate(stillLosing), sold: estimate(sold),
      cashedOut: estimate(cashedOut))
    record.companies[place].outcome = .known(outcome)
    for path in record.companies[place].paths.indices
    where record.companies[place].paths[path].path == "medical-ai" {
      var results = try #require(record.companies[place].paths[path].results)
      results.oddsWithout = .estimate(estimate(oddsWithout))
      record.companies[place].paths[path].state = .assessed(results)
    }
    let pages = ReportWriter.tree(of: record, language: .english)
    let page = try #require(pages.first { $0.path == "paths/medical-ai" })
    return MarkdownRenderer(AnchorIndex(pages)).render(page)
  }

  /// A path doesn't crown a company that its own page gives 89 % of failing without a word.
  @Test func whoStandsFirstAndFailsIsSaidTo() throws {
    let text = try head(0.04, 0.07, 0.23, 0.66, oddsWithout: 0.04)
    #expect(
      text.contains(
        """
        is [Hospital Mind](../companies/hospital-mind.md), which is itself more likely than not to \
        run out of money or be sold (89 %).
        """))
    #expect(
      text.contains(
        """
        [Hospital Mind](../companies/hospital-mind.md) (more likely than not to run out of money or \
        be sold)
        """))
  }

  @Test func whoStandsFirstIsCalledByItsGroup() throws {
    #expect(
      try head(0.6, 0.2, 0.1, 0.1, oddsWithout: 0.5)
        .contains("more likely than not to break even before its money runs out (60 %)."))
    #expect(
      try head(0.2, 0.6, 0.1, 0.1, oddsWithout: 0.2)
        .contains("more likely than not still loses money at the end of 2030 (60 %)."))
    #expect(
      try head(0.4, 0.3, 0.1, 0.2, oddsWithout: 0.4).contains(
        "it breaks even first with 40 % and runs out of money or is sold with 30 %."))
  }

  /// 60 % with and 50 % without is lifted; 50.5 % without isn't, by a point less than one of printing.
  @Test func aPathLiftsFromAPointOn() throws {
    let lifted = try head(0.6, 0.2, 0.1, 0.1, oddsWithout: 0.5)
    #expect(lifted.contains("The path lifts the odds most at [Hospital Mind]"))
    #expect(lifted.contains("50 % without it, 60 % with it."))
    let same = try head(0.6, 0.2, 0.1, 0.1, oddsWithout: 0.595)
    #expect(!same.contains("lifts the odds most at [Hospital Mind]"))
  }
}
