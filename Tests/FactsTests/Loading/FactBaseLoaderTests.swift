import Diagnostics
import Documents
import Facts
import Foundation
import Testing
import Units

@Suite struct FactBaseLoaderTests {
  private static let metrics = """
    metrics:
      revenue: {unit: money, kind: flow, title: {en: Revenue, zh-Hant: 營收}, plausible: [0, 1e13]}
      gross_margin: {unit: "1", kind: rate, title: Gross margin, plausible: [-5, 1]}
      price: {unit: money/device, kind: rate, title: Price}

    """
  private static let sources = """
    sources:
      ar-2024: {title: Report, publisher: Acme, date: 2025-04, kind: filing, reference: none}
      mem-2024: {title: Report, publisher: Acme, date: 2025-04, kind: memory, reference: none}

    """
  private static let acme = """
    id: acme
    names: {en: Acme, zh-Hant: 雲從, zh-Hans: 云从}
    region: china
    fiscal_year_end: 03-31
    financing: listed
    markets: {chat: world}
    not_pursued:
      medical-ai: {because: makes anvils, source: ar-2024}
    facts:
      - {metric: revenue, period: FY2024, value: 3.98亿, unit: CNY, source: ar-2024, confidence: high, note: page 5}
      - {metric: gross_margin, period: FY2024, low: 0.3, high: 0.4, unit: "1", source: mem-2024, confidence: low}
      - {kind: forecast, metric: revenue, period: FY2026, value: 5e8, unit: USD, source: ar-2024, confidence: low}
      - {kind: rating, path: chat, criterion: brand, period: 2025-03, low: 2, high: 3, grade: B, origin: acme, source: ar-2024}
    events:
      - {date: 2024-H2, kind: layoffs, text: A third left., source: ar-2024}

    """

  private static func models(_ change: [String: String] = [:]) throws -> ModelFiles {
    var files = [
      "metrics.yaml": metrics, "sources.yaml": sources, "companies/acme.yaml": acme,
      "markets/world.yaml": "region: world\ninputs: {}\n",
      "market-facts/china.yaml": "region: china\ntitle: {en: China}\nfacts: []\n",
    ]
    files.merge(change) { $1 }
    return try ModelFiles(files)
  }

  private static func units() throws -> UnitRegistry {
    try UnitRegistry([
      UnitDeclaration(name: "CNY", meaning: .base(isCurrency: true)),
      UnitDeclaration(name: "USD", meaning: .base(isCurrency: true)),
      UnitDeclaration(name: "device", meaning: .base(isCurrency: false)),
      UnitDeclaration(name: "year", meaning: .base(isCurrency: false)),
      UnitDeclaration(name: "thousand_CNY", meaning: .scaled(factor: 1000, of: "CNY")),
    ])
  }

