import Breakeven
import Diagnostics
import Foundation
import RunRecord
import Testing
import TestSupport
import TinyStudy

/// `breakeven ahead`, end to end on the tiny study as of 30 June 2026: dates by hand, branches by the
/// law of total probability, thresholds by draws of another seed.
@Suite struct AheadTests {
  private static let draws = 4096

  private func ahead(
    _ companies: [String] = ["cloud-pipe"], days: Int = 120, seed: UInt64 = 1,
    draws: Int = Self.draws, asOf: CalendarDay? = nil
  ) throws -> AheadRecord {
    try TinyStudy.workspace.ahead(
      AheadRequest(
        base: EvaluationRequest(
          companies: companies, asOf: asOf, draws: draws, seed: seed, threads: 1), days: days))
  }

  private func mistake(_ companies: [String], days: Int = 120) -> String? {
    do {
      _ = try ahead(companies, days: days)
      return nil
    } catch let error as DiagnosticError {
      return error.diagnostics.map { "\($0.message) | \($0.help ?? "")" }.joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  /// By hand, of a company of the STAR market.
  ///
  /// The first quarter has been due since the end of May, and the half to June is due 2.75 months after
  /// it, in September; 120 days end on 28 October. Nine months are due at the end of November.
  @Test func whatIsDue() throws {
    let company = try #require(try ahead().companies.first)
    let reports = Set(company.figures.filter { $0.expectedBy != nil }.map(\.period))
    #expect(reports == ["2026-Q1", "2026-03-31", "2026-H1", "2026-06-30"])
    let half = try #require(company.figures.first { $0.period == "2026-H1" })
    #expect(half.expectedBy == "2026-09-23" && !half.isOverdue)
    let quarter = try #require(company.figures.first { $0.period == "2026-Q1" })
    #expect(quarter.expectedBy == "2026-05-31" && quarter.isOverdue)
    #expect(company.next?.months == 9)
    #expect(try ahead().until == "2026-10-28")
    // The half without a half of the year before says no growth.
    #expect(company.figures.contains { $0.kind == .revenue && $0.period == "2026-H1" })
    // A private company tells news alone.
    let other = try #require(try ahead(["hospital-mind"]).companies.first)
    #expect(other.figures.map(\.kind) == [.moneyRaised])
    #expect(other.figures[0].expectedBy == nil)
    #expect(other.figures[0].period == "2026-07-01/2026-10-28")
  }

  /// The same truth as `facts freshness`: what is overdue here is the newest that is due there.
  @Test func whatIsOverdueIsWhatFreshnessSays() throws {
    let due = try #require(
      try TinyStudy.workspace.freshness(company: "cloud-pipe").first?.freshness?.due.last)
    #expect(due.months == 3)
    let overdue = try ahead().companies[0].figures.filter(\.isOverdue)
    #expect(Set(overdue.map(\.months)).isSubset(of: [0, due.months]))
  }

  /// The odds are those that `evaluate` gives, and branches average to them: chances sum to 1.
  @Test func branchesAverageToThePrior() throws {
    let run = try TinyStudy.workspace.evaluate(
      EvaluationRequest(companies: ["cloud-pipe"], draws: Self.draws, threads: 1))
    let odds = try #require(run.companies[0].outcome.states)
    let company = try #require(try ahead(days: 400).companies.first)
    let prior = try #require(company.states)
    #expect(abs(prior.brokeEven - odds.brokeEven.value) < 1e-12)
    #expect(abs(prior.cashedOut - odds.cashedOut.value) < 1e-12)
    #expect(company.figures.count > 8)
    for figure in company.figures {
      #expect(abs(figure.branches.reduce(0) { $0 + $1.chance } - 1) < 1e-12)
      for state in [
        \OutcomeShares.brokeEven, \.stillLosing, \.sold, \.cashedOut,
      ] {
        let mean = figure.branches.reduce(0) {
          $0 + $1.chance * ($1.states?[keyPath: state] ?? .nan)
        }
        #expect(abs(mean - prior[keyPath: state]) < 1e-9, "\(figure.kind) \(figure.period)")
      }
      let forecast = figure.forecast
      #expect(
        [forecast.p5, forecast.p25, forecast.p50, forecast.p75, forecast.p95]
          == [forecast.p5, forecast.p25, forecast.p50, forecast.p75, forecast.p95].sorted())
    }
    let moves = company.figures.compactMap(\.moves)
    #expect(moves == moves.sorted(by: >))
  }

