import Publishing
import Reporting
import RunRecord
import Testing
import TinyStudy

/// What is said of figures that are foretold: the numbers of the record, as people say them.
struct AheadSectionTests {
  private static let half = OutcomeShares(
    brokeEven: 0.5, stillLosing: 0.3, sold: 0.1, cashedOut: 0.1)

  private static let growth = ExpectedFigure(
    kind: .revenueGrowth, metrics: [MetricName(id: "revenue", title: nil)], period: "2026-H1",
    months: 6, expectedBy: "2026-09-23", isOverdue: false, unit: "1", before: 100e6,
    forecast: FigureQuantiles(p5: -0.1, p25: 0.1, p50: 0.2, p75: 0.3, p95: 0.62),
    branches: [
      FigureBranch(
        low: nil, high: 0.18, chance: 0.31,
        states: OutcomeShares(brokeEven: 0.06, stillLosing: 0.6, sold: 0.2, cashedOut: 0.14)),
      FigureBranch(low: 0.18, high: 0.25, chance: 0.3, states: half),
      FigureBranch(low: 0.25, high: nil, chance: 0.39, states: half),
    ], flips: [FigureFlip(at: 0.22, below: .stillLosing, above: .open)], moves: 0.064)

  private static let money = ExpectedFigure(
    kind: .moneyRaised, metrics: [], period: "2026-07-01/2026-10-28", months: 0, expectedBy: nil,
    isOverdue: false, unit: "CNY", before: nil,
    forecast: FigureQuantiles(p5: 0, p25: 0, p50: 0, p75: 0, p95: 2e9),
    branches: [
      FigureBranch(low: nil, high: 1, chance: 0.8, states: half),
      FigureBranch(low: 1, high: nil, chance: 0.2, states: half),
    ], flips: [], moves: 0.01)

  private func text(_ page: Page) -> String {
    MarkdownRenderer(AnchorIndex([page])).render(page)
  }

  private func record(_ companies: [CompanyAhead]) -> AheadRecord {
    AheadRecord(
      asOf: "2026-06-30", days: 120, until: "2026-10-28", horizon: 2030, draws: 16384, seed: 1,
      sampler: .sobol, scenario: nil, factsSha256: "", settingsSha256: "", judgements: .standard,
      companies: companies)
  }

  private func company(_ figures: [ExpectedFigure], states: OutcomeShares? = half) -> CompanyAhead {
    CompanyAhead(
      id: "cloud-pipe", names: "Cloud", states: states,
      reason: states == nil ? Reason(.earningHasNoOdds) : nil, figures: figures,
      next: FreshnessRecord.DueReport(months: 9, end: 24321.0 / 12, since: 24323.0 / 12))
  }

  @Test func aFigureIsSaidWithItsBranchesAndThresholds() {
    let said = text(AheadNote(record([company([Self.growth, Self.money])])).page)
    #expect(said.contains("revenue growth, 2026-H1"))
    #expect(said.contains("20 % (−10 to 62 %)"))
    #expect(said.contains("±6.4 points"))
    #expect(
      said.contains(
        "Breaks even first: under 18 % (31 %): 6 %; 18 % to 25 % (30 %): 50 %; 25 % and more "
          + "(39 %): 50 %."))
    #expect(
      said.contains(
        "Under 22 % it is \"more likely than not to lose money still\", from there on \"open\"."))
    #expect(said.contains("none (80 %): 50 %; any (20 %): 50 %"))
    #expect(said.contains("nine months to 2026-09, is due by 2026-11"))
    #expect(said.contains("no date"))
  }

  @Test func withoutOddsThereAreChancesAlone() {
    var figure = Self.growth
    figure.moves = nil
    figure.flips = []
    figure.isOverdue = true
    for index in figure.branches.indices { figure.branches[index].states = nil }
    let said = text(AheadNote(record([company([figure], states: nil)])).page)
    #expect(said.contains("under 18 %: 31 %; 18 % to 25 %: 30 %; 25 % and more: 39 %."))
    #expect(said.contains("overdue since 2026-09-23"))
    #expect(!said.contains("Breaks even first"))
  }

  /// A small table on the company's page, and nothing where nothing is foretold.
  @Test func theSectionIsSmallOrNotThere() throws {
    var run = TinyStudy.run
    let index = try #require(run.companies.firstIndex { $0.id == "cloud-pipe" })
    let plain = ReportContext(record: run, language: .english)
    #expect(Section.ahead.blocks(run.companies[index], plain).isEmpty)
    run.companies[index].ahead = company(Array(repeating: Self.growth, count: 9))
    let context = ReportContext(record: run, language: .english)
    let blocks = Section.ahead.blocks(run.companies[index], context)
    #expect(text(.note(blocks)).split(separator: "\n").count <= 12)
    run.companies[index].ahead = company([Self.growth], states: nil)
    #expect(Section.ahead.blocks(run.companies[index], context).isEmpty)
  }

  // MARK: Settling

  private func settlement(
    _ refusal: CompanySettlement.Refusal?, effective: Double?, seen: Double? = 0.3
  ) -> SettlementRecord {
    let tripwire = Tripwire(company: "cloud-pipe", Self.growth)
    return SettlementRecord(
      asOf: "2026-06-30", settledOn: "2026-09-30", horizon: 2030, draws: 16384,
      judgements: .standard,
      companies: [
        CompanySettlement(
          id: "cloud-pipe", names: "Cloud",
          figures: [
            SettledFigure(
              forecast: tripwire, seen: seen, branch: seen.flatMap(tripwire.branch), level: 0.75)
          ], base: Self.half,
          new: refusal == nil && effective != nil
            ? OutcomeShares(brokeEven: 0.6, stillLosing: 0.2, sold: 0.1, cashedOut: 0.1) : nil,
          effectiveDraws: effective, leastDraws: 200, refusal: refusal,
          command: "breakeven whatif \"cloud-pipe.revenue=130M CNY 2026-H1\"")
      ],
      scores: [
        FigureScore(
          kind: .revenueGrowth, count: 1, companies: 1, inside50: 1, inside90: 1,
          interval50: [0.15, 1], interval90: [0.15, 1], branches: [0, 0, 1])
      ])
  }

  /// √(0.6 · 0.4/600) = 2.0 points.
  @Test func whatCameIsSaidWithItsBranchAndItsError() {
    let said = text(SettleNote(settlement(nil, effective: 600)).page)
    #expect(said.contains("go from 50 % to 60 % (±2 points; as good as 600 of 16384 draws)"))
    #expect(
      said.contains("It was \"open\" and is \"more likely than not to break even first\"."))
    #expect(said.contains("the highest: 25 % and more (39 %)"))
    #expect(said.contains("100 % (15–100 %)"))
  }

  @Test func aRefusalSaysWhatToDo() {
    let said = text(SettleNote(settlement(.tooFewDraws, effective: 85)).page)
    #expect(said.contains("as good as 85 of 16384, where 200 are needed"))
    #expect(said.contains("breakeven whatif \"cloud-pipe.revenue=130M CNY 2026-H1\""))
    let waiting = text(SettleNote(settlement(nil, effective: nil, seen: nil)).page)
    #expect(waiting.contains("nothing of what was foretold is known yet"))
    #expect(waiting.contains("not yet"))
  }
}