  private func message(_ models: ModelFiles, units: UnitRegistry? = nil) -> String? {
    let error = #expect(throws: DiagnosticError.self) {
      try FactBase.load(folders: [models.path], units: units)
    }
    return error.map { models.shown($0.description) }
  }

  @Test(arguments: [true, false])
  func everythingIsRead(withUnits: Bool) throws {
    let models = try Self.models()
    let base = try FactBase.load(
      folders: [models.path + "/"], units: withUnits ? Self.units() : nil)
    let acme = try #require(base.company("acme"))
    #expect(base.warnings.isEmpty)
    #expect(acme.names.byLanguage.map(\.text) == ["Acme", "雲從", "云从"])
    #expect(acme.facts.map(\.central) == [398_000_000, (0.3 * 0.4).squareRoot(), 5e8])
    #expect(acme.facts.map(\.days.end.description) == ["2024-03-31", "2024-03-31", "2026-03-31"])
    #expect(acme.facts[0].note == "page 5")
    #expect(acme.facts[0].unitExpression?.text == (withUnits ? "CNY" : nil))
    #expect(acme.facts.map(\.isEstimate) == [false, true, false])
    #expect(acme.notPursued.map(\.path) == ["medical-ai"])
    #expect(acme.region(forPath: "chat") == "world")
    #expect(acme.region(forPath: "medical-ai") == "china")
    #expect(acme.events.map(\.kind) == ["layoffs"])
    #expect(base.markets["china"]?.title?.en == "China")
    let day = TestFacts.day("2025-04-30")
    #expect(
      base.ratings(company: "acme", path: "chat", criterion: "brand", asOf: day).map(\.low) == [2])
    #expect(
      base.ratings(
        company: "acme", path: "chat", criterion: "brand", asOf: day.adding(days: -1)
      ).isEmpty)
  }

  @Test func allMistakesOfAllFilesAtOnce() throws {
    let models = try Self.models([
      "companies/acme.yaml": """
      id: acme
      names: {en: Acme}
      region: chnia
      fiscal_year_end: 13-31
      financing: rich
      colour: red
      facts:
        - {metric: revenu, period: FY2024, value: 1, unit: CNY, source: ar-2024, confidence: high}
        - {metric: revenue, period: FY24, value: 1, unit: CNY, source: ar-2042, confidence: hihg}
        - {metric: revenue, period: FY2024, value: 1, unit: device, source: mem-2024, confidence: high}
        - {metric: price, period: FY2024, value: 5, low: 6, high: 7, unit: CNY/device, source: ar-2024, confidence: low}
        - {metric: price, period: FY2024, low: 6, unit: CNY, source: ar-2024, confidence: low}
        - {metric: price, period: FY2024, unit: USD/device, source: ar-2024, confidence: low}

      """,
      "metrics.yaml": Self.metrics + "  Odd: {unit: money, kind: flux, title: Odd}\n",
    ])
    let text = message(models) ?? ""
    let lines = text.split(separator: "\n").filter { $0.contains(": error: ") }.map(String.init)
    #expect(
      lines == [
        "Models/companies/acme.yaml:4:18: error: "
          + "expected a month and day such as 12-31, found \"13-31\"",
        "Models/companies/acme.yaml:5:12: error: "
          + "expected listed, unlisted, state_linked or parent_backed, found \"rich\"",
        "Models/companies/acme.yaml:6:1: error: unknown key \"colour\" in a company",
        "Models/companies/acme.yaml:8:14: error: there is no metric \"revenu\"",
        "Models/companies/acme.yaml:9:31: error: expected a period such as FY2024, TTM-2025-09, "
          + "2025-Q1, 2025-H1 or 2025-03-31, found \"FY24\"",
        "Models/companies/acme.yaml:9:66: error: there is no source \"ar-2042\"",
        "Models/companies/acme.yaml:9:87: error: expected low, medium or high, found \"hihg\"",
        "Models/companies/acme.yaml:10:55: error: revenue is measured in \"money\", "
          + "where money is any currency, found \"device\"",
        "Models/companies/acme.yaml:10:93: error: "
          + "high confidence in mem-2024, which is of kind memory",
        "Models/companies/acme.yaml:11:44: error: value 5 is below low 6",
        "Models/companies/acme.yaml:12:5: error: \"low\" stands without \"high\" in a fact",
        "Models/companies/acme.yaml:12:51: error: price is measured in \"money/device\", "
          + "where money is any currency, found \"CNY\"",
        "Models/companies/acme.yaml:13:5: error: "
          + "\"value\", or \"low\" and \"high\", is missing in a fact",
        "Models/metrics.yaml:5:3: error: "
          + "expected a metric's name in small letters with underscores, found \"Odd\"",
        "Models/metrics.yaml:5:28: error: expected flow, stock or rate, found \"flux\"",
      ])
  }

  private static func found(_ find: String) throws -> ModelFiles {
    try models([
      "metrics.yaml": metrics
        + "  users: {unit: \"1\", kind: stock, title: Users, find: \(find)}\n"
    ])
  }

  @Test func whatItTakesToFindAFigureIsRead() throws {
    let models = try Self.found("{chance: 0.5, hours: 2}")
    let base = try FactBase.load(folders: [models.path], units: nil)
    #expect(base.metrics["users"]?.effort?.chance == 0.5)
    #expect(base.metrics["users"]?.effort?.hours == 2)
    #expect(base.metrics["revenue"]?.effort == nil)
  }

  @Test(
    arguments: [
      (
        "{chance: 0, hours: 2}",
        "the chance of finding a figure lies above 0 and at most at 1, not at 0"
      ),
      (
        "{chance: 1.5, hours: 2}",
        "the chance of finding a figure lies above 0 and at most at 1, not at 1.5"
      ),
      ("{chance: 1, hours: 0}", "it takes more than 0 hours to find a figure"),
      ("{chance: 1}", "\"hours\" is missing in \"find\""),
      ("{chance: 1, hours: 1, days: 2}", "unknown key \"days\" in \"find\""),
    ])
  func whatItTakesToFindAFigureIsHeld(_ find: String, _ expected: String) throws {
    let lines = (message(try Self.found(find)) ?? "").split(separator: "\n")
    let error = lines.first { $0.contains(": error: ") }
    #expect(error?.components(separatedBy: ": error: ").last == expected)
  }

  @Test func wholeMessages() throws {
    let models = try Self.models([
      "companies/acme.yaml": Self.acme.replacingOccurrences(
        of:
          "facts:\n",
        with: """
          facts:
            - {metric: revenue, period: FY2024, value: 4亿, unit: CNY, source: ar-2024, confidence: high}

          """)
    ])
    #expect(
      message(models) == """
        Models/companies/acme.yaml:11:5: error: revenue of FY2024 from ar-2024 stands here twice
         11 |   - {metric: revenue, period: FY2024, value: 3.98亿, unit: CNY, source: ar-2024, confidence: high, no
            |     ^
          help: it stands first at Models/companies/acme.yaml:10:5
        """)
  }

  @Test func regionsMustExist() throws {
    let models = try Self.models([
      "companies/acme.yaml": Self.acme.replacingOccurrences(
        of: "region: china", with: "region: chnia")
    ])
    #expect(
      message(models) == """
        Models/companies/acme.yaml:1:1: error: acme sells in "chnia", and there is no such market
          help: did you mean "china"?
        """)
  }

  @Test func idsAreTheNamesOfTheirFiles() throws {
    let models = try Self.models(["companies/other.yaml": Self.acme])
    #expect(
      message(models) == """
        Models/companies/other.yaml:1:5: error: the id "acme" differs from the name of the file
         1 | id: acme
           |     ^
          help: write id: other, or rename the file to acme.yaml
        """)
  }

  @Test func unitsByTheirDimension() throws {
    let units = try Self.units()
    let models = try Self.models([
      "companies/acme.yaml": Self.acme.replacingOccurrences(
        of: "3.98亿, unit: CNY", with: "398000, unit: thousand_CNY")
    ])
    let base = try FactBase.load(folders: [models.path], units: units)
    // Held in the currency itself, of which there are rates.
    let amount = try #require(base.company("acme")?.facts.first)
    #expect(amount.value == 398_000_000)
    #expect(amount.unit == "CNY")
    #expect(amount.unitExpression?.scale == 1)
    let wrong = try Self.models([
      "companies/acme.yaml": Self.acme.replacingOccurrences(
        of: "unit: CNY,", with: "unit: CNY/year,"
      )
      .replacingOccurrences(of: "unit: USD,", with: "unit: UDS,")
    ])
    let lines = message(wrong, units: units)?.split(separator: "\n").map(String.init) ?? []
    #expect(
      lines.filter { $0.contains("error") }.first
        == "Models/companies/acme.yaml:10:59: error: revenue is measured in \"money\", "
        + "where money is any currency, found \"CNY/year\"")
    #expect(lines.filter { $0.contains("error") }.count == 2)
    #expect(lines.last == "  help: did you mean \"USD\"?")
  }

  @Test func implausibleValuesAreWarnings() throws {
    let models = try Self.models([
      "companies/acme.yaml": Self.acme.replacingOccurrences(
        of: "low: 0.3, high: 0.4", with: "low: 30, high: 40")
    ])
    let base = try FactBase.load(folders: [models.path])
    let warning = DiagnosticError(base.warnings).description
    #expect(
      models.shown(warning) == """
        Models/companies/acme.yaml:11:49: warning: gross_margin of 30 is not plausible: expected -5 to 1
         11 |   - {metric: gross_margin, period: FY2024, low: 30, high: 40, unit: "1", source: mem-2024, confidenc
            |                                                 ^
          help: look at the number of digits and the unit, or widen the range in metrics.yaml
        """)
  }

  @Test func laterFoldersOverride() throws {
    let first = try Self.models()
    let second = try ModelFiles([
      "sources.yaml": """
      sources:
        ar-2025: {title: Report, publisher: Acme, date: 2026-04, kind: filing, reference: none}

      """,
      "companies/acme.yaml": Self.acme.replacingOccurrences(of: "3.98亿", with: "4亿")
        .replacingOccurrences(
          of:
            "source: ar-2024, confidence: high", with: "source: ar-2025, confidence: high"),
    ])
    let base = try FactBase.load(folders: [first.path, second.path])
    #expect(base.companies.count == 1)
    #expect(base.company("acme")?.facts.first?.value == 4e8)
    #expect(base.sources.keys.sorted() == ["ar-2024", "ar-2025", "mem-2024"])
  }

  @Test func missingFoldersAndFiles() throws {
    let error = #expect(throws: DiagnosticError.self) {
      try FactBase.load(folders: ["/nowhere/Models"])
    }
    #expect(error?.description == "error: there is no folder /nowhere/Models")
    #expect(error?.category == .missing)
    let empty = try ModelFiles(["note.txt": "nothing"])
    let second = #expect(throws: DiagnosticError.self) {
      try FactBase.load(folders: [empty.path])
    }
    #expect(
      empty.shown(second?.description ?? "") == """
        error: there is no file metrics.yaml in Models
        error: there is no file sources.yaml in Models
        """)
    #expect(second?.category == .missing)
  }

  @Test func exchangeRatesAndCohorts() throws {
    let models = try Self.models([
      "markets/exchange-rates.yaml": """
      rates:
        - {from: USD, to: CNY, period: FY2024, value: 7.2, source: mem-2024, confidence: high}
        - {from: usd, to: CNY, period: 2024-12-31, value: -7, source: ar-2024, confidence: high}

      """,
      "reference-classes/nev.yaml": """
      id: nev
      title: Cars
      members:
        - {id: nio, names: NIO, founded: 2014-11, status: failed, source: ar-2024, confidence: low}

      """,
    ])
    let lines = message(models)?.split(separator: "\n").filter { $0.contains("error: ") } ?? []
    #expect(
      lines.map(String.init) == [
        "Models/markets/exchange-rates.yaml:2:84: error: "
          + "high confidence in mem-2024, which is of kind memory",
        "Models/markets/exchange-rates.yaml:3:12: error: there is no currency \"usd\"",
        "Models/reference-classes/nev.yaml:4:5: error: "
          + "a member that failed has a failure_year, and no other has one",
      ])
  }
}
