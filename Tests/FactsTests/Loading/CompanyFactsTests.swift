import Diagnostics
import Documents
import Facts
import Testing

/// What a later folder adds to a company, `company-facts/ID.yaml`, and to a region.
@Suite struct CompanyFactsTests {
  private static func base() throws -> ModelFiles {
    try ModelFiles([
      "metrics.yaml": """
      metrics:
        revenue: {unit: money, kind: flow, title: Revenue}
        seats: {unit: seat, kind: stock, title: Seats}

      """,
      "sources.yaml": """
      sources:
        ar: {title: Report, publisher: Acme, date: 2025-04, kind: filing, reference: none}

      """,
      "companies/acme.yaml": """
      id: acme
      names: {en: Acme}
      region: china
      fiscal_year_end: 03-31
      financing: listed
      not_pursued:
        chat: {because: makes anvils, source: ar}
      facts:
        - {metric: revenue, period: FY2024, value: 4e8, unit: CNY, source: ar, confidence: high}

      """,
      "market-facts/china.yaml": """
      region: china
      title: {en: China}
      facts:
        - {metric: seats, period: 2024, value: 7e6, unit: seat, source: ar, confidence: high}

      """,
    ])
  }

  private func load(_ files: [String: String]) throws -> (FactBase, ModelFiles, ModelFiles) {
    let (first, second) = (try Self.base(), try ModelFiles(files))
    return (try FactBase.load(folders: [first.path, second.path]), first, second)
  }

  private func message(_ files: [String: String]) throws -> String {
    let (first, second) = (try Self.base(), try ModelFiles(files))
    let error = #expect(throws: DiagnosticError.self) {
      try FactBase.load(folders: [first.path, second.path])
    }
    return second.shown(error?.description ?? "")
  }

  @Test func factsAreAdded() throws {
    let (base, _, second) = try load([
      "company-facts/acme.yaml": """
      company: acme
      not_pursued:
        coding: {because: no product, source: ar}
      facts:
        - {metric: seats, period: FY2024, value: 90, unit: seat, source: ar, confidence: low}
        - {kind: rating, path: chat, criterion: brand, period: 2025-03, value: 2, grade: B, origin: x, source: ar}

      """
    ])
    let acme = try #require(base.company("acme"))
    #expect(acme.facts.map(\.metric) == ["revenue", "seats"])
    // The fiscal year is the company's own.
    #expect(acme.facts[1].days.end.description == "2024-03-31")
    #expect(acme.ratings.map(\.criterion) == ["brand"])
    #expect(acme.notPursued.map(\.path) == ["chat", "coding"])
    #expect(second.shown(acme.facts[1].location.file) == "Models/company-facts/acme.yaml")
    #expect(base.overridden.isEmpty)
  }

  @Test func theSameFactTakesThePlaceOfTheEarlierOne() throws {
    let (base, _, second) = try load([
      "company-facts/acme.yaml": """
      company: acme
      facts:
        - {metric: revenue, period: FY2024, value: 5e8, unit: CNY, source: ar, confidence: high}

      """,
      "market-facts/china.yaml": """
      region: china
      facts:
        - {metric: seats, period: 2024, value: 8e6, unit: seat, source: ar, confidence: high}
        - {metric: seats, period: 2025, value: 9e6, unit: seat, source: ar, confidence: high}

      """,
    ])
    #expect(base.company("acme")?.facts.map(\.value) == [5e8])
    #expect(base.markets["china"]?.facts.map(\.value) == [8e6, 9e6])
    #expect(base.markets["china"]?.title?.byLanguage.map(\.text) == ["China"])
    #expect(
      base.overridden == [
        Replacement(
          file: "\(second.path)/market-facts/china.yaml",
          subject: .fact(metric: "seats", period: TestFacts.period("2024"), source: "ar")),
        Replacement(
          file: "\(second.path)/company-facts/acme.yaml",
          subject: .fact(metric: "revenue", period: TestFacts.period("FY2024"), source: "ar")),
      ])
  }

  /// What a later folder declares anew is named.
  @Test func whatIsOverriddenIsNamed() throws {
    let acme = """
      id: acme
      names: {en: Acme}
      region: china
      fiscal_year_end: 12-31
      financing: listed

      """
    let (base, first, second) = try load([
      "metrics.yaml": "metrics:\n  seats: {unit: seat, kind: flow, title: Seats}\n",
      "sources.yaml": """
      sources:
        ar: {title: Report, publisher: Acme, date: 2025-05, kind: filing, reference: none}

      """,
      "companies/acme.yaml": acme,
    ])
    #expect(
      base.overridden == [
        Replacement(file: "\(second.path)/metrics.yaml", subject: .declaration("seats")),
        Replacement(file: "\(second.path)/sources.yaml", subject: .declaration("ar")),
        Replacement(
          file: "\(second.path)/companies/acme.yaml",
          subject: .file("\(first.path)/companies/acme.yaml")),
      ])
    #expect(base.company("acme")?.facts.isEmpty == true)
  }

  @Test func mistakesAreNamed() throws {
    #expect(
      try message(["company-facts/acmee.yaml": "company: acmee\nfacts: []\n"])
        == """
        Models/company-facts/acmee.yaml:1:10: error: there is no company "acmee" to add facts to
         1 | company: acmee
           |          ^
          help: did you mean "acme"?
        """.replacing(" 1 | company: acmee\n   |          ^\n", with: ""))
    #expect(
      try message(["company-facts/acme.yaml": "company: acne\nfacts: []\n"]).contains(
        "the company \"acne\" differs from the name of the file"))
    #expect(
      try message(["company-facts/acme.yaml": "company: acme\nfact: []\n"]).contains(
        "unknown key \"fact\" in a file of company facts"))
    let twice =
      "  - {metric: seats, period: 2024, value: 1, unit: seat, source: ar, confidence: low}\n"
    #expect(
      try message(["company-facts/acme.yaml": "company: acme\nfacts:\n" + twice + twice]).contains(
        "seats of 2024 from ar stands here twice"))
  }
}
