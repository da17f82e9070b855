import Breakeven
import Diagnostics
import RunRecord
import Testing

/// Revenue of months that make no year isn't used, and is said to be on file.
@Suite struct UnusedRevenueTests {
  private static func revenue(_ period: String, _ value: String) -> String {
    "metric: revenue, period: \(period), value: \(value), unit: CNY"
  }

  private func remarks(_ more: [String], in facts: [String] = Acme.facts) throws -> [Remark] {
    try Acme.run(try Acme.folder(facts + more)).companies[0].warnings.filter {
      $0.kind == .leftOutOfNoYear
    }
  }

  /// Two months, a month and a hundred days after FY2025 make no twelve months with it, nor a quarter, half or
  /// nine months; a quarter is used.
  @Test(arguments: [
    ("2026-01/2026-02", true), ("2026-01", true), ("2026-01-01/2026-04-10", true),
    ("2026-Q1", false), ("2026-01/2026-03", false),
  ])
  func newerMonthsAreNamed(_ period: String, _ isUnused: Bool) throws {
    let message =
      "revenue of \(period), 70000000.0 CNY by acme-report, is left out: with what else is known it makes no "
      + "twelve months, and it is no quarter, half or nine months."
    #expect(
      try remarks([Self.revenue(period, "70M")]).map(\.message) == (isUnused ? [message] : []))
  }

  /// January and February of both years turn FY2025 into the twelve months to February 2026, and what is older
  /// than what is used is no news.
  @Test func monthsThatMakeAYearAreUsed() throws {
    let both = [
      Self.revenue("2026-01/2026-02", "70M"), Self.revenue("2025-01/2025-02", "40M"),
    ]
    #expect(try remarks(both).isEmpty)
    #expect(try remarks([Self.revenue("2025-01/2025-02", "40M")]).isEmpty)
    let run = try Acme.run(try Acme.folder(Acme.facts + both))
    // 260 - 40 + 70.
    let window = try #require(run.companies[0].nowcast?.window)
    #expect(window.revenue == 290e6 && window.terms.count == 3)
  }

  /// Where they are all that is known, they are the reason why there is no outcome.
  @Test func monthsAloneAreTheReason() throws {
    let facts =
      Acme.facts.filter { !$0.hasPrefix("metric: revenue") } + [
        Self.revenue("2025-01/2025-10", "200M")
      ]
    let run = try Acme.run(try Acme.folder(facts))
    let reason = try #require(run.ranking.unranked["acme"]?.message)
    #expect(
      reason.contains(
        "of revenue only 2025-01/2025-10 is known by 2026-09-30: that makes no twelve months, and is no "
          + "quarter, half or nine months"))
  }
}
