import Breakeven
import Facts
import Foundation
import RunRecord
import TestSupport
import Testing

/// A study of 2025-05-31 shows nothing that was unknown then (Method 1.2).
@Suite struct AsOfTests {
  static let asOf = "2025-05-31"

  @Test func noFactRatingOrEventIsFromLater() throws {
    let run = try StudyRuns.article.get()
    #expect(run.run.asOf == Self.asOf)
    // Days written as YYYY-MM-DD are in order as text.
    for fact in run.allFacts {
      #expect(fact.value.knownSince <= Self.asOf, "\(fact.place)")
    }
    for rating in run.allRatings {
      #expect(rating.value.knownSince <= Self.asOf, "\(rating.place)")
    }
    for company in run.companies {
      for event in company.events {
        #expect(event.knownSince <= Self.asOf, "\(company.id) \(event.text)")
      }
    }
  }

  /// What a run takes from a page that repeats filings was public before the page was seen, and so
  /// was a fact that says when it was published; for all else the source's date decides.
  @Test func noSourceIsFromLater() throws {
    let run = try StudyRuns.article.get()
    let repeating = try Self.sourcesOfFactsWithADayOfTheirOwn()
    for source in run.sources {
      let since = try #require(source.knownSince, Comment(rawValue: source.id))
      #expect(since <= Self.asOf, "\(source.id) of \(source.date ?? "no date")")
      switch source.kind {
      case .aggregator, .memory, .assumption, .calculation: break
      default:
        let date = try #require(source.date.flatMap(Period.init), Comment(rawValue: source.id))
        let published = date.days(fiscalYearEnd: .calendarYear).end.description
        #expect(published <= Self.asOf || repeating.contains(source.id), "\(source.id)")
      }
    }
  }

  /// The ids of sources from which facts of the shipped companies take a number that was public on
  /// another day, read from the files as text.
  private static func sourcesOfFactsWithADayOfTheirOwn() throws -> Set<String> {
    let folder = Repository.models + "/companies/"
    var ids: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      for line in try String(contentsOfFile: folder + file, encoding: .utf8).split(separator: "\n")
      where line.contains(", published: ") {
        let rest = try #require(line.split(separator: " source: ").last)
        ids.insert(String(rest.prefix { $0 != "," }))
      }
    }
    return ids
  }

  /// A later day knows at least as much, and the two runs differ.
  @Test func moreIsKnownLater() throws {
    let (now, then) = (try StudyRuns.now.get(), try StudyRuns.article.get())
    #expect(now.sources.count > then.sources.count)
    #expect(now.companies.map(\.id) == then.companies.map(\.id))
    for (later, earlier) in zip(now.companies, then.companies) {
      #expect(later.events.count >= earlier.events.count, "\(later.id)")
      #expect(later.reported.count >= earlier.reported.count, "\(later.id)")
    }
    #expect(now.run.id != then.run.id)
    #expect((now.run.startYear, then.run.startYear) == (2026, 2025))
  }
}
