import Findings
import Publishing
import Reporting
import RunRecord
import Testing
import TinyStudy

/// A company's page for someone with three minutes: what comes first, that its numbers are those of
/// the record, and that nothing is said twice.
struct CompanyPageTests {
  private static let id = "cloud-pipe"

  private func company(_ id: String = id) throws -> CompanyRecord {
    try #require(TinyStudy.run.companies.first { $0.id == id })
  }

  private func page(
    _ company: CompanyRecord, in run: RunRecord = TinyStudy.run,
    currency: ToldCurrency = .study
  ) throws -> Page {
    var run = run
    run.companies = run.companies.map { $0.id == company.id ? company : $0 }
    let pages = ReportWriter.tree(of: run, language: .english, currency: currency)
    return try #require(pages.first { $0.path == ReportContext.companyPage(company.id) })
  }

  private func text(_ page: Page) -> String {
    MarkdownRenderer(AnchorIndex([page])).render(page)
  }

  private func years(_ page: Page) throws -> Table {
    let tables = page.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    return try #require(tables.first { $0.columns.first?.title.plainText == "Year" })
  }

  @Test func theOrderIsThatOfAReader() throws {
    let page = try page(company())
    let headings = page.blocks.compactMap { block -> String? in
      if case .heading(2, let text, _) = block { text.plainText } else { nil }
    }
    let wanted = [
      "Year by year", "Where the company stands today", "Paths", "What becomes of it",
      "How long the money lasts", "What would have to be true", "Conflicts and oddities",
      "The evidence", "Sources",
    ]
    #expect(headings.filter(wanted.contains) == wanted)
    guard case .paragraph(let first) = page.blocks[2] else {
      Issue.record("the verdict doesn't come first")
      return
    }
    #expect(first.plainText.contains("to break even first (28 %)"))
  }

  /// The two that explain most, each with its range and the odds at either end, as the record has
  /// them.
  @Test func theVerdictNamesTheTwoAssumptions() throws {
    let company = try company()
    let numbers = Language.english.numbers
    guard case .paragraph(let line) = try page(company).blocks[3] else {
      Issue.record("no assumptions after the verdict")
      return
    }
    #expect(line.plainText.hasPrefix("Two assumptions decide it most: "))
    for driver in company.outcome.drivers.prefix(2) {
      let title = try #require(driver.title).text(in: "en")
      let (low, high) = (try #require(driver.low), try #require(driver.high))
      #expect(
        line.plainText.contains(
          "\(title), \(numbers.interval(try #require(driver.value))): odds of "
            + "\(numbers.probability(low)) in its lowest tenth, \(numbers.probability(high))"))
    }
  }

  /// 397.7M + 121M of losses are costs of 519M; what isn't on file is said to be so.
  @Test func reportedYearsComeBeforeSimulatedOnes() throws {
    let table = try years(page(company()))
    let rows = table.rows.map { $0.map(\.plainText) }
    #expect(rows.map { $0[0] } == ["2024", "2025", "2026", "2027", "2028", "2029", "2030"])
    #expect(rows[0] == ["2024", "331M", "491M", "−160M", "330M", "–", "reported: pipe-ar-2024"])
    #expect(
      rows[1] == ["2025", "398M", "519M", "−121M", "not on file", "–", "reported: pipe-ar-2025"])
    let outcome = try #require(company().outcome.known)
    for (row, year) in zip(rows.dropFirst(2), 2026...2030) {
      let numbers = Language.english.numbers
      let series = [
        outcome.revenue, outcome.costs, outcome.operatingResult, outcome.cash, outcome.raised,
      ]
      #expect(
        try row.dropFirst().dropLast()
          == series.map { numbers.plainInterval(try #require($0?[year])) }[...])
    }
  }

  @Test func aYearWithoutFiguresIsShownToBeMissing() throws {
    var company = try company()
    company.nowcast?.years?[1] = FiscalYearRecord(year: 2025, end: 2026)
    let rows = try years(page(company)).rows.map { $0.map(\.plainText) }
    #expect(
      rows[1] == [
        "2025", "not on file", "not on file", "not on file", "not on file", "–", "nothing on file",
      ])
    company.nowcast?.years = []
    #expect(try text(page(company)).contains("No full year is on file."))
  }

