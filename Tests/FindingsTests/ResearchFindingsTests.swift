import Findings
import RunRecord
import Testing
import TinyStudy

/// What to find out, on the tiny study.
///
/// Expected values by hand from what is on record: share times
/// p(1 − p), added up over companies.
struct ResearchFindingsTests {
  /// The run, as if it had so many draws that every share on record counts, and as if today's margin
  /// explained a twentieth of one company's odds.
  private static let run: RunRecord = {
    var run = TinyStudy.run
    run.run.draws = 16384
    for index in run.companies.indices where run.companies[index].id == "cloud-pipe" {
      guard var outcome = run.companies[index].outcome.known else { continue }
      outcome.drivers.append(
        DriverRecord(
          name: "margin_today", title: nil, kind: .calculation, share: 0.05,
          metrics: ["operating_income"], low: nil, high: nil))
      run.companies[index].outcome = .known(outcome)
    }
    return run
  }()

  private func driver(_ name: String, of company: String) throws -> (DriverRecord, odds: Double) {
    let record = try #require(Self.run.companies.first { $0.id == company })
    let odds = try #require(record.outcome.states?.brokeEven.value)
    return (try #require(record.outcome.drivers.first { $0.name == name }), odds)
  }

  @Test func `a gain is the share of the variance of breaking even`() throws {
    let research = Findings(Self.run).research()
    let own = research.items.filter { $0.companies.count == 1 }
    #expect(!own.isEmpty)
    for item in own {
      let (driver, odds) = try driver(item.name, of: item.companies[0])
      #expect(abs((item.gain ?? .nan) - driver.share * odds * (1 - odds)) < 1e-15)
    }
  }

  @Test func `what companies share is one thing, worth what it is for all of them`() throws {
    let research = Findings(Self.run).research()
    let places = (research.items + research.chance).filter { $0.company == nil }.compactMap(\.place)
    #expect(places.count == Set(places).count)
    for item in research.items where item.companies.count == 2 {
      let gains = try item.companies.map { id in
        let (driver, odds) = try driver(item.name, of: id)
        return driver.share * odds * (1 - odds)
      }
      #expect(abs((item.gain ?? .nan) - gains.reduce(0, +)) < 1e-15)
    }
    // A company's own is never added to another's.
    #expect(research.items.allSatisfy { $0.company == nil || $0.companies == [$0.company] })
  }

  @Test func `the margin of today is what the next accounts tell`() throws {
    let research = Findings(Self.run).research()
    let told = research.items.filter { $0.kind == .accounts }
    #expect(told.contains { $0.name == "margin_today" && $0.metrics == ["operating_income"] })
    // Growth to the horizon is to come: nobody can look it up.
    #expect(research.chance.contains { $0.name == "growth_ahead" })
    #expect(!research.items.contains { $0.name == "growth_ahead" })
  }

  @Test func `the order is by gain, chance of an answer and hours`() throws {
    var run = Self.run
    let plain = Findings(run).research()
    #expect(plain.items.map(\.worth) == plain.items.map(\.worth).sorted(by: >))
    #expect(plain.items.allSatisfy { $0.findable == 0.5 && $0.hours == 4 })
    let told = try #require(plain.items.first { $0.name == "margin_today" })
    run.efforts = ["operating_income": ResearchEffort(findable: 0.9, hours: 1e-6)]
    let easy = Findings(run).research()
    #expect(easy.items.first?.name == "margin_today")
    let found = try #require(
      easy.items.first { $0.company == told.company && $0.name == told.name })
    #expect(abs(found.worth - (told.gain ?? .nan) * 0.9 / 1e-6) < 1e-6 * found.worth)
  }

  @Test func `a company alone is asked about alone`() {
    let research = Findings(Self.run).research(on: ["hospital-mind"])
    #expect(research.companies.map(\.id) == ["hospital-mind"])
    #expect(research.items.allSatisfy { $0.companies == ["hospital-mind"] })
    let odds = research.companies[0].odds ?? .nan
    #expect(research.companies[0].ceiling == odds * (1 - odds))
    // All shares together explain less than everything.
    let gains = (research.items + research.chance).reduce(0) { $0 + ($1.gain ?? 0) }
    #expect(gains < odds * (1 - odds) * 1.2)
  }

  /// By hand: 256 draws are in 12 bins, and 3 √22/256 is 0.055; with 16384 the record's own least share
  /// of 0.01 is more than 3 √98/16384.
  @Test func `few draws leave small shares to chance`() throws {
    let few = Findings(TinyStudy.run).research()
    let all = Findings(Self.run).research()
    let shares = Self.run.companies.flatMap(\.outcome.drivers).map(\.share)
    #expect(shares.contains { $0 < 0.054 })
    for item in few.items + few.chance where item.companies.count == 1 {
      let (driver, _) = try driver(item.name, of: item.companies[0])
      #expect(driver.share > 0.054)
    }
    #expect(few.items.count < all.items.count)
  }

  @Test func `without odds it is told what is missing`() throws {
    let research = Findings(Self.run).research(on: ["deep-whale"])
    #expect(research.items.isEmpty)
    #expect(research.companies.first?.reason?.kind == .notEnoughEvidence)
    let first = try #require(research.missing.first)
    #expect(first.name == "revenue" && first.path == nil && first.company == "deep-whale")
    #expect(first.gain == nil && first.worth == 0)
  }

  @Test func `a decision orders by what it gains`() throws {
    let plain = Findings(Self.run).research()
    let last = try #require(plain.items.last)
    let decision = DecisionRecord(
      picks: 1, options: ["cloud-pipe", "hospital-mind"], chosen: ["cloud-pipe"], value: 0.5,
      ofEverything: 0.2, draws: 1024,
      inputs: [
        DecisionInput(
          name: last.name, company: last.company, place: last.place, gain: 0.1, flips: 0.3)
      ])
    let decided = Findings(Self.run).research(for: decision)
    let first = try #require(decided.items.first)
    #expect(first.name == last.name && first.decisionGain == 0.1 && first.flips == 0.3)
    #expect(decided.items.dropFirst().allSatisfy { $0.decisionGain == 0 })
  }

  @Test func `what is to be found stands in the order of its worth`() throws {
    let findings = Findings(Self.run)
    let item = try #require(
      findings.research().items.first { $0.kind == .assumption && $0.place != nil })
    func todo(_ metric: String, _ kind: FactTodo.Kind, path: String?, place: String?) -> FactTodo {
      FactTodo(
        company: place == nil ? "deep-whale" : "", path: path, metric: metric, kind: kind,
        because: Reason(.notAssessed), current: nil, place: place)
    }
    let worthless = todo("x", .replaceAssumption, path: "medical-ai", place: "nowhere:1")
    let lacking = todo("chat_mau", .missing, path: "medical-ai", place: nil)
    let worth = todo(item.name, .replaceAssumption, path: "medical-ai", place: item.place)
    let whole = todo("revenue", .missing, path: nil, place: nil)
    #expect(
      findings.ordered([worthless, lacking, worth, whole]) == [whole, worth, lacking, worthless])
  }
}
