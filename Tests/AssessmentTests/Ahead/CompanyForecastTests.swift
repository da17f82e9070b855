import Evaluation
import Facts
import Foundation
import Nowcast
import RunRecord
import Scoring
import Simulation
import Study
import TestSupport
import Testing

@testable import Assessment

/// What is foretold, draw by draw: held to the course that it is read from, and thresholds to draws of
/// another seed.
@Suite struct CompanyForecastTests {
  private static let loaded = Result {
    try ModelsFolder([Repository.folder.appending(path: "Tests/TinyStudy/Models").path]).load()
  }

  private func run(seed: UInt64 = 1, draws: Int = 16384) throws -> RunContext {
    try RunPreparation(
      loaded: Self.loaded.get(),
      request: EvaluationRequest(companies: ["cloud-pipe"], draws: draws, seed: seed),
      ownEvaluators: []
    ).run().0
  }

  private func forecast(_ run: RunContext, days: Int = 400) throws -> CompanyForecast {
    let company = try #require(run.evaluation.facts.company("cloud-pipe"))
    return try LookAhead.forecast(company, days: days, in: run)
  }

  /// At the middle of a year the course is what `evaluate` has, in every draw; a year later likewise,
  /// and halfway in between it is the straight line where there is no noise.
  @Test func theCourseIsTheModelsOwn() throws {
    let run = try run(draws: 256)
    let company = try #require(run.evaluation.facts.company("cloud-pipe"))
    let planned = try run.planner.plan(company)
    let outcome = try #require(
      try planned.evaluate(over: run.draws, kept: .between).outcome)
    let course = outcome.course
    let between = try #require(course.between)
    let none = Array(repeating: 0.0, count: 256)
    let (first, second) = (course.column("revenue", year: 0), course.column("revenue", year: 1))
    let (now, then) = (
      between.logRate(at: 2026.5, noise: none), between.logRate(at: 2027.5, noise: none)
    )
    let middle = between.logRate(at: 2027, noise: none)
    let margins = between.margin(at: 2027.5, noise: none)
    let results = course.column("result", year: 1)
    for draw in 0..<256 {
      #expect(abs(Elementary.exp(now[draw]) / first[draw] - 1) < 1e-9)
      #expect(abs(Elementary.exp(then[draw]) / second[draw] - 1) < 1e-9)
      #expect(abs(middle[draw] - (now[draw] + then[draw]) / 2) < 1e-9)
      #expect(abs(margins[draw] * second[draw] - results[draw]) < 1e-6 * second[draw])
    }
    // Noise is none at a point, and wider in the middle of a step than near its ends.
    let ones = Array(repeating: 1.0, count: 256)
    #expect(zip(between.logRate(at: 2027.5, noise: ones), then).allSatisfy { abs($0 - $1) < 1e-9 })
    let wide = zip(between.logRate(at: 2027, noise: ones), middle).map { $0 - $1 }
    let line = between.logRate(at: 2027.4, noise: none)
    let narrow = zip(between.logRate(at: 2027.4, noise: ones), line).map { $0 - $1 }
    #expect(zip(wide, narrow).allSatisfy { $0 > $1 && $1 > 0 })
    // Nothing else of the outcome changes by keeping more.
    #expect(
      outcome.draws?.states
        == (try planned.evaluate(over: run.draws).outcome?.draws?.states))
  }

  /// On the as-of day cash is that of the model, at the end of a year too, in every draw with money
  /// left; money raised by then is what the model raises.
  @Test func moneyIsTheModelsOwn() throws {
    let run = try run(draws: 256)
    let company = try #require(run.evaluation.facts.company("cloud-pipe"))
    let course = try #require(
      try run.planner.plan(company).evaluate(over: run.draws, kept: .between).outcome
    ).course
    let between = try #require(course.between)
    let (none, half) = (
      Array(repeating: 0.0, count: 256), Array(repeating: 0.5, count: 256)
    )
    func cash(_ time: Double) -> [Double] {
      between.cash(at: time, balance: 2025, money: 0, debt: 0, noise: none, round: half)
    }
    let (today, now) = (course.column("cash_today", year: 0), cash(2026.5))
    let (end, then) = (course.column("cash", year: 1), cash(2028))
    let raised = between.raised(by: 2028, round: half)
    let amounts = zip(course.column("raised", year: 0), course.column("raised", year: 1))
      .map { $0 + $1 }
    for draw in 0..<256 {
      #expect(abs(now[draw] - max(today[draw], 0)) < 1)
      #expect(abs(then[draw] - max(end[draw], 0)) < 1)
      #expect(raised[draw] == amounts[draw])
    }
    // A round at the middle of what is left of the year isn't there before.
    let first = course.column("raised", year: 0)
    #expect(between.raised(by: 2026.7, round: half).allSatisfy { $0 == 0 })
    #expect(between.raised(by: 2026.8, round: half) == first)
  }

  /// At each threshold draws of another seed, a thirty-second on either side together, are as near to
  /// a change of group as the threshold says, within three errors of both; so are all branches.
  @Test func thresholdsHoldOnAnotherSeed() throws {
    let (one, two) = (try forecast(run()), try forecast(run(seed: 2)))
    var thresholds = 0
    for figure in one.figures {
      let told = try #require(one.expected(figure))
      let other = try #require(
        two.figures.first { $0.kind == figure.kind && $0.period == figure.period })
      let fresh = try #require(FigureOdds(other.draws, states: two.states))
      let own = try #require(FigureOdds(figure.draws, states: one.states))
      for (branch, again) in zip(
        own.branches(at: told.branches.compactMap(\.low)),
        fresh.branches(at: told.branches.compactMap(\.low)))
      {
        guard let odds = branch.shares?.brokeEven, let fresh = again.shares?.brokeEven else {
          continue
        }
        let error = (2 * max(odds * (1 - odds), 0.01) / (16384 * branch.chance)).squareRoot()
        #expect(abs(odds - fresh) < 3 * error, "\(figure.kind) \(figure.period)")
      }
      // Where no money is most of the draws there is nothing near a threshold.
      for flip in told.flips where figure.kind != .moneyRaised {
        thresholds += 1
        let place = fresh.figures.count { $0 < flip.at }
        let nearest = max(place - 256, 0)..<min(place + 256, fresh.states.count)
        var counts: [OutcomeState: Double] = [:]
        for state in fresh.states[nearest] {
          counts[state, default: 0] += 1 / Double(nearest.count)
        }
        let lost: Double = (counts[.sold] ?? 0) + (counts[.cashedOut] ?? 0)
        let shares: [Double] = [counts[.brokeEven] ?? 0, counts[.stillLosing] ?? 0, lost]
        // The share that decides is nearest to what a group needs: 0.55.
        let margin = shares.map { abs($0 - 0.55) }.min() ?? 1
        let error = (2 * 0.55 * 0.45 / 512).squareRoot()
        #expect(
          margin < 3 * error, "\(figure.kind) \(figure.period) at \(flip.at): \(shares)")
      }
    }
    #expect(thresholds > 0)
  }
}

/// Periods as facts write them, which read back as the same months.
@Suite struct PeriodTextTests {
  @Test(arguments: [
    (24312, 12, 12, "FY2026"), (24312, 6, 12, "2026-H1"), (24318, 6, 12, "2026-H2"),
    (24312, 9, 12, "2026-9M"), (24312, 3, 12, "2026-Q1"), (24315, 12, 3, "FY2027"),
    (24315, 6, 3, "2026-Q2/2026-Q3"), (24315, 9, 3, "2026-Q2/2026-Q4"), (24315, 3, 3, "2026-Q2"),
    (24318, 12, 12, "TTM-2027-06"), (24313, 3, 2, "2026-02-01/2026-04-30"),
  ])
  func isAsFactsWriteIt(start: Int, months: Int, fiscalYearEnd: Int, text: String) {
    #expect(
      PeriodText.amount(from: start, months: months, fiscalYearEnd: fiscalYearEnd) == text)
  }
}