  @Test func figuresThatStandInAreMarked() throws {
    var company = try company()
    company.nowcast?.years?[0].operatingResult = FiscalYearFigure(
      low: -200e6, high: -160e6, isEstimate: true, terms: [])
    let page = try page(company)
    #expect(try years(page).rows[0][3].plainText == "≈ −200M to −160M")
    #expect(text(page).contains("other figures stand in for the operating result"))
  }

  /// The years have one chart, not folded: history and fan of revenue and result in one picture.
  @Test func theYearsHaveOneChart() throws {
    let blocks = try page(company()).blocks
    let start = try #require(blocks.firstIndex { $0.isHeading("Year by year") })
    let section = blocks[(start + 1)...].prefix { if case .heading = $0 { false } else { true } }
    let figures = section.compactMap { block -> String? in
      if case .figure(let figure) = block { figure.path } else { nil }
    }
    #expect(figures == ["charts/company.cloud-pipe.course.svg"])
  }

  /// Tables of evidence open on demand.
  @Test func evidenceIsFolded() throws {
    let folded = try page(company()).blocks.compactMap { block -> String? in
      if case .details(let summary, _) = block { summary.plainText } else { nil }
    }
    for part in ["Reported figures", "What the outcome rests on", "Events", "Inputs"] {
      #expect(folded.contains(part), "\(folded)")
    }
  }

  /// No sentence in running text, lists and remarks stands twice on a company's page.
  @Test func noSentenceIsSaidTwice() throws {
    for company in TinyStudy.run.companies {
      let said = try page(company).blocks.flatMap(\.prose)
      let often = Dictionary(grouping: said) { $0 }.filter { $0.value.count > 1 }.keys
      #expect(often.sorted() == [], "\(company.id)")
    }
  }

  // MARK: Currencies

