import Breakeven
import Diagnostics
import Foundation
import RunRecord
import TestSupport
import Testing

/// States of a company that a later folder adds to the shipped models; expected values by hand.
@Suite struct CompanyNowcastTests {
  private static let sources = """
    sources:
      ar-2024: {title: Report, publisher: Acme, date: 2025-03-31, kind: filing, reference: none}
      ir-2025: {title: Interim, publisher: Acme, date: 2025-08-31, kind: filing, reference: none}

    """

  private func workspace(
    _ facts: [String], units: String? = nil
  ) throws -> (Workspace, TemporaryModels) {
    let lines = facts.map { "  - {\($0), confidence: high}" }.joined(separator: "\n")
    var files = [
      "sources.yaml": Self.sources,
      "companies/acme.yaml": """
      id: acme
      names: {en: Acme}
      region: china
      fiscal_year_end: 12-31
      financing: listed
      listing: HKEX 1
      facts:
      \(lines)

      """,
    ]
    files["units.yaml"] = units
    let later = try TemporaryModels(files)
    return (Workspace(models: [Repository.models, later.path]), later)
  }

  private static func fact(
    _ metric: String, _ period: String, _ value: Double, source: String = "ar-2024",
    unit: String = "CNY"
  ) -> String {
    "metric: \(metric), period: \(period), value: \(value), unit: \(unit), source: \(source)"
  }

  private static let year = fact("revenue", "FY2024", 120e6)

  @Test func twelveMonthsAreASignedSum() throws {
    let (workspace, folder) = try workspace([
      Self.year, Self.fact("revenue", "FY2023", 100e6), Self.fact("revenue", "2024-H1", 50e6),
      Self.fact("revenue", "2025-H1", 66e6, source: "ir-2025"),
      Self.fact("operating_income", "FY2024", -30e6),
    ])
    defer { withExtendedLifetime(folder) {} }
    let found = try workspace.nowcast(company: "acme", asOf: "2025-09-30")
    let window = try #require(found.nowcast.window)
    #expect(window.end == 2025.5)
    #expect(window.revenue == 136e6)
    #expect(
      window.terms.sorted { $0.period < $1.period }.map { "\($0.sign) \($0.period)" }
        == ["-1 2024-H1", "1 2025-H1", "1 FY2024"])
    // Half a year after FY2024, whose growth a year is twice that of the half.
    #expect(abs(found.nowcast.growth - 2 * log(136.0 / 120)) < 1e-12)
    // k of FY2024: costs of 150 over revenue of 120.
    #expect(abs((found.nowcast.kReported?.first ?? 0) - log(150.0 / 120)) < 1e-12)
    #expect(found.nowcast.isLosing)
    #expect(found.nowcast.warnings.isEmpty)
    #expect(found.sources.map(\.id) == ["ar-2024", "ir-2025"])
    // Before the interim report only the year is known.
    let before = try workspace.nowcast(company: "acme", asOf: "2025-06-30")
    #expect(before.nowcast.window?.revenue == 120e6)
  }

  @Test func whatDoesNotAddUpIsSaidBesideTheNumber() throws {
    let (workspace, folder) = try workspace([
      Self.year, Self.fact("revenue", "2024-H1", 50e6), Self.fact("revenue", "2024-H2", 90e6),
      Self.fact("operating_income", "FY2024", 130e6),
    ])
    defer { withExtendedLifetime(folder) {} }
    let found = try workspace.nowcast(company: "acme", asOf: "2025-05-31")
    #expect(found.nowcast.warnings.map(\.kind) == [.periodsContradict, .resultAboveRevenue])
    let message = found.nowcast.warnings[0].message
    #expect(message.contains("revenue of FY2024 is 120000000.0 CNY by ar-2024"), "\(message)")
    #expect(message.contains("2024-H1 + 2024-H2 is 140000000.0 CNY"), "\(message)")
    // The same stands in a run, with the company.
    let run = try workspace.evaluate(
      EvaluationRequest(companies: ["acme"], draws: 2, threads: 1))
    #expect(
      run.companies[0].nowcast?.warnings.map(\.kind)
        == [.baseTooOld, .periodsContradict, .resultAboveRevenue])
  }

  @Test(arguments: [
    ("2025-09-30" as CalendarDay, FreshnessRecord.Age.fresh, [6]),
    // Ten months after the year; the half-year has been due since 23 September.
    ("2025-10-31", .stale, [6]),
    // Nineteen months after it; the report of 2025 has been due since April.
    ("2026-07-31", .tooOld, [6, 12]),
  ])
  func theBaseAges(_ day: CalendarDay, _ age: FreshnessRecord.Age, _ due: [Int]) throws {
    let (workspace, folder) = try workspace([Self.year])
    defer { withExtendedLifetime(folder) {} }
    let listing = try #require(try workspace.freshness(company: "acme", asOf: day).first)
    #expect(listing.freshness?.age == age)
    #expect(listing.freshness?.due.map(\.months) == due)
    #expect(listing.freshness?.figures.map(\.role) == [.revenue])
  }

  @Test func whoHasNoStateSaysWhy() throws {
    let (nothing, folder) = try workspace([Self.fact("operating_income", "FY2024", -30e6)])
    defer { withExtendedLifetime(folder) {} }
    let error = #expect(throws: DiagnosticError.self) {
      try nothing.nowcast(company: "acme", asOf: "2025-05-31")
    }
    #expect(error?.description.contains("nothing is known of revenue by 2025-05-31") == true)
    #expect(error?.description.contains("annualised_revenue") == true)
    let listing = try nothing.freshness(company: "acme", asOf: "2025-05-31")
    #expect(listing.map(\.reason?.kind) == [.nothingOfRevenue])
    let unknown = #expect(throws: DiagnosticError.self) {
      try nothing.nowcast(company: "acmee", asOf: nil)
    }
    #expect(unknown?.description.contains("did you mean \"acme\"?") == true)
  }

  @Test func aCurrencyWithoutARateStopsNobodyElse() throws {
    let (workspace, folder) = try workspace(
      [Self.fact("revenue", "FY2024", 120e6, unit: "XTS")],
      units: "units:\n  XTS: {currency: true, title: {en: XTS}}\n")
    defer { withExtendedLifetime(folder) {} }
    let error = #expect(throws: DiagnosticError.self) {
      try workspace.nowcast(company: "acme", asOf: "2025-05-31")
    }
    #expect(error?.description.contains("no rate to US dollars is known") == true)
    #expect(error?.description.contains("exchange-rates.yaml") == true)
    let all = try workspace.freshness(company: nil, asOf: "2025-05-31")
    #expect(all.first { $0.company == "acme" }?.reason?.kind == .noRateToDollars)
    #expect(all.contains { $0.freshness != nil })
  }
}
