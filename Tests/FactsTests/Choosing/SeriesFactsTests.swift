import Diagnostics
import Documents
import Testing

@testable import Facts

/// Holds which facts of a metric take part in its series.
@Suite struct SeriesFactsTests {
  private func source(_ id: String, _ date: String) throws -> Source {
    Source(
      id: id, title: id, publisher: "somebody", date: try #require(Period(date)), kind: .filing,
      reference: "none")
  }

  private func fact(
    _ period: String, _ value: Double, _ id: String, _ date: String,
    _ confidence: Confidence = .high,
    kind: Fact.Kind = .observation
  ) throws -> Fact {
    let written = try #require(Period(period))
    let days = written.days(fiscalYearEnd: .calendarYear)
    let source = try source(id, date)
    return Fact(
      kind: kind, metric: "m", period: written, days: days, value: value, unit: "user",
      source: source, confidence: confidence, knownSince: source.knownSince(about: days),
      location: SourceLocation(file: "acme.yaml", line: 1, column: 1))
  }

  private func series(
    _ kind: Metric.Kind, _ facts: [Fact], asOf: String = "2026-09-30"
  ) throws -> [Double] {
    let base = FactBase(
      metrics: ["m": Metric(name: "m", unit: "user", kind: kind, title: Translations(en: "m"))],
      sources: [:],
      companies: [
        Company(
          id: "acme", names: Translations(en: "Acme"), region: "china",
          fiscalYearEnd: .calendarYear,
          financing: .listed, markets: [:], facts: facts,
          location: SourceLocation(file: "acme.yaml", line: 1, column: 1))
      ],
      markets: [:], exchangeRates: ExchangeRates([]), events: [], referenceClasses: [],
      warnings: [])
    return try base.series(company: "acme", metric: "m", asOf: try #require(Day(asOf)))
      .compactMap(\.value)
  }

  @Test func onlyWhatWasKnownOnTheDay() throws {
    let facts = [
      try fact("2025-06", 1, "a", "2025-07-10"), try fact("2025-12", 2, "b", "2026-01-10"),
      try fact("2026-06", 3, "c", "2026-07-10"),
    ]
    #expect(try series(.stock, facts) == [1, 2, 3])
    #expect(try series(.stock, facts, asOf: "2026-03-31") == [1, 2])
    #expect(try series(.stock, facts, asOf: "2025-07-09") == [])
  }

  @Test func forecastsNeverTakePart() throws {
    let facts = [
      try fact("2025-06", 1, "a", "2025-07-10"),
      try fact("2025-12", 9, "b", "2026-01-10", kind: .forecast),
      try fact("2025-12", 8, "b", "2026-01-10", kind: .guidance),
    ]
    #expect(try series(.stock, facts) == [1])
  }

  /// Of one day the better trusted speaks, then the later source; of two that are equal both do.
  @Test func ofOneDayTheOneThatWouldAnswer() throws {
    let old = try fact("2025-12", 1, "a", "2026-01-10")
    let revised = try fact("2025-12-31", 2, "b", "2026-03-10")
    let hearsay = try fact("2025-12", 3, "c", "2026-04-10", .low)
    let equal = try fact("2025-12", 4, "d", "2026-03-10")
    #expect(try series(.stock, [old, revised, hearsay]) == [2])
    #expect(try series(.stock, [old, revised, hearsay], asOf: "2026-02-01") == [1])
    #expect(try series(.stock, [old, equal, revised]) == [2, 4])
    #expect(try series(.stock, [hearsay]) == [3])
  }

  /// A quarter within a half and a half within a year are in the longer amount already; what a
  /// year shares only half of its months with isn't.
  @Test func amountsOverTimeAreCountedOnce() throws {
    let year = try fact("FY2024", 10, "a", "2025-03-10")
    let half = try fact("2024-H1", 4, "a", "2025-03-10")
    let next = try fact("2025-H1", 6, "b", "2025-08-10")
    let quarter = try fact("2025-Q1", 3, "b", "2025-08-10")
    let trailing = try fact("TTM-2025-06", 12, "c", "2025-09-10")
    #expect(try series(.flow, [year, half, next, quarter]) == [10, 6])
    #expect(try series(.flow, [half, quarter]) == [4, 3])
    #expect(try series(.flow, [year, trailing]) == [10, 12])
    // Prices of the same periods are each seen at the middle of their own.
    #expect(try series(.rate, [year, half, next, quarter]).sorted() == [3, 4, 6, 10])
  }
}