  /// 7 CNY are a dollar: 397.7M are 56.8M, costs of 518.7M are 74.1M.
  @Test func amountsAreToldInAnotherCurrency() throws {
    let page = try page(company(), currency: .code("USD"))
    let table = try years(page)
    #expect(table.columns[1].title.plainText == "Revenue, USD/year")
    #expect(table.rows[1].prefix(4).map(\.plainText) == ["2025", "56.8M", "74.1M", "−17.3M"])
    let markdown = text(page)
    #expect(
      markdown.ranges(of: "1 USD = 7 CNY (rate of 2025-12-31, [fx](#fx))").count == 1)
    // What a source says stays as it says it; odds stay.
    #expect(markdown.contains("| Revenue | FY2025 | CNY 398M |"))
    #expect(markdown.contains("to break even first (28 %"))
    #expect(try !text(self.page(company())).contains("Converted at"))
  }

  /// Accounts in dollars in a study in CNY: 10M are 70M, and the page says at what rate.
  @Test func yearsInAnotherCurrencyAreConverted() throws {
    var company = try company()
    company.nowcast?.unit = "USD"
    company.nowcast?.years?[1].revenue = FiscalYearFigure(
      low: 10e6, high: 10e6, terms: [])
    let plain = try page(company)
    #expect(try years(plain).rows[1][1].plainText == "70M")
    #expect(text(plain).contains("1 USD = 7 CNY (rate of 2025-12-31"))
    let own = try page(company, currency: .own)
    #expect(try years(own).rows[1][1].plainText == "10M")
    #expect(try years(own).columns[1].title.plainText == "Revenue, USD/year")
  }

  @Test func aRunKnowsItsCurrencies() {
    #expect(TinyStudy.run.currencies == ["CNY", "USD"])
    #expect(TinyStudy.run.conversion(to: "EUR") == nil)
    #expect(
      TinyStudy.run.conversion(to: "CNY") == MoneyConversion(currency: "CNY", rates: ["USD": 7]))
  }

  // MARK: Thin evidence

  private func accounts(
    _ edit: (inout CompanyRecord, inout RunRecord) -> Void
  ) throws -> (AccountsOnFile?, String, mark: String) {
    var (company, run) = (try company(), TinyStudy.run)
    edit(&company, &run)
    run.companies = run.companies.map { $0.id == company.id ? company : $0 }
    let index = try #require(
      ReportWriter.tree(of: run, language: .english).first { $0.path == Page.index })
    let rows = index.blocks.flatMap { block -> [[[Inline]]] in
      if case .table(let table) = block { table.rows } else { [] }
    }
    let row = try #require(rows.first { $0[0].plainText == company.name })
    return (
      Findings(run).accounts(company), text(try page(company, in: run)),
      row.last?.plainText ?? ""
    )
  }

  @Test func accountsAreSaidWithTheirAge() throws {
    let found = try accounts { _, _ in }
    // Revenue and result are 6 months old, the balance is of December 2024.
    #expect(found.0 == .accounts(months: 18))
    #expect(found.1.contains("The odds rest on accounts 18 months old."))
    #expect(found.mark == "2025-12 (accounts 18 months old)")
    let fresh = try accounts { company, _ in
      company.nowcast?.freshness.figures.removeAll { $0.role == .cash }
    }
    #expect(fresh.0 == .accounts(months: 6))
    #expect(fresh.mark == "2025-12")
  }

  @Test func toldRatesAreNoAccounts() throws {
    let found = try accounts { company, _ in
      company.nowcast?.window = nil
      company.nowcast?.result = nil
      for index in company.nowcast?.observations.indices ?? 0..<0 {
        company.nowcast?.observations[index].kind = .runRate
      }
    }
    #expect(found.0 == AccountsOnFile.none(rates: 2))
    #expect(found.1.contains("No accounts on file: the odds rest on 2 yearly rates of revenue"))
    #expect(found.mark == "2025-12 (no accounts)")
  }

  @Test func revenueWithoutAResultIsSaid() throws {
    let found = try accounts { company, _ in company.nowcast?.result = nil }
    #expect(found.0 == .revenueAlone(months: 6))
    #expect(found.1.contains("No result on file: the odds rest on revenue to 6 months ago"))
    #expect(found.mark == "2025-12 (no result)")
  }

  /// The same figures of a company that isn't listed, by the press.
  @Test func thePressIsNoFiling() throws {
    let found = try accounts { company, run in
      company.listing = nil
      for index in run.sources.indices { run.sources[index].kind = .press }
    }
    #expect(found.0 == .hearsay(months: 6))
    #expect(found.1.contains("No accounts on file: revenue and result are by the press"))
    #expect(found.mark == "2025-12 (press only)")
  }

  /// A name and one fact: what is known, what to find, no table and no zero.
  @Test func aCompanyWithAlmostNoFactsGetsAnHonestPage() throws {
    let staff = FactRecord(
      metric: "headcount", title: "Staff", period: "FY2025", value: 12, low: nil, high: nil,
      unit: "people", source: "sector-article", confidence: .low, note: nil, isEstimate: false,
      knownSince: "2025-05-31", verdict: .chosen)
    var company = CompanyRecord(
      id: "thin", name: "Thin", names: "Thin", region: "china", kind: "", listing: nil,
      parent: nil, alreadyBrokeEven: nil,
      outcome: .unknown(
        UnknownOutcome(
          reason: Reason(.nothingOfRevenue, ["day": .text("2026-06-30")]),
          missing: ["revenue", "operating_income"])), paths: [], reported: [staff], events: [],
      warnings: [])
    var run = TinyStudy.run
    run.companies.append(company)
    let tree = try page(company, in: run)
    let page = text(tree)
    let tables = tree.blocks.collected { if case .table(let table) = $0 { table } else { nil } }
    #expect(tables.count == 1 && tables.allSatisfy { !$0.rows.isEmpty })
    #expect(page.contains("can't be said: nothing is known of revenue by 2026-06-30"))
    #expect(page.contains("- On file: Staff"))
    #expect(page.contains("- To find: `revenue`, `operating_income`; `breakeven research thin`"))
    #expect(!page.contains(" 0 "))
    #expect(!page.contains("## Paths") && !page.contains("## Year by year"))
    company.reported = []
    #expect(try text(self.page(company, in: run)).contains("- On file: no figure at all"))
  }
}

extension Block {
  /// Its sentences in running text, lists and remarks; tables repeat by their nature.
  fileprivate var prose: [String] {
    switch self {
    case .paragraph(let text): text.plainText.sentences
    case .list(let items, _):
      items.flatMap { $0.text.plainText.sentences + $0.blocks.flatMap(\.prose) }
    case .quote(let blocks), .details(_, let blocks): blocks.flatMap(\.prose)
    case .heading, .figure, .code, .tree, .table: []
    }
  }
}

extension String {
  fileprivate var sentences: [String] {
    split(separator: ". ").map(String.init).filter { $0.split(separator: " ").count > 5 }
  }
}

extension Block {
  fileprivate func isHeading(_ title: String) -> Bool {
    if case .heading(_, let text, _) = self { text.plainText == title } else { false }
  }
}