  /// Draws of another seed, conditioned the same way, say the same of every branch within three
  /// errors of both.
  @Test func anotherSeedSaysTheSame() throws {
    let first = try #require(try ahead(days: 240, draws: 16384).companies.first)
    let second = try #require(try ahead(days: 240, seed: 2, draws: 16384).companies.first)
    for figure in first.figures {
      let other = try #require(
        second.figures.first { $0.kind == figure.kind && $0.period == figure.period })
      // Where the bounds came out the same; others part other draws.
      for (one, two) in zip(figure.branches, other.branches)
      where one.low == two.low && one.high == two.high {
        guard let odds = one.states?.brokeEven, let again = two.states?.brokeEven else { continue }
        let count = 16384 * one.chance
        let error = (max(odds * (1 - odds), 0.01) * 2 / count).squareRoot()
        #expect(abs(odds - again) < 3 * error, "\(figure.kind) \(figure.period)")
      }
    }
  }

  /// By the method a better half never comes with worse odds: odds rise over the branches of the
  /// result, and more money at the end of the half never means running out more often.
  @Test func betterFiguresMeanBetterOdds() throws {
    let company = try #require(try ahead(draws: 16384).companies.first)
    let result = try #require(
      company.figures.first { $0.kind == .operatingResult && $0.period == "2026-H1" })
    let odds = result.branches.compactMap { $0.states?.brokeEven }
    #expect(odds.count > 1 && odds == odds.sorted())
    let cash = try #require(company.figures.first { $0.kind == .cash && $0.period == "2026-06-30" })
    let out = cash.branches.compactMap { $0.states.map { $0.cashedOut + $0.sold } }
    #expect(out == out.sorted(by: >))
  }

  /// The year as the course has it: of a year to December the middle is a point of the model, so the
  /// forecast is the revenue that `evaluate` gives for it, over that of the year before.
  @Test func theYearIsTheCoursesOwn() throws {
    let run = try TinyStudy.workspace.evaluate(
      EvaluationRequest(companies: ["cloud-pipe"], draws: Self.draws, threads: 1))
    let revenue = try #require(run.companies[0].outcome.revenue?.values[2026])
    let company = try #require(try ahead(days: 400).companies.first)
    let growth = try #require(
      company.figures.first { $0.kind == .revenueGrowth && $0.period == "FY2026" })
    let before = try #require(growth.before)
    #expect(before == 397_684_600)
    #expect(abs((1 + growth.forecast.p50) * before / revenue.p50 - 1) < 1e-6)
    #expect(abs((1 + growth.forecast.p95) * before / revenue.p95 - 1) < 1e-3)
    let result = try #require(
      company.figures.first { $0.kind == .operatingResult && $0.period == "FY2026" })
    let known = try #require(run.companies[0].outcome.known).operatingResult.values[2026]
    #expect(abs(result.forecast.p50 / (try #require(known)).p50 - 1) < 1e-3)
    // No debt is on file, and who is left with much hasn't run out.
    let cash = try #require(
      company.figures.first { $0.kind == .cash && $0.period == "2026-12-31" })
    let left = try #require(run.companies[0].outcome.known).cash.values[2026]
    #expect(abs(cash.forecast.p95 / (try #require(left)).p95 - 1) < 1e-2)
  }

  /// A company that earns has figures and no odds that they could move.
  @Test func aCompanyThatEarnsHasNoOdds() throws {
    let company = try #require(try ahead(["big-group"]).companies.first)
    #expect(company.states == nil)
    #expect(company.reason?.kind == .earningHasNoOdds)
    #expect(company.figures.map(\.kind).contains(.operatingResult))
    #expect(company.figures.allSatisfy { $0.moves == nil && $0.branches.count > 1 })
    #expect(!company.figures.contains { $0.kind == .cash })
  }

  @Test func mistakesTeach() throws {
    #expect(
      mistake(["cloud-pip"])?.contains("did you mean \"cloud-pipe\"?") == true)
    #expect(mistake(["cloud-pipe"], days: 0)?.contains("1 to 1100 days ahead, not 0") == true)
    // Nothing of its accounts is known.
    #expect(mistake(["deep-whale"])?.hasPrefix("nothing can be foretold of deep-whale") == true)
    // The half to June is due in September, 85 days from the end of June.
    #expect(
      mistake(["big-group"], days: 60)
        == "no report of big-group is due between 2026-06-30 and 2026-08-29: the next, on 6 months "
        + "to 2026-06, is due by 2026-09-23 | --days 85")
  }

  /// A run keeps it only where it is asked for, and nothing else of it changes.
  @Test func aRunKeepsItWhereItIsAskedFor() throws {
    func run(_ days: Int?) throws -> CompanyRecord {
      try TinyStudy.workspace.evaluate(
        EvaluationRequest(companies: ["cloud-pipe"], draws: 256, threads: 1, daysAhead: days)
      ).companies[0]
    }
    var with = try run(120)
    #expect(with.ahead == (try ahead(draws: 256).companies.first))
    with.ahead = nil
    #expect(with == (try run(nil)))
  }
}
