import Diagnostics
import Documents
import Facts
import Foundation
import Testing

@testable import Nowcast

/// Holds level and trend of a metric against `Tests/Oracle/series.py`, which conditions the joint
/// normal of all observations in one step where the filter goes from one to the next.
@Suite struct MetricSeriesTests {
  struct Case: Decodable, CustomTestStringConvertible {
    var name: String
    var kind: String
    var as_of: String
    var set: String
    var parameters: [String: Double]
    var facts: [Row]
    var level: Double
    var trend: Double
    var level_variance: Double
    var covariance: Double
    var trend_variance: Double

    var testDescription: String { "\(name) \(as_of) \(set)" }

    struct Row: Decodable {
      var start: String
      var end: String
      var value: Double
      var low: Double?
      var high: Double?
      var confidence: String
    }

    static let all: [Case] = {
      do {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
          .appending(path: "../Oracle/series.json").standardized
        return try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
      } catch {
        preconditionFailure("the oracle's series can't be read: \(error)")
      }
    }()

    func amounts(times factor: Double = 1) throws -> [MetricSeries.Amount] {
      try facts.map { row in
        let (start, end) = (try #require(Day(row.start)), try #require(Day(row.end)))
        let source = Source(
          id: row.start, title: "t", publisher: "p", date: try #require(Period(row.end)),
          kind: .filing, reference: "none")
        let fact = Fact(
          kind: .observation, metric: name, period: try #require(Period("\(row.start)/\(row.end)")),
          days: DayRange(start: start, end: end), value: row.value, low: row.low, high: row.high,
          unit: "user", source: source,
          confidence: try #require(Confidence(rawValue: row.confidence)), knownSince: end,
          location: SourceLocation(file: "f", line: 1, column: 1))
        return MetricSeries.Amount(
          fact: fact, kind: try #require(Metric.Kind(rawValue: kind)), factor: factor)
      }
    }

    func series(_ amounts: [MetricSeries.Amount]) throws -> MetricSeries {
      let numbers = try NamedParameters.read(parameters) { SeriesParameters(&$0) }
      let day = try #require(Day(as_of))
      return try #require(MetricSeries(amounts, asOf: day, parameters: numbers))
    }
  }

  @Test(arguments: Case.all)
  func isThatOfTheOracle(_ one: Case) throws {
    let today = try one.series(one.amounts()).today
    #expect(abs(today.level - one.level) < 1e-9)
    #expect(abs(today.trend - one.trend) < 1e-9)
    #expect(abs(today.levelVariance - one.level_variance) < 1e-9)
    #expect(abs(today.covariance - one.covariance) < 1e-9)
    #expect(abs(today.trendVariance - one.trend_variance) < 1e-9)
  }

  @Test(arguments: Case.all)
  func dependsNeitherOnTheOrderNorOnTheUnit(_ one: Case) throws {
    let series = try one.series(one.amounts())
    #expect(try one.series(one.amounts().reversed()) == series)
    // In thousands the log of the level is less by ln 1000, and nothing else differs.
    let thousands = try one.series(one.amounts(times: 1e-3)).today
    #expect(abs(thousands.level + log(1000) - series.today.level) < 1e-9)
    #expect(abs(thousands.trend - series.today.trend) < 1e-9)
    #expect(abs(thousands.levelVariance - series.today.levelVariance) < 1e-12)
  }

  /// Whatever the case, more users at the end mean a higher level and a steeper trend.
  @Test func aHigherLastFactRaisesBoth() throws {
    for one in Case.all where one.facts.count > 1 {
      var more = one
      more.facts[more.facts.count - 1].value *= 1.1
      more.facts[more.facts.count - 1].low = more.facts.last?.low.map { $0 * 1.1 }
      more.facts[more.facts.count - 1].high = more.facts.last?.high.map { $0 * 1.1 }
      let (low, high) = (try one.series(one.amounts()), try more.series(more.amounts()))
      #expect(high.today.level > low.today.level)
      #expect(high.today.trend > low.today.trend)
    }
  }

  /// One fact on the day is its own range, and its trend is what is believed before any.
  @Test func oneFactIsItself() throws {
    let one = try #require(
      Case.all.first { $0.name == "alone" && $0.as_of == "2025-12-31" && $0.set == "shipped" })
    let today = try one.series(one.amounts()).today
    #expect(abs(exp(today.level) - (4e5 * 7e5).squareRoot()) < 1e-3)
    #expect(today.trend == 0)
    #expect(today.trendVariance == 0.25)
    #expect(today.covariance == 0)
  }

  @Test func whatEachFactMovedAddsUp() throws {
    let one = try #require(Case.all.first { $0.name == "users" && $0.as_of == "2026-09-30" })
    let series = try one.series(one.amounts())
    #expect(series.observations.count == 4)
    #expect(series.observations[0].movedLevel == 0)
    // With an undamped step of length dt the level before a fact is the last one, moved by trend.
    #expect(series.observations.dropFirst().allSatisfy { $0.movedLevel != 0 })
    #expect(series.observations.last?.level == series.state.level)
    #expect(series.observations.map(\.length) == [0, 0, 0, 0])
  }
}
