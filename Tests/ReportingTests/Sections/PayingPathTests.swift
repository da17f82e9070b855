import Findings
import Publishing
import Reporting
import RunRecord
import Testing
import TinyStudy

/// Which path most often gives the money back, where counts tie.
struct PayingPathTests {
  /// The tiny study with these odds of the money back on its two paths, wherever one is assessed.
  private func record(_ odds: [String: Double]) -> RunRecord {
    var record = TinyStudy.run
    for company in record.companies.indices {
      for cell in record.companies[company].paths.indices {
        let path = record.companies[company].paths[cell]
        guard case .assessed(var results) = path.state, let value = odds[path.path] else {
          continue
        }
        results.viability = .estimate(
          Estimate(
            value: value, unit: .fraction, p5: value, p50: value, p95: value, standardError: 0))
        record.companies[company].paths[cell].state = .assessed(results)
      }
    }
    // One company on both paths, so that the counts are equal.
    record.companies.removeAll { company in
      company.paths.contains { $0.results == nil }
    }
    return record
  }

  private func answer(_ record: RunRecord) -> String {
    let page = LeagueNote.page(ReportContext(record: record, language: .english))
    return MarkdownRenderer(AnchorIndex([page])).render(page)
  }

  /// 55 % comes first in the alphabet, 62 % in fact.
  @Test func theOddsDecideBetweenEquals() {
    let record = record(["chat-advertising": 0.55, "medical-ai": 0.62])
    #expect(record.companies.count == 1)
    let best = Findings(record).pathsThatPayMost
    #expect(best.map(\.path.id) == ["medical-ai"])
    #expect(best.map(\.odds) == [0.62])
    #expect(answer(record).contains("most often gives the money back is Medical AI (1 of 1 "))
  }

  /// What prints alike is named, all of it.
  @Test func equalsAreAllNamed() {
    let record = record(["chat-advertising": 0.621, "medical-ai": 0.62])
    #expect(Findings(record).pathsThatPayMost.map(\.path.id) == ["chat-advertising", "medical-ai"])
    #expect(
      answer(record).contains(
        "The paths that most often give the money back are Chat advertising (1 of 1 companies "
          + "assessed), Medical AI (1 of 1 companies assessed)."))
  }

  /// More companies count for more than better odds at fewer.
  @Test func theCountComesFirst() {
    let record = record(["chat-advertising": 0.9, "medical-ai": 0.4])
    #expect(Findings(record).pathsThatPayMost.map(\.path.id) == ["chat-advertising"])
    #expect(
      Findings(self.record(["chat-advertising": 0.4, "medical-ai": 0.4])).pathsThatPayMost == [])
  }

  /// To be carried most isn't to live: the index says what becomes of whom a path supports most.
  @Test func whoIsSupportedMostAndLostIsSaid() throws {
    var record = TinyStudy.run
    for index in record.companies.indices {
      guard var outcome = record.companies[index].outcome.known, outcome.states != nil else {
        continue
      }
      func exactly(_ value: Double) -> Estimate {
        Estimate(
          value: value, unit: .fraction, p5: value, p50: value, p95: value, standardError: 0)
      }
      outcome.states = StateProbabilities(
        brokeEven: exactly(0.05), stillLosing: exactly(0.06), sold: exactly(0.3),
        cashedOut: exactly(0.59))
      record.companies[index].outcome = .known(outcome)
    }
    let index = try #require(ReportWriter.pages(for: record).first { $0.path == "README.md" })
    #expect(
      index.content.contains(", which runs out of money or is sold at 89 % all the same"))
  }
}
