import Diagnostics
import Documents
import Facts
import Foundation
import Testing
import Units

/// The facts that come with Breakeven.
@Suite struct ModelsTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Models").path

  private static let base = Result { try FactBase.load(folders: [folder]) }

  /// The units that the facts name, so that dimensions are compared and not only texts.
  private static func units() throws -> UnitRegistry {
    let currencies = ["CNY", "EUR", "HKD", "USD"]
    let things = [
      "GPU_hour", "PFLOPS", "W", "admission", "calendar_year", "click", "count", "device",
      "district", "hospital", "impression", "lead", "order", "people", "programme", "query",
      "record", "share", "token", "user", "visit", "word", "year",
    ]
    return try UnitRegistry(
      currencies.map { UnitDeclaration(name: $0, meaning: .base(isCurrency: true)) }
        + things.map { UnitDeclaration(name: $0, meaning: .base(isCurrency: false)) } + [
          UnitDeclaration(name: "month", meaning: .scaled(factor: 1.0 / 12, of: "year")),
          UnitDeclaration(name: "day", meaning: .scaled(factor: 1.0 / 365, of: "year")),
        ])
  }

  @Test func everyUnitFitsItsMetric() throws {
    let base = try FactBase.load(folders: [Self.folder], units: Self.units())
    #expect(DiagnosticError(base.warnings).description == "")
    for company in base.companies {
      #expect(company.facts.allSatisfy { $0.unitExpression != nil }, "\(company.id)")
    }
  }

  /// Every amount of money has a value in CNY on the study's date.
  @Test func everyAmountConvertsToCNY() throws {
    let base = try FactBase.load(folders: [Self.folder], units: Self.units())
    let day = try #require(Day("2026-09-30"))
    let currencies = try Self.units().currencies
    for fact in base.companies.flatMap(\.facts) {
      guard currencies.contains(fact.unit), fact.kind == .observation else { continue }
      let isFlow = base.metrics[fact.metric]?.kind == .flow
      let result = base.exchangeRates.convert(
        fact.central, from: fact.unit, to: "CNY", days: fact.days, isFlow: isFlow, asOf: day)
      #expect(throws: Never.self) { try result.get() }
    }
  }

  /// Every file of a company or market is read whole: as many facts, ratings, events and paths not
  /// pursued as its lines say, counted by their marks in the text.
  @Test func everyLineIsRead() throws {
    let base = try Self.base.get()
    func lines(_ file: String, _ marks: String...) throws -> Int {
      let text = try String(contentsOfFile: "\(Self.folder)/\(file)", encoding: .utf8)
      return text.split(separator: "\n").count { line in
        let line = line.drop { $0 == " " }
        return line.hasPrefix("- {") && marks.contains { line.contains($0) }
      }
    }
    for company in base.companies {
      let file = "companies/\(company.id).yaml"
      #expect(try company.facts.count == lines(file, "metric: "), "\(company.id)")
      #expect(try company.ratings.count == lines(file, "kind: rating"), "\(company.id)")
      #expect(try company.events.count == lines(file, "text: "), "\(company.id)")
    }
    for (region, market) in base.markets {
      #expect(try market.facts.count == lines("market-facts/\(region).yaml", "metric: "))
    }
    #expect(try base.events.count == lines("events.yaml", "text: "))
    #expect(
      try base.exchangeRates.rates.count == lines("markets/exchange-rates.yaml", "from: "))
    for name in try FileManager.default.contentsOfDirectory(
      atPath: Self.folder + "/reference-classes")
    {
      let id = name.replacing(".yaml", with: "")
      #expect(
        try base.referenceClass(id)?.members.count == lines("reference-classes/\(name)", "id: "))
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder + "/companies")
    #expect(Set(base.companies.map { $0.id + ".yaml" }) == Set(files))
  }

  @Test func nothingIsOddAndEveryMetricHasItsNames() throws {
    let base = try Self.base.get()
    #expect(DiagnosticError(base.warnings).description == "")
    for company in base.companies { #expect(!company.facts.isEmpty, "\(company.id)") }
    for metric in base.metrics.values {
      #expect(metric.title.zhHant != nil && metric.title.zhHans != nil, "\(metric.name)")
    }
  }

  /// What a prospectus of December 2025 and leaked accounts of June 2026 said of earlier years was
  /// not known when those years were over.
  @Test(arguments: [
    ("zhipu", "revenue", "2025-12-18", nil), ("zhipu", "revenue", "2025-12-19", "FY2024"),
    ("openai", "operating_income", "2026-06-15", nil),
    ("openai", "operating_income", "2026-06-17", "FY2025"),
    ("anthropic", "revenue", "2026-09-27", nil), ("anthropic", "revenue", "2026-09-28", "FY2025"),
  ])
  func knownSincePublished(
    _ company: String, _ metric: String, _ asOf: String, _ period: String?
  ) throws {
    let day = try #require(Day(asOf))
    let answer = try Self.base.get().answer(company: company, metric: metric, asOf: day)
    #expect(answer.chosen?.period.text == period)
  }

  /// The figures of the article that the study starts from.
  @Test(arguments: [
    ("cloudwalk", "revenue", "FY2024", 398_000_000.0),
    ("cloudwalk", "net_income_attributable", "FY2024", -696_000_000),
    ("cloudwalk", "headcount", "FY2023", 801),
    ("cloudwalk", "headcount", "FY2024", 453),
    ("cloudwalk", "revenue_growth", "FY2024", -0.3669),
    ("openai", "funding_round_amount_if_not_restructured", "2025-12-31", 2e10),
  ])
  func theArticle(_ company: String, _ metric: String, _ period: String, _ value: Double) throws {
    let facts = try #require(try Self.base.get().company(company)).facts
    let found = facts.filter {
      $0.metric == metric && $0.period.text == period && $0.source.id == "seed-article"
    }
    #expect(found.map(\.value) == [value])
  }

  /// Fiscal year 2025 of Alibaba ended in March 2025 and stands on a page that repeats filings, so it
  /// counts as known 120 days later; that of TAL ended in February and was released in April.
  @Test(arguments: [
    ("alibaba", "2025-07-28", "2024-03-31"), ("alibaba", "2025-07-29", "2025-03-31"),
    ("tal-education", "2025-05-31", "2025-02-28"),
  ])
  func fiscalYearsOfTheirOwn(_ company: String, _ asOf: String, _ end: String) throws {
    let day = try #require(Day(asOf))
    let answer = try Self.base.get().answer(company: company, metric: "revenue", asOf: day)
    #expect(answer.chosen?.days.end.description == end)
  }

  /// On the days of the studies, past and present, every metric of every company and region has one
  /// answer or none, and nothing that was unknown then.
  @Test(arguments: ["2025-05-31", "2026-06-30", "2026-09-30"])
  func noTies(_ text: String) throws {
    let base = try Self.base.get()
    let day = try #require(Day(text))
    var problems = DiagnosticCollector()
    for company in base.companies {
      for metric in Set(company.facts.map(\.metric)).sorted() {
        let answer = problems.attemptQuietly {
          try base.answer(company: company.id, metric: metric, asOf: day)
        }
        if let chosen = answer?.chosen {
          #expect(chosen.knownSince <= day && chosen.days.end <= day)
        }
        _ = problems.attemptQuietly {
          try base.history(company: company.id, metric: metric, asOf: day)
        }
      }
    }
    for (region, market) in base.markets.sorted(by: { $0.key < $1.key }) {
      for metric in Set(market.facts.map(\.metric)).sorted() {
        _ = problems.attemptQuietly {
          try base.marketAnswer(region: region, metric: metric, asOf: day)
        }
        _ = problems.attemptQuietly {
          try base.marketSeries(region: region, metric: metric, asOf: day)
        }
      }
    }
    #expect(DiagnosticError(problems.diagnostics).description == "")
  }
}

extension DiagnosticCollector {
  /// Runs a step that may only fail with mistakes.
  fileprivate mutating func attemptQuietly<Value>(_ step: () throws -> Value) -> Value? {
    do {
      return try step()
    } catch {
      report((error as? DiagnosticError)?.diagnostics ?? [Diagnostic("\(error)")])
      return nil
    }
  }
}
