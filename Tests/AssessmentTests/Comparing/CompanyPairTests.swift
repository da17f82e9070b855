import Evaluation
import Facts
import Foundation
import Plan
import RunRecord
import Scoring
import Study
import TestSupport
import Testing
import Threads

@testable import Assessment

/// Mixtures of two companies, held against the companies themselves and against all orders.
@Suite struct CompanyPairTests {
  private static let loaded = Result {
    try ModelsFolder(
      [Repository.folder.appending(path: "Tests/TinyStudy/Models").path], crew: Crew(threads: 1)
    ).load()
  }

  private func pair(mostParts: Int) throws -> (pair: CompanyPair, run: RunContext) {
    let preparation = RunPreparation(
      loaded: try Self.loaded.get(), request: EvaluationRequest(draws: 512), ownEvaluators: [])
    let (run, _) = try preparation.run()
    let members = try preparation.companies().filter {
      ["cloud-pipe", "hospital-mind"].contains($0.id)
    }.map { company in
      let planned = try run.planner.plan(company)
      return CompanyPair.Member(
        plan: try planned.outcome.get(),
        paths: try planned.plan.evaluate(over: run.draws).compactMap(\.self))
    }
    return (
      try CompanyPair(
        members[0], members[1], over: run.draws, run.policy.rules, mostParts: mostParts), run
    )
  }

  /// Without any part of the other a company is itself, as it is evaluated alone.
  @Test func theEmptyMixtureIsTheFirstCompany() throws {
    let (pair, run) = try pair(mostParts: 10)
    let company = try #require(run.evaluation.facts.company("cloud-pipe"))
    let alone = try run.planner.plan(company).evaluate(over: run.draws)
    let course = try pair.course(0)
    #expect(course.outcome().states == alone.outcome?.draws?.states)
    let last = course.years.count - 1
    #expect(
      course.column("headroom", year: last) == alone.outcome?.course.column("headroom", year: last))
  }

  /// With all parts it is the second, whose median of a quantity that chance alone moves is its own
  /// within what 512 draws leave.
  @Test func theFullMixtureIsTheSecondCompany() throws {
    let (pair, run) = try pair(mostParts: 10)
    let company = try #require(run.evaluation.facts.company("hospital-mind"))
    let alone = try run.planner.plan(company).evaluate(over: run.draws)
    let states = try #require(alone.outcome?.draws)
    let mixed = try pair.course(1 << pair.parts.count - 1).outcome()
    for state in OutcomeState.allCases {
      let own = try #require(states.probability(of: state).value)
      let other = try #require(mixed.probability(of: state).value)
      #expect(abs(own - other) < 3 * (2 * 0.25 / 512.0).squareRoot(), "\(state)")
    }
  }

  /// The paths go together where there are too many parts.
  @Test func pathsAreJoinedWhereThereAreTooManyParts() throws {
    let few = try pair(mostParts: 6).pair
    let all = try pair(mostParts: 10).pair
    #expect(all.parts.contains(.path("chat-advertising")))
    #expect(few.parts.count <= 6)
    #expect(few.parts.last == .paths(["chat-advertising", "medical-ai"]))
  }

  /// Expected values: the mean of what each part adds over all orders, by brute force.
  @Test func sharesAreMeansOverAllOrders() throws {
    let (pair, _) = try pair(mostParts: 1)
    let count = min(pair.parts.count, 4)
    func odds(_ set: Int) throws -> Double {
      let event = try pair.course(set).outcome().brokeEvenIndicator
      return event.reduce(0, +) / Double(event.count)
    }
    let values = try (0..<1 << count).map(odds)
    let shares = ShapleyValues.shares(of: count) { [values[$0]] }.map { $0[0] }
    let orders = permutations(Array(0..<count))
    var means = [Double](repeating: 0, count: count)
    for order in orders {
      var set = 0
      for part in order {
        means[part] += (values[set | 1 << part] - values[set]) / Double(orders.count)
        set |= 1 << part
      }
    }
    #expect(orders.count == 24)
    #expect(zip(shares, means).allSatisfy { abs($0 - $1) < 1e-14 })
  }

  private func permutations(_ items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { index -> [[Int]] in
      var rest = items
      let item = rest.remove(at: index)
      return permutations(rest).map { [item] + $0 }
    }
  }
}
