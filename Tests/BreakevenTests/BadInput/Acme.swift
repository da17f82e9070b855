import Breakeven
import RunRecord
import TestSupport

/// A made-up company laid over the shipped models, with one thing wrong at a time.
enum Acme {
  /// Its file, with facts of 2025 in place of others.
  static func company(_ facts: [String]) -> String {
    """
    id: acme
    names: {en: Acme}
    region: china
    fiscal_year_end: 12-31
    financing: unlisted
    facts:
    \(facts.map { "  - {\($0), source: acme-report, confidence: high}\n" }.joined())
    """
  }

  /// The facts of a usual year by metric: a line each.
  static let facts = [
    "metric: revenue, period: FY2024, value: 200M, unit: CNY",
    "metric: revenue, period: FY2025, value: 260M, unit: CNY",
    "metric: operating_income, period: FY2025, value: -80M, unit: CNY",
    "metric: cash_and_equivalents, period: 2025-12-31, value: 300M, unit: CNY",
  ]

  /// The same facts with one text in place of another.
  static func changed(_ old: String, _ new: String) -> [String] { changed([(old, new)]) }

  /// The same facts with texts in place of others.
  static func changed(_ changes: [(String, String)]) -> [String] {
    facts.map { fact in changes.reduce(fact) { $0.replacing($1.0, with: $1.1) } }
  }

  /// The folder, with further files.
  static func folder(
    _ facts: [String] = Acme.facts, _ files: [String: String] = [:]
  ) throws -> TemporaryModels {
    try TemporaryModels(
      [
        "companies/acme.yaml": company(facts),
        "sources.yaml": """
        sources:
          acme-report: {title: Report, publisher: Acme, date: 2026-04-30, kind: filing, reference: none}

        """,
      ].merging(files) { $1 })
  }

  /// The shipped models with the folder laid over them.
  static func workspace(_ folder: TemporaryModels) -> Workspace {
    Workspace(models: [Repository.models, folder.path])
  }

  /// A run of a few companies.
  static func run(
    _ folder: TemporaryModels, _ companies: [String] = ["acme"], paths: [String] = [],
    overrides: [InputOverride] = []
  ) throws -> RunRecord {
    try workspace(folder).evaluate(
      EvaluationRequest(
        companies: companies, paths: paths, overrides: overrides, draws: 256, threads: 1))
  }

  /// A path whose users pay a fee, which is over `z`.
  static func path(fee: String = "assume: 70 to 140, because: A guess.", z: String) -> String {
    """
    path: apps
    version: 1
    title: {en: Apps}
    currency: CNY
    inputs:
      pupils: {unit: user, company: tutoring_users}
      fee: {unit: CNY/user/year, \(fee)}
      z: {unit: "1", assume: "\(z)", because: A test.}
    variables:
      fees: {unit: CNY/year, formula: pupils * fee / z}
    outputs: {revenue: fees, contribution: fees, investment: "0 [CNY/year]"}

    """
  }

  /// The metrics of the path.
  static let metrics = """
    metrics:
      tutoring_users: {unit: user, kind: stock, title: {en: Tutoring users}, plausible: [0, 1e10]}
      tutoring_fee: {unit: money/user/year, kind: rate, title: {en: Fee}}

    """

  /// A fact for the path.
  static let users = "metric: tutoring_users, period: 2025-12-31, value: 1M, unit: user"
}
