import Breakeven
import Diagnostics
import RunRecord
import TestSupport
import Testing
import TinyStudy

/// `changes`, end to end on the tiny study: what it is held against are evaluations of both sides, and
/// of every mix of them, that anyone can make by editing the files.
@Suite struct ChangesTests {
  typealias Edit = (file: String, old: String, new: String)
  private static let mind = "companies/hospital-mind.yaml"
  private static let medical = "paths/medical-ai.yaml"
  private static let cash: Edit = (mind, "value: 30M, unit: USD", "value: 6M, unit: USD")
  private static let loss: Edit = (mind, "period: FY2025, value: -1M", "period: FY2025, value: -9M")
  private static let revenue: Edit = (mind, "FY2025, value: 20M", "FY2025, value: 26M")
  private static let growth: Edit = (medical, "assume: 5% to 60%", "assume: 30% to 90%")
  private static let margin: Edit = (
    medical, "formula: 1 - delivery", "formula: 1 - 0.5 * delivery"
  )

  private func side(
    _ models: TemporaryModels, asOf: String? = nil, draws: Int = 1024, seed: UInt64 = 1
  )
    -> ChangesRequest.Side
  {
    ChangesRequest.Side(
      kind: .folder, name: "Models", folders: [models.path],
      evaluation: EvaluationRequest(
        asOf: asOf.flatMap { CalendarDay($0) }, draws: draws, seed: seed))
  }

  private func changes(
    _ base: [Edit], _ new: [Edit], days: (String?, String?) = (nil, nil),
    companies: [String] = []
  ) throws -> ChangesRecord {
    let (before, after) = (try TinyStudy.copy(editing: base), try TinyStudy.copy(editing: new))
    return try TinyStudy.workspace.changes(
      ChangesRequest(
        base: side(before, asOf: days.0), new: side(after, asOf: days.1), companies: companies))
  }

  private func states(
    _ edits: [Edit], of company: String = "hospital-mind", asOf: String? = nil
  ) throws -> StateProbabilities {
    let models = try TinyStudy.copy(editing: edits)
    let run = try Workspace(models: [models.path]).evaluate(
      EvaluationRequest(companies: [company], asOf: asOf.flatMap { CalendarDay($0) }, draws: 1024))
    return try #require(run.companies.first?.outcome.states)
  }

  private func number(
    _ record: ChangesRecord, _ headline: Headline, of company: String = "hospital-mind"
  ) throws -> NumberChange {
    let changes = try #require(record.companies.first { $0.id == company })
    return try #require(changes.numbers.first { $0.headline == headline })
  }

  private func expectSums(_ record: ChangesRecord) {
    for company in record.companies {
      for number in company.numbers {
        let change = number.new - number.base
        #expect(abs(number.difference - change) <= 1e-12 * abs(change))
        let sum = number.shares.reduce(0) { $0 + $1.share }
        #expect(abs(sum - change) <= 1e-12 * abs(change), "\(company.id) \(number.headline)")
        for share in number.shares where !share.items.isEmpty {
          let parts = share.items.reduce(0) { $0 + $1.share }
          #expect(abs(parts - share.share) <= 1e-12 * abs(share.share))
        }
      }
    }
  }

  // MARK: Sums

