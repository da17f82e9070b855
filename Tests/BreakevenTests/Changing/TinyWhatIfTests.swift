import Breakeven
import Publishing
import RunRecord
import Testing
import TinyStudy

/// Settings, ranks, computed variables and the list of inputs, on the tiny study.
@Suite struct TinyWhatIfTests {
  /// Expected: the ranking of an evaluation; with one criterion alone the order of its means.
  @Test func ranksAreThoseOfTheRanking() throws {
    let study = try TinyChanges()
    let run = try study.workspace.evaluate(study.request())
    let answer = try study.answer(["weights=cash_cover:1"])
    let cover = Dictionary(
      uniqueKeysWithValues: run.companies.map { ($0.id, $0.outcome.cashCover.estimate?.value) })
    for (place, ranked) in run.ranking.order.enumerated() {
      let company = try #require(answer.companies.first { $0.id == ranked.id })
      #expect(company.base.rank == place + 1 && company.base.tier == ranked.tier)
      let better = run.ranking.order.filter { other in
        (cover[other.id] ?? nil) ?? 0 > (cover[ranked.id] ?? nil) ?? 0
      }
      #expect(company.new.rank == better.count + 1)
      #expect(company.base.states == company.new.states)
    }
    #expect(answer.companies.count { $0.base.rank != nil } == run.ranking.order.count)
    // The same for one that is named, and nothing where nobody asked.
    let named = try study.answer(["ad_price*=1"], ["cloud-pipe"], ranks: true)
    #expect(
      named.companies.map(\.base.rank)
        == answer.companies.filter { $0.id == "cloud-pipe" }.map(\.base.rank))
    #expect(try study.answer(["ad_price*=1"], ["cloud-pipe"]).companies[0].base.rank == nil)
  }

  /// Weights matter by their ratio alone, also where their sum is more than a number can hold.
  @Test func weightsMayHaveAnySize() throws {
    let answer = try TinyChanges().answer(["weights=headroom:1.5e308,cash_cover:0.5e308"])
    #expect(answer.changes.map(\.new) == ["headroom:0.75,cash_cover:0.25"])
  }

  @Test func theGroupIsThatOfTheOdds() throws {
    let answer = try TinyChanges().answer(["ad_price*=2"])
    for company in answer.companies {
      let expected: CompanyGroup =
        company.base.isEarning
        ? .already
        : company.base.states.map { states in
          let limit = answer.judgements.likelihood.moreLikelyThanNot
          if states.brokeEven.value >= limit { return .breakEven }
          if states.sold.value + states.cashedOut.value >= limit { return .runOut }
          return states.stillLosing.value >= limit ? .stillLosing : .open
        } ?? .unknown
      #expect(company.base.group == expected, "\(company.id)")
    }
    #expect(Set(answer.companies.map(\.base.group)).isSuperset(of: [.already, .unknown]))
  }

  @Test(arguments: [
    (
      "weights=headrom:2", "there is no criterion \"headrom\" to weigh | did you mean \"headroom\"?"
    ),
    ("weights=headroom:0", "\"headroom:0\" gives nothing a weight | "),
    ("weights=headroom:1,headroom:2", "\"headroom:1,headroom:2\" weighs headroom twice | "),
    (
      "cloud-pipe.revenue*=1e308",
      "cloud-pipe.revenue*=1e308 comes to more than a number can be | it is 397684600 CNY (FY2025)"
    ),
    ("k=4", "no model has a head group, so \"k\" changes nothing | "),
    (
      "cloud-pipe.growth_ahead=2 to 3",
      "cloud-pipe.growth_ahead is computed, so that its median can be set to one number, not to \"2 to 3\" | cloud-pipe.growth_ahead=20%"
    ),
    (
      "ad_price=2 to 1",
      "ad_price=2 to 1: the 5th percentile is above the 95th percentile | write 1 to 2"
    ),
    (
      "growth_ahead=20%",
      "\"growth_ahead\" is computed for each company: whose? | say COMPANY.growth_ahead=…"
    ),
  ])
  func mistakesTeach(_ change: String, _ expected: String) throws {
    let study = try TinyChanges()
    #expect(study.mistakes { _ = try study.answer([change]) } == [expected])
  }

  /// The growth of the changed side has the median that was asked for, by the trend alone.
  @Test(arguments: ["cloud-pipe", "big-group"])
  func whatIsComputedCanBeSet(_ company: String) throws {
    let answer = try TinyChanges().answer(["\(company).growth_ahead=20%"])
    let moved = answer.companies[0].moved
    #expect(answer.companies.map(\.id) == [company])
    let growth = try #require(moved.first { $0.name == "growth_ahead" })
    #expect(abs(growth.new - 0.2) < 1e-5)
    #expect(moved.filter { $0.stage == .input }.map(\.name) == ["trend"])
    // Both ends of what the accounts leave open of costs.
    let margin = try TinyChanges().answer(["\(company).margin_today+=5"]).companies[0].moved
    let today = try #require(margin.first { $0.name == "margin_today" })
    #expect(abs(today.difference - 5) < 1e-3)
    #expect(
      margin.filter { $0.stage == .input }.map(\.name).allSatisfy { $0.hasPrefix("k_") })
  }

  @Test(arguments: [
    ("=100000%", " can't come to 1000 | "), ("=1e307", " can't come to 1e+307 | "),
    ("+=1e308", " can't come to 1e+308 | "),
  ])
  func whatCannotBeReachedIsSaid(_ typed: String, _ expected: String) throws {
    let study = try TinyChanges()
    let found = study.mistakes { _ = try study.answer(["cloud-pipe.growth_ahead" + typed]) }
    #expect(
      found.count == 1 && found[0].hasPrefix("cloud-pipe.growth_ahead" + expected), "\(found)")
  }

  /// A margin of some per cent times 1.7e308 is more than the largest number, 1.8e308.
  @Test func aTargetThatIsNoNumberIsSaid() throws {
    let study = try TinyChanges()
    let found = study.mistakes { _ = try study.answer(["cloud-pipe.margin_today*=1.7e308"]) }
    let message = "cloud-pipe.margin_today*=1.7e+308 comes to more than a number can be | it is "
    #expect(found.count == 1 && found[0].hasPrefix(message), "\(found)")
  }

  @Test func tooFewDrawsAreSaid() throws {
    var study = try TinyChanges()
    study.draws = 16
    #expect(
      study.mistakes { _ = try study.answer(["ad_price*=2"]) }.first?
        .hasPrefix("16 draws are too few to tell a change from chance | --draws 1024") == true)
  }

  /// A name with a company in front is found by words of its title, in any language.
  @Test(arguments: [
    ("hospital-mind.advertising revenue", "hospital-mind.ad_price", "Advertising revenue per user"),
    ("每用戶收入", "ad_price", "每用戶廣告收入"), ("每用户收入", "ad_price", "每用户广告收入"),
  ])
  func titlesFindNames(_ typed: String, _ name: String, _ title: String) throws {
    let study = try TinyChanges()
    let found = study.mistakes { _ = try study.answer(["\(typed)=3"]) }
    #expect(found.first?.contains("did you mean \"\(name)\", \(title)") == true, "\(found)")
  }

  // MARK: Inputs

  /// Each quantile as it is printed, typed again, is what the input then is, within what printing
  /// rounds: three digits.
  @Test func everyPrintedNumberCanBeTyped() throws {
    var study = try TinyChanges()
    study.draws = 64
    let languages = try study.workspace.languages()
    let listed = try study.workspace.inputs(study.request(["hospital-mind"]), model: nil)
    var count = 0
    for input in listed {
      let quantiles = try #require(input.quantiles, "\(input.name)")
      let values = Set([quantiles.p5, quantiles.p50, quantiles.p95]).sorted()
      for (place, value) in values.enumerated() {
        let language = languages[(count + place) % languages.count]
        let printed = language.numbers.number(value)
        let answer = try study.workspace.whatIf(
          WhatIfRequest(
            base: study.request(["hospital-mind"]),
            changes: [
              "hospital-mind.\(input.model).\(input.name.split(separator: ".").last ?? "")=\(printed)"
            ],
            isForced: true))
        let moved = answer.companies[0].moved.first {
          $0.stage == .input && $0.path ?? "company" == input.model
            && input.name.hasSuffix($0.name)
        }
        let after = moved?.new ?? quantiles.p50
        #expect(
          abs(after - value) <= 0.006 * abs(value) + 1e-12, "\(input.name)=\(printed) is \(after)")
        count += 1
      }
    }
    #expect(count > 60)
  }

  /// What the accounts give stands with the periods of the base, its sources and the share of what
  /// one sets by it.
  @Test func accountsAreListed() throws {
    let study = try TinyChanges()
    let listed = try study.workspace.inputs(study.request(["cloud-pipe"]), model: nil)
    let record = try study.workspace.evaluate(study.request(["cloud-pipe"])).companies[0]
    let trend = try #require(listed.first { $0.name == "trend" })
    #expect(trend.quantiles?.p50 == record.nowcast?.trend)
    #expect(trend.accounts?.window == "FY2025")
    #expect(abs((trend.accounts?.deviation ?? 0) - (record.nowcast?.trendSd ?? 0)) < 1e-6)
    #expect(
      trend.sources
        == ["pipe-ar-2024", "pipe-ar-2025", "sector-article"].filter(trend.sources.contains)
        && !trend.sources.isEmpty)
    let growth = record.outcome.drivers.first { $0.name == "growth_ahead" }
    #expect(trend.share == growth?.share)
    for name in ["level", "k_low", "k_high", "gap_known", "balance"] {
      #expect(listed.contains { $0.name == name && $0.accounts != nil }, "\(name)")
    }
    // Nobody knows what it is worth.
    #expect(!listed.contains { $0.name == "worth" })
  }
}
