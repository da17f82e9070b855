import Breakeven
import Diagnostics
import Foundation
import RunRecord
import Testing
import TestSupport
import TinyStudy

/// `breakeven settle`, end to end: figures that come after a file was written, and typed ones.
@Suite struct SettleTests {
  private func base(_ asOf: String? = nil, draws: Int = 16384) -> EvaluationRequest {
    EvaluationRequest(asOf: asOf.flatMap { CalendarDay($0) }, draws: draws, threads: 1)
  }

  private func settle(
    _ figures: [String], company: String = "cloud-pipe", period: String? = nil,
    draws: Int = 16384
  ) throws -> CompanySettlement {
    try #require(
      try TinyStudy.workspace.settle(
        SettleRequest(
          base: base(draws: draws),
          subject: .typed(company: company, figures: figures, period: period))
      ).companies.first)
  }

  private func mistake(_ settle: () throws -> Void) -> String? {
    do {
      try settle()
      return nil
    } catch let error as DiagnosticError {
      return error.diagnostics.map { "\($0.message) | \($0.help ?? "")" }.joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  /// A figure in the middle of its forecast leaves the odds near what they were, a good one raises
  /// them, a bad one lowers them; the branch is the one that holds it.
  @Test func aTypedFigureMovesTheOdds() throws {
    let forecast = try #require(
      try TinyStudy.workspace.ahead(
        AheadRequest(base: EvaluationRequest(companies: ["cloud-pipe"], threads: 1))
      ).companies.first)
    let result = try #require(
      forecast.figures.first { $0.kind == .operatingResult && $0.period == "2026-H1" })
    func settled(_ value: Double) throws -> CompanySettlement {
      try settle(["operating_income=\(Int(value))"], period: "2026-H1")
    }
    let (low, high) = (
      try settled(result.forecast.p25), try settled(result.forecast.p75)
    )
    let (bad, good) = (try #require(low.new), try #require(high.new))
    let base = try #require(low.base)
    #expect(bad.brokeEven < base.brokeEven && base.brokeEven < good.brokeEven)
    #expect(abs(bad.brokeEven + bad.stillLosing + bad.sold + bad.cashedOut - 1) < 1e-12)
    #expect(
      low.figures[0].branch == result.branches.firstIndex { $0.contains(result.forecast.p25) })
    #expect(abs(try #require(low.figures[0].level) - 0.25) < 0.01)
    #expect(try #require(low.effectiveDraws) > 200)
  }

  /// What no draw comes near is refused, with the command that takes it in.
  @Test func tooFewDrawsAreRefused() throws {
    let settled = try settle(["revenue=90bn"], period: "2026-H1")
    #expect(settled.refusal == .tooFewDraws)
    #expect(settled.new == nil)
    #expect(settled.command == "breakeven whatif \"cloud-pipe.revenue=90000000000 CNY 2026-H1\"")
    #expect(settled.leastDraws == 200)
    // Beyond all draws none agrees, however large the figure's own error is.
    let beyond = try settle(["cash=5e30"])
    #expect(beyond.refusal == .tooFewDraws)
    #expect(beyond.effectiveDraws == 0)
    // With few draws anything is too few: two hundred of 256 are never near.
    #expect(try settle(["revenue=220M"], period: "2026-H1", draws: 256).refusal == .tooFewDraws)
  }

  @Test func mistakesOfTypedFiguresTeach() throws {
    func typed(_ figures: [String], _ period: String? = nil, company: String = "cloud-pipe")
      -> String?
    {
      mistake { _ = try settle(figures, company: company, period: period, draws: 256) }
    }
    #expect(
      typed(["revenue=1"], company: "cloud-pip")?.contains("did you mean \"cloud-pipe\"?") == true)
    #expect(
      typed(["revenue=300M"], "2026-H2")
        == "cloud-pipe isn't about to tell its revenue of 2026-H2 | it tells that of 2026-Q1 (due by "
        + "2026-05-31), 2026-H1 (due by 2026-09-23), 2026-9M (due by 2026-11-30), FY2026 (due by "
        + "2027-04-30), 2027-Q1 (due by 2027-05-31)")
    #expect(
      typed(["revenue=300M USD"], "2026-H1")
        == "the accounts of cloud-pipe are in CNY, so revenue can't be held against an amount in USD "
        + "| say it in CNY, at the rate of the period")
    #expect(typed(["revenue=30%"], "2026-H1")?.contains("an amount in CNY, not a share") == true)
    #expect(
      typed(["revenue_growth=20%"], "2026-H1")
        == "nobody knows the revenue of cloud-pipe a year before 2026-H1, so there is no growth | "
        + "say revenue=AMOUNT")
    #expect(typed(["revenue_growth=2bn CNY"], "FY2026")?.contains("is a share") == true)
    #expect(typed(["revenu=3M"])?.contains("did you mean \"revenue\"?") == true)
    #expect(typed(["revenue=lots"])?.contains("isn't an amount") == true)
    #expect(typed(["revenue=3M"], "someday")?.contains("isn't a period") == true)
    #expect(
      typed(["revenue=3M", "revenue=4M"], "2026-H1")
        == "\"revenue=3M\" and \"revenue=4M\" are figures of one and the same thing | say one of them"
    )
    #expect(
      typed(["revenue=3M"], company: "deep-whale")?.hasPrefix("nothing can be foretold") == true)
  }

  // MARK: Files

  /// The tiny study with the half to June 2026 on file: revenue 200M, a result of −50M, cash of 140M,
  /// published in August.
  private static func laterStudy() throws -> TemporaryModels {
    let copy = try TemporaryModels()
    let folder = TinyStudy.folder.path
    let files = FileManager.default.enumerator(atPath: folder)?.allObjects ?? []
    for case let name as String in files where name.hasSuffix(".yaml") {
      var text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      if name == "companies/cloud-pipe.yaml" {
        func fact(_ metric: String, _ period: String, _ value: String) -> String {
          "  - {metric: \(metric), period: \(period), value: \(value), unit: CNY, "
            + "source: pipe-h1-2026, confidence: high}\n"
        }
        text = text.replacing(
          "events:\n",
          with: fact("revenue", "2026-H1", "200M") + fact("operating_income", "2026-H1", "-50M")
            + fact("cash_and_short_term_investments", "2026-06-30", "140M") + "events:\n")
      }
      if name == "sources.yaml" {
        text += "  pipe-h1-2026: {title: Half-year report, publisher: Cloud, date: 2026-08-28, "
        text += "kind: filing, reference: p. 1}\n"
      }
      try copy.write(name, text)
    }
    return copy
  }

  /// Written on 30 June, settled on 30 September: the three figures of the half, by hand.
  @Test func aFileIsSettledWithWhatCame() throws {
    let models = try Self.laterStudy()
    let workspace = Workspace(models: [models.path])
    let written = try workspace.ahead(
      AheadRequest(base: EvaluationRequest(companies: ["cloud-pipe", "big-group"], threads: 1)))
    // Nothing of what came later was known when it was written.
    let before = try #require(
      try TinyStudy.workspace.ahead(
        AheadRequest(base: EvaluationRequest(companies: ["cloud-pipe"], threads: 1))
      ).companies.first)
    #expect(written.companies.first { $0.id == "cloud-pipe" }?.figures == before.figures)
    let text = workspace.tripwiresText(Tripwires(written))
    try models.write("../\(URL(filePath: models.path).lastPathComponent)-trip.yaml", text)
    let file = models.path + "-trip.yaml"
    defer { try? FileManager.default.removeItem(atPath: file) }
    let tripwires = try workspace.tripwires(inFile: file)
    #expect(tripwires.tripwires.count == Tripwires(written).tripwires.count)
    let settled = try workspace.settle(
      SettleRequest(base: base("2026-09-30"), subject: .tripwires(tripwires)))
    let company = try #require(settled.companies.first { $0.id == "cloud-pipe" })
    func seen(_ kind: ExpectedFigure.Kind, _ period: String) -> Double? {
      company.figures.first { $0.forecast.kind == kind && $0.forecast.period == period }?.seen
    }
    #expect(seen(.revenue, "2026-H1") == 200e6)
    #expect(seen(.operatingResult, "2026-H1") == -50e6)
    #expect(seen(.cash, "2026-06-30") == 140e6)
    // Nobody told the first quarter, nor a round.
    #expect(seen(.revenue, "2026-Q1") == nil && seen(.moneyRaised, "2026-07-01/2026-10-28") == nil)
    #expect(company.figures.filter { $0.seen != nil }.allSatisfy { $0.branch != nil })
    #expect(company.figures.allSatisfy { !$0.hasMoved })
    #expect(settled.scores.last?.count == 3)
    #expect(settled.scores.last?.kind == nil && settled.scores.last?.companies == 1)
    #expect(company.effectiveDraws != nil)
  }

  /// What is written is read back: bounds in full, other numbers to four digits.
  @Test func aFileIsReadAsItWasWritten() throws {
    let written = Tripwires(
      try TinyStudy.workspace.ahead(
        AheadRequest(base: EvaluationRequest(draws: 1024, threads: 1), days: 300)))
    let models = try TemporaryModels(["t.yaml": TinyStudy.workspace.tripwiresText(written)])
    let read = try TinyStudy.workspace.tripwires(inFile: models.path + "/t.yaml")
    #expect(read.asOf == "2026-06-30" && read.days == 300 && read.draws == 1024)
    #expect(read.tripwires.map(\.company) == written.tripwires.map(\.company))
    for (one, two) in zip(written.tripwires, read.tripwires) {
      #expect(one.kind == two.kind && one.period == two.period && one.before == two.before)
      #expect(one.branches.map(\.low) == two.branches.map(\.low))
      #expect(one.branches.map(\.high) == two.branches.map(\.high))
      #expect(abs(one.forecast.p50 - two.forecast.p50) <= abs(one.forecast.p50) * 5e-4)
    }
    // Written again it is the same text.
    #expect(
      TinyStudy.workspace.tripwiresText(read).split(separator: "\n").dropFirst(12)
        == TinyStudy.workspace.tripwiresText(written).split(separator: "\n").dropFirst(12))
  }

  private static let good = """
    as_of: 2026-06-30
    days: 120
    horizon: 2030
    draws: 256
    seed: 1
    sampler: sobol
    facts: "a"
    settings: "b"
    tripwires:
      - company: cloud-pipe
        figure: revenue
        metrics: [revenue]
        period: 2026-H1
        expected_by: 2026-09-23
        unit: "CNY"
        forecast: {p5: 100M, p25: 150M, p50: 200M, p75: 250M, p95: 400M}
        branches:
          - {below: 170M, chance: 0.4, breaks_even: 0.1, still_losing: 0.6, sold: 0.2, out_of_cash: 0.1}
          - {from: 170M, chance: 0.6, breaks_even: 0.4, still_losing: 0.4, sold: 0.1, out_of_cash: 0.1}

    """

  private func reading(_ text: String) throws -> String? {
    let models = try TemporaryModels(["t.yaml": text])
    return mistake { _ = try TinyStudy.workspace.tripwires(inFile: models.path + "/t.yaml") }
  }

  @Test func mistakesOfFilesTeach() throws {
    #expect(try reading(Self.good) == nil)
    func changed(_ old: String, _ new: String) throws -> String {
      try #require(try reading(Self.good.replacing(old, with: new)))
    }
    #expect(try changed("draws: 256", "drawz: 256").contains("did you mean \"draws\"?"))
    #expect(try changed("2026-06-30", "June").contains("a date such as 2026-09-30"))
    #expect(try changed("figure: revenue", "figure: revenues").contains("revenue"))
    #expect(
      try changed("chance: 0.6,", "chance: 0.5,").contains(
        "the chances of the branches sum to 1, and these sum to 0.9"))
    #expect(
      try changed("from: 170M", "from: 180M").contains("each begins where the one before ends"))
    #expect(try changed("p25: 150M", "p25: 350M").contains("rise from p5 to p95"))
    #expect(try changed("breaks_even: 0.4", "breaks_even: 0.5").contains("sum to 1, and these sum"))
    #expect(try changed("figure: revenue", "figure: revenue_growth").contains("needs \"before\""))
    #expect(try reading("")?.contains("is empty") == true)
  }

  /// Forecasts of another study are told by its horizon and its companies.
  @Test func aFileOfAnotherStudyIsRefused() throws {
    func settling(_ text: String, asOf: String? = nil) throws -> String? {
      let models = try TemporaryModels(["t.yaml": text])
      let tripwires = try TinyStudy.workspace.tripwires(inFile: models.path + "/t.yaml")
      return mistake {
        _ = try TinyStudy.workspace.settle(
          SettleRequest(base: base(asOf, draws: 256), subject: .tripwires(tripwires)))
      }
    }
    #expect(try settling(Self.good) == nil)
    #expect(
      try settling(Self.good.replacing("horizon: 2030", with: "horizon: 2032"))?.contains(
        "of a study that looks to 2032, this one looks to 2030") == true)
    #expect(
      try settling(Self.good.replacing("company: cloud-pipe", with: "company: cloud-pip"))?
        .contains(
          "of a company \"cloud-pip\" that this study hasn't got | did you mean \"cloud-pipe\"?")
        == true)
    #expect(
      try settling(Self.good.replacing("unit: \"CNY\"", with: "unit: \"USD\""))
        == "the tripwire on revenue of cloud-pipe for 2026-H1 is in USD, and the accounts are in CNY "
        + "| write it anew as of a later day: breakeven ahead --write FILE")
    #expect(
      try settling(Self.good.replacing("metrics: [revenue]", with: "metrics: [revenu]"))?.contains(
        "a metric \"revenu\" that this study hasn't got | did you mean \"revenue\"?") == true)
    #expect(
      try settling(Self.good, asOf: "2026-05-31")?.contains("before they were made") == true)
  }
}