  /// Facts, an assumption and the day change; before and after are `evaluate` of both sides.
  @Test func sharesAddUpToTheChange() throws {
    let record = try changes(
      [], [Self.cash, Self.loss, Self.growth], days: ("2026-06-30", "2026-12-31"))
    #expect(!record.companies.isEmpty)
    expectSums(record)
    let company = try #require(record.companies.first { $0.id == "hospital-mind" })
    #expect(company.base.states == (try states([], asOf: "2026-06-30")))
    #expect(
      company.new.states
        == (try states([Self.cash, Self.loss, Self.growth], asOf: "2026-12-31")))
    let kinds = Set(company.numbers.flatMap(\.shares).map(\.factor.kind))
    #expect(kinds == [.facts, .assumptions, .time])
  }

  /// By brute force: the mean over all orders in which figures and the assumption may come, figures
  /// one after the other.
  @Test func sharesAreMeansOverAllOrders() throws {
    let facts = [Self.cash, Self.loss, Self.revenue]
    let record = try changes([], facts + [Self.growth])
    let number = try number(record, .cashedOut)
    var known: [Set<Int>: Double] = [:]
    func odds(_ set: Set<Int>) throws -> Double {
      if let found = known[set] { return found }
      let edits = (facts + [Self.growth]).enumerated().filter { set.contains($0.offset) }
      let found = try states(edits.map(\.element)).cashedOut.value
      known[set] = found
      return found
    }
    var means = [Double](repeating: 0, count: 4)
    var orders = 0.0
    for first in 0..<3 {
      for second in 0..<3 where second != first {
        let figures = [first, second, 3 - first - second]
        for order in [figures + [3], [3] + figures] {
          orders += 1
          var set: Set<Int> = []
          for item in order {
            means[item] += try odds(set.union([item])) - odds(set)
            set.insert(item)
          }
        }
      }
    }
    #expect(orders == 12)
    let shares = Dictionary(uniqueKeysWithValues: number.shares.map { ($0.factor.kind, $0) })
    let change = try abs(odds([0, 1, 2, 3]) - odds([]))
    #expect(change > 0.02)
    #expect(abs((shares[.assumptions]?.share ?? 0) - means[3] / orders) < 1e-12)
    #expect(
      abs((shares[.facts]?.share ?? 0) - (means[0] + means[1] + means[2]) / orders) < 1e-12)
    let metrics = ["cash_and_short_term_investments", "net_income", "revenue"]
    for part in try #require(shares[.facts]).items {
      let item = record.items[try #require(part.item)]
      let place = try #require(metrics.firstIndex(of: item.name))
      #expect(abs(part.share - means[place] / orders) < 1e-12, "\(item.name)")
      #expect(item.sources == ["mind-prospectus"] && item.newSources.isEmpty)
    }
  }

  /// Three commits, one after the other, and all at once.
  @Test func splittingAChangeInThreeGivesTheSameTotal() throws {
    let steps = [Self.cash, Self.loss, Self.growth]
    let whole = try number(changes([], steps), .cashedOut)
    var sum = 0.0
    for step in 0..<3 {
      let part = try changes(Array(steps.prefix(step)), Array(steps.prefix(step + 1)))
      let company = part.companies.first { $0.id == "hospital-mind" }
      guard let company, let base = company.base.states, let new = company.new.states else {
        continue
      }
      sum += new.cashedOut.value - base.cashedOut.value
    }
    #expect(abs(sum - whole.difference) <= 1e-12)
  }

  @Test func moreThanEightFiguresAddUpToo() throws {
    let file = "companies/cloud-pipe.yaml"
    let edits: [Edit] = [
      (file, "period: FY2025, value: 397684600", "period: FY2025, value: 337684600"),
      (file, "FY2024, value: 331000000", "FY2024, value: 301000000"),
      (file, "FY2024, value: 398000000", "FY2024, value: 378000000"),
      (file, "FY2025, value: -121000000", "FY2025, value: -171000000"),
      (file, "FY2024, value: -160000000", "FY2024, value: -150000000"),
      (file, "FY2025, value: -90000000", "FY2025, value: -130000000"),
      (file, "value: 0.36, low: 0.33, high: 0.4", "value: 0.3, low: 0.28, high: 0.33"),
      (file, "FY2024, value: 330000000", "FY2024, value: 260000000"),
      (file, "FY2025, value: 453", "FY2025, value: 500"),
      (file, "FY2025, value: 20000000", "FY2025, value: 25000000"),
      (file, "value: 43, low: 30, high: 60", "value: 60, low: 50, high: 70"),
    ]
    let record = try changes([], edits)
    expectSums(record)
    let number = try number(record, .cashedOut, of: "cloud-pipe")
    let items = try #require(number.shares.first { $0.factor.kind == .facts }).items
    #expect(items.count { $0.item != nil } >= 3)
  }

  // MARK: Silence

  @Test func thingsThatMoveNoNumberAreSilent() throws {
    let record = try changes(
      [],
      [
        (Self.mind, "facts:\n", "# The newest figures.\nfacts:\n\n"),
        (Self.mind, "note: range of two trackers", "note: \"two trackers, as seen\""),
        (Self.mind, "{metric: revenue, period: FY2025,", "{period: FY2025, metric: revenue,"),
        (Self.medical, "because: a small team", "because: as their reports say"),
        (Self.medical, "en: Growth of hospitals served", "en: How fast they grow"),
      ])
    #expect(record.isSilent)
    #expect(record.items.isEmpty)
    #expect(record.unchanged == 4 && record.withinNoise == 0)
    #expect(record.files.map(\.path) == [Self.mind, Self.medical])
    #expect(record.files.allSatisfy { $0.status == .changed })
  }

  @Test func theSameIsTheSame() throws {
    let record = try changes([], [])
    #expect(record.isSilent && record.items.isEmpty && record.files.isEmpty)
    #expect(record.unchanged == 4)
  }

  /// Of one company's figure, only that company is evaluated twice.
  @Test func onlyCompaniesWhosePlanDiffersAreEvaluated() throws {
    let record = try changes([], [Self.cash])
    #expect(record.companies.map(\.id) == ["hospital-mind"])
    #expect(record.unchanged == 3)
    let number = try number(record, .cashedOut)
    #expect(number.shares.map(\.factor.kind) == [.facts])
  }

  // MARK: Factors

  @Test func formulasAndScoringHaveSharesOfTheirOwn() throws {
    let scoring: Edit = (
      "scoring.yaml", "withheld_line_factor:\n  value: 5\n", "withheld_line_factor:\n  value: 4.9\n"
    )
    let record = try changes([], [Self.margin, scoring])
    let kinds = Set(record.items.map(\.factor.kind))
    #expect(kinds == [.models, .scoring])
    expectSums(record)
    let shares = record.companies.flatMap(\.numbers).flatMap(\.shares)
    #expect(shares.contains { $0.factor.kind == .models && $0.share != 0 })
    // The limit beyond which a path is withheld isn't reached on either side.
    #expect(!shares.contains { $0.factor.kind == .scoring })
  }

  /// What became known comes after the time that passed: with nothing published, the day alone.
  @Test func whatBecameKnownIsToldApartFromTime() throws {
    let record = try changes(
      [], [], days: ("2026-01-31", "2026-06-30"), companies: ["cloud-pipe"])
    expectSums(record)
    let company = try #require(record.companies.first)
    #expect(company.base.states == (try states([], of: "cloud-pipe", asOf: "2026-01-31")))
    #expect(company.new.states == (try states([], of: "cloud-pipe", asOf: "2026-06-30")))
    let facts = record.items.filter { $0.company == "cloud-pipe" && $0.kind == .fact }
    #expect(facts.contains { $0.name == "revenue" && $0.period == "FY2025" && $0.base == nil })
    #expect(company.newSources == ["pipe-ar-2025"])
    // The other way round the same numbers go back.
    let back = try changes(
      [], [], days: ("2026-06-30", "2026-01-31"), companies: ["cloud-pipe"])
    expectSums(back)
    #expect(back.companies.first?.new.states == company.base.states)
  }

  /// The model asks for a figure that only the new side has: without it the mix takes it along.
  @Test func aMixThatCannotBeIsCounted() throws {
    let record = try changes(
      [],
      [
        (
          "metrics.yaml", "metrics:\n",
          "metrics:\n  beds_served: {unit: hospital, kind: stock, title: {en: Beds}}\n"
        ),
        (
          Self.mind, "facts:\n",
          "facts:\n  - {metric: beds_served, period: 2025-12-31, value: 900, unit: hospital, "
            + "source: mind-prospectus, confidence: high}\n"
        ),
        (
          Self.medical, "  growth:",
          "  beds: {unit: hospital, company: beds_served, otherwise: none, title: {en: Beds}}\n"
            + "  growth:"
        ),
        (
          Self.medical, "formula: served * price_per_hospital", "formula: beds * price_per_hospital"
        ),
      ], companies: ["hospital-mind"])
    let company = try #require(record.companies.first)
    #expect(company.mixed > 0)
    expectSums(record)
  }

  @Test func otherDrawsHaveALineOfTheirOwn() throws {
    let (before, after) = (try TinyStudy.copy(), try TinyStudy.copy(editing: [Self.cash]))
    let record = try TinyStudy.workspace.changes(
      ChangesRequest(base: side(before, seed: 1), new: side(after, draws: 2048, seed: 7)))
    let number = try number(record, .cashedOut)
    let noise = try #require(number.shares.last)
    #expect(noise.factor.kind == .noise && noise.standardError > 0)
    expectSums(record)
    // Where nothing but draws differs, nothing is told.
    let same = try TinyStudy.workspace.changes(
      ChangesRequest(base: side(before, seed: 1), new: side(before, seed: 7)))
    #expect(same.isSilent)
  }

  // MARK: What comes and goes

  @Test func aCompanyThatComesIsNotSpread() throws {
    let (before, after) = (try TinyStudy.copy(), try TinyStudy.copy())
    let text = try #require(try TinyStudy.files()[Self.mind])
    try after.write(
      "companies/second-mind.yaml",
      text.replacing("id: hospital-mind", with: "id: second-mind"))
    let record = try TinyStudy.workspace.changes(
      ChangesRequest(base: side(before), new: side(after)))
    #expect(record.came.map(\.id) == ["second-mind"])
    #expect(record.came.first?.standing.states != nil)
    #expect(!record.companies.contains { $0.id == "second-mind" })
    let back = try TinyStudy.workspace.changes(
      ChangesRequest(base: side(after), new: side(before)))
    #expect(back.went.map(\.id) == ["second-mind"] && back.came.isEmpty)
  }

  @Test func aPathThatGoesHasItsOwnShare() throws {
    let (before, after) = (try TinyStudy.copy(), try TinyStudy.copy())
    try after.remove("paths/chat-advertising.yaml")
    let files = try TinyStudy.files().filter { $0.key.hasPrefix("companies/") }
    for (name, text) in files {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.contains("chat-advertising:") && !$0.contains("path: chat-advertising") }
      // Nothing is left of the list where it was alone on it.
      let isAlone = zip(lines, lines.dropFirst()).contains {
        $0 == "not_pursued:" && !$1.hasPrefix("  ")
      }
      try after.write(
        name, lines.filter { !isAlone || $0 != "not_pursued:" }.joined(separator: "\n"))
    }
    let record = try TinyStudy.workspace.changes(
      ChangesRequest(base: side(before), new: side(after)))
    #expect(record.pathsWent == ["chat-advertising"])
    expectSums(record)
    let factors = Set(record.items.map(\.factor))
    #expect(factors.contains(ChangeFactor(.pathWent, path: "chat-advertising")))
  }

  // MARK: What can't be compared as it is

  @Test func anotherHorizonIsHeldToTheCommonYear() throws {
    let record = try changes([], [("study.yaml", "horizon: 2030", "horizon: 2032"), Self.cash])
    #expect(record.horizon == 2030)
    #expect(record.remarks.map(\.kind) == [.otherHorizon])
    let company = try #require(record.companies.first { $0.id == "hospital-mind" })
    #expect(company.new.states == (try states([Self.cash])))
  }

  private func mistake(_ request: ChangesRequest) -> String? {
    do {
      _ = try TinyStudy.workspace.changes(request)
      return nil
    } catch let error as DiagnosticError {
      return error.diagnostics.map { "\($0.message) | \($0.help ?? "")" }.joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  @Test func mistakesSayWhatWouldHelp() throws {
    let models = try TinyStudy.copy()
    let few = try #require(
      mistake(ChangesRequest(base: side(models, draws: 64), new: side(models, draws: 64))))
    #expect(few.contains("with 64 draws no change can be told from noise"))
    #expect(few.contains("--draws 4096"))
    let nobody = try #require(
      mistake(
        ChangesRequest(base: side(models), new: side(models), companies: ["hospital-mint"])))
    #expect(nobody.contains("did you mean \"hospital-mind\"?"))
  }
}
