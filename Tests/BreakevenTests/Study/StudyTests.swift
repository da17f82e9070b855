import Breakeven
import Foundation
import RunRecord
import RunStore
import TestSupport
import Testing

/// What holds of every run of the study that comes with Breakeven.
@Suite struct StudyTests {
  static let days = ["2026-09-30", "2025-05-31"]

  @Test func everyCompanyIsThere() throws {
    let run = try StudyRuns.now.get()
    #expect(!run.companies.isEmpty && !run.paths.isEmpty)
    #expect(try run.companies.map(\.id) == StudyRuns.workspace.companies().map(\.id))
    #expect(run.companies.map(\.id) == run.companies.map(\.id).sorted())
    #expect(try run.paths.map(\.id) == StudyRuns.workspace.paths().map(\.id))
  }

  /// A cell is assessed, not pursued with a reason and its source, or lacks named facts.
  @Test(arguments: days)
  func everyCellIsOneOfThree(asOf: String) throws {
    let run = try StudyRuns.run(asOf)
    // A path without criteria has no readiness.
    let judged = Set(run.paths.filter { !$0.criteria.isEmpty }.map(\.id))
    for company in run.companies {
      #expect(company.paths.map(\.path) == run.paths.map(\.id))
      for path in company.paths {
        let place = Comment(rawValue: "\(company.id) \(path.path)")
        switch path.status {
        case .assessed:
          #expect(path.score.value != nil, place)
          #expect(path.moneyBackIndex.value != nil, place)
          #expect(path.viability.value != nil, place)
          #expect((path.readiness.value != nil) == judged.contains(path.path), place)
          #expect(!path.inputs.isEmpty && !path.trace.isEmpty && path.evidence != nil, place)
          for series in path.series {
            #expect(series.years == Array(run.run.startYear...run.run.horizon), place)
          }
        case .notPursued:
          #expect(path.reason?.message.isEmpty == false, place)
          #expect(path.notPursued?.sources.isEmpty == false, place)
          #expect(path.missing.isEmpty && path.score.value == nil, place)
        case .missingFacts:
          #expect(!path.missing.isEmpty, place)
          #expect(path.score.reason != nil, place)
        }
      }
    }
  }

  @Test func everyPathIsAssessedForSomeCompany() throws {
    let run = try StudyRuns.now.get()
    for path in run.paths {
      #expect(
        run.companies.contains { company in
          company.paths.contains { $0.path == path.id && $0.status == .assessed }
        }, "\(path.id)")
    }
  }

  @Test func outcomesAreKnownOrSayWhatIsMissing() throws {
    let run = try StudyRuns.now.get()
    let known = run.companies.filter { $0.outcome.states != nil }
    #expect(!known.isEmpty)
    for company in run.companies where company.outcome.states == nil && !company.hasBrokenEven {
      #expect(company.outcome.unknown?.reason.message.isEmpty == false, "\(company.id)")
      #expect(company.outcome.unknown?.missing.isEmpty == false, "\(company.id)")
    }
    #expect(Set(run.ranking.order.map(\.id)) == Set(known.map(\.id)))
    #expect(run.ranking.unranked.count == run.companies.count - known.count)
  }

  /// Method 4.4: the four states sum to one in every view.
  @Test(arguments: days)
  func statesSumToOne(asOf: String) throws {
    for company in try StudyRuns.run(asOf).companies {
      for states in [
        company.outcome.states, company.outcome.statesOutside, company.outcome.statesInside,
      ].compactMap({ $0 }) {
        let parts = [states.brokeEven, states.stillLosing, states.sold, states.cashedOut]
        #expect(abs(parts.map(\.value).reduce(0, +) - 1) < 1e-9, "\(company.id)")
        #expect(parts.allSatisfy { (0...1).contains($0.value) }, "\(company.id)")
      }
    }
  }

  /// Method 2.3: the means of exposures, the existing business and the uncovered cost sum to a
  /// hundred.
  @Test(arguments: days)
  func exposuresSumToAHundred(asOf: String) throws {
    var counted = 0
    for company in try StudyRuns.run(asOf).companies {
      guard let gap = company.outcome.uncoveredCost.value,
        let other = company.outcome.existingBusiness.value
      else { continue }
      // A path that is too far from the accounts covers nothing.
      let paths = company.paths.filter { path in
        path.status == .assessed && !path.warnings.contains { $0.kind == .lineWithheld }
      }.map(\.exposure.value)
      let sum = try paths.map { try #require($0) }.reduce(gap + other, +)
      #expect(abs(sum - 100) < 1e-4, "\(company.id)")
      counted += 1
    }
    #expect(counted > 0)
  }

  /// The encoder refuses numbers that aren't finite; ones that hide in text are looked for.
  @Test(arguments: days)
  func everyNumberIsFiniteAndReadsBack(asOf: String) throws {
    let run = try StudyRuns.run(asOf)
    let json = try RunCoder.encode(run)
    #expect(try RunCoder.decode(RunRecord.self, from: json) == run)
    for input in run.allInputs {
      for text in [input.value.distribution] + (input.value.byYear ?? [:]).values {
        #expect(!text.contains("nan") && !text.contains("inf"), "\(input.place): \(text)")
      }
    }
    let series = run.companies.flatMap(\.paths).flatMap { $0.series }
    for estimate in series.flatMap(\.values.values) {
      #expect(estimate.p5 <= estimate.p50 && estimate.p50 <= estimate.p95)
    }
  }

  @Test(arguments: days)
  func theRankingAgreesWithItself(asOf: String) throws {
    let ranking = try StudyRuns.run(asOf).ranking
    let utilities = ranking.order.compactMap(\.meanUtility.value)
    #expect(utilities.count == ranking.order.count)
    #expect(utilities == utilities.sorted(by: >))
    #expect(abs(ranking.weights.values.reduce(0, +) - 1) < 1e-9)
    for first in ranking.order {
      #expect(abs(first.rankShares.reduce(0, +) - 1) < 1e-9, "\(first.id)")
      for second in ranking.order where second.id != first.id {
        let one = try #require(ranking.prefers[first.id]?[second.id])
        let other = try #require(ranking.prefers[second.id]?[first.id])
        #expect(abs(one + other - 1) < 1e-9, "\(first.id) \(second.id)")
      }
    }
  }
}
