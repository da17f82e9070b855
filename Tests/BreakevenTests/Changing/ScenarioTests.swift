import Breakeven
import RunRecord
import Testing
import TinyStudy

/// Scenarios: what they change is what one could type, so that what-ifs are what they are held
/// against.
@Suite struct ScenarioTests {
  private static func scenario(_ id: String, _ rest: String) -> [String: String] {
    [
      "scenarios/\(id).yaml": """
      id: \(id)
      title: {en: Scenario \(id), zh-Hant: 情境, zh-Hans: 情境}
      because: to try
      \(rest)

      """
    ]
  }

  private static let everything = scenario(
    "all",
    """
    set:
      chat-advertising.ad_price: 2 to 20
      cost: {times: 0.5, because: cheaper}
      hospital-mind.delivery: {plus: -5%, because: fewer engineers}
      cloud-pipe.cash: {plus: 100M, because: a windfall}
      horizon: 2031
      discount_rate: {to: 10%, because: cheap money}
    """)
  private static let typed = [
    "chat-advertising.ad_price=2 to 20", "cost*=0.5", "hospital-mind.delivery+=-5%",
    "cloud-pipe.cash+=100M", "horizon=2031", "discount_rate=10%",
  ]

  @Test func saysWhateverAWhatIfCan() throws {
    let study = try TinyChanges(Self.everything)
    let byScenario = try study.answer(["scenario=all"])
    let byHand = try study.answer(Self.typed)
    #expect(byScenario.companies.map(\.new) == byHand.companies.map(\.new))
    #expect(byScenario.companies.map(\.base) == byHand.companies.map(\.base))
    #expect(byScenario.companies.contains { $0.base != $0.new })
    #expect(try study.checked() == [])
  }

  /// An evaluation under a scenario is the changed side of the what-if, facts and settings included,
  /// where it leaves the paths alone: what the accounts make of those stays in a what-if.
  @Test func anEvaluationIsUnderItToo() throws {
    let study = try TinyChanges(
      Self.scenario(
        "calm",
        """
        set:
          company.trend: 0.1
          cloud-pipe.cash: {plus: 100M, because: a windfall}
          discount_rate: 10%
          horizon: 2031
        """))
    let run = try study.workspace.evaluate(study.request(scenario: "calm"))
    let answer = try study.answer(["scenario=calm"])
    #expect(run.run.horizon == 2031 && run.run.discountRate == 0.1)
    #expect(answer.companies.contains { $0.base != $0.new })
    for company in answer.companies {
      let record = try #require(run.companies.first { $0.id == company.id })
      #expect(company.new.states == (record.hasBrokenEven ? nil : record.outcome.states))
    }
  }

  /// A later change is made on top of a scenario's: 2 × 2 = 4.
  @Test func aChangeComesOnTopOfIt() throws {
    let study = try TinyChanges(
      Self.scenario("double", "set: {growth_path_sd: {times: 2, because: why not}}"))
    let company = ["hospital-mind"]
    let onTop = try study.answer(["growth_path_sd*=2"], company, scenario: "double")
    let alone = try study.answer(["growth_path_sd*=4"], company)
    let double = try study.answer(["growth_path_sd*=2"], company)
    #expect(onTop.companies.map(\.new) == alone.companies.map(\.new))
    #expect(onTop.companies.map(\.base) == double.companies.map(\.new))
    // What is set is changed too, and what is set later holds.
    let set = try TinyChanges(Self.scenario("set", "set: {growth_path_sd: 0.1}"))
    for (change, plain) in [("*=2", "=0.2"), ("+=0.1", "=0.2"), ("=0.4", "=0.4")] {
      #expect(
        try set.answer(["growth_path_sd\(change)"], company, scenario: "set").companies.map(\.new)
          == set.answer(["growth_path_sd\(plain)"], company).companies.map(\.new))
    }
  }

  @Test func inheritsWhatItDoesNotSay() throws {
    let files = Self.scenario("child", "extends: parent\nset: {chat-advertising.ad_price: 3}")
      .merging(
        Self.scenario(
          "parent", "set:\n  ad_price: 9\n  delivery: {to: 0.3, because: less work}")
      ) { $1 }
    let study = try TinyChanges(files)
    #expect(
      try study.answer(["scenario=child"]).companies.map(\.new)
        == study.answer(["ad_price=3", "delivery=0.3"]).companies.map(\.new))
    let child = try #require(try study.workspace.scenarios().first { $0.id == "child" })
    #expect(child.extends == "parent")
    #expect(child.changes.map(\.text) == ["delivery=0.3", "chat-advertising.ad_price=3"])
    #expect(child.changes.map(\.scenario) == ["parent", "child"])
    #expect(child.changes.map(\.because) == ["less work", "to try"])
  }

  @Test(
    arguments: [
      (
        "set: {ad_prise: 3}",
        [
          "a.yaml:4:7: there is nothing called \"ad_prise\" to change | did you mean \"ad_price\", Advertising revenue per user?"
        ]
      ),
      (
        "set: {cloud-pip.delivery: 3}",
        ["a.yaml:4:7: there is no company \"cloud-pip\" | did you mean \"cloud-pipe\"?"]
      ),
      (
        "set: {ad_price: 3 to}",
        ["a.yaml:4:21: expected the 95th percentile after \"to\", found the end | "]
      ),
      (
        "set: {ad_price: {times: 2}}",
        ["a.yaml:4:17: \"because\" is missing in a change | "]
      ),
      (
        "set: {ad_price: {times: 2, to: 3, because: both}}",
        ["a.yaml:4:7: \"ad_price\" is changed in 2 ways | give one of to, times, plus"]
      ),
      (
        "set: {ad_price: {because: what}}",
        ["a.yaml:4:7: nothing says what becomes of \"ad_price\" | give one of to, times, plus"]
      ),
      (
        "set: {ad_price: 3, chat-advertising.ad_price: 4}",
        [
          "a.yaml:4:20: ad_price is changed 2 times: \"ad_price=3\", \"chat-advertising.ad_price=4\" | say once what it shall be"
        ]
      ),
      (
        "extends: b",
        ["a.yaml:4:10: there is no scenario \"b\" to extend | did you mean \"a\"?"]
      ),
      (
        "extends: a",
        ["a.yaml:4:10: the scenario \"a\" extends itself | let one of them extend nothing"]
      ),
      (
        "set: {horizon: 1999}",
        ["a.yaml:4:7: the horizon is a year from 2026 to 2076, not \"1999\" | "]
      ),
      (
        "set: {growth_noise: {times: -1, because: to try}}",
        [
          "a.yaml:4:7: \"growth_noise\" is 0 or more, and normal(0.099, 0.003) * -1 lies outside | move or narrow it; truncate(…, low, high) cuts a tail off"
        ]
      ),
      (
        "set: {as_of_year: 2020}",
        [
          "a.yaml:4:7: as_of_year can't be set, since the calendar gives it | choose another day with as_of, or another last year with horizon"
        ]
      ),
      (
        "set: {weight_solid: {plus: 50%, because: to try}}",
        [
          "a.yaml:4:7: \"weight_solid\" is a share, 0 to 1, and 0.75 + 0.5 lies outside | move or narrow it; truncate(…, low, high) cuts a tail off"
        ]
      ),
      (
        "set: {cloud-pipe.growth_ahead: 20%}",
        [
          "a.yaml:4:7: cloud-pipe.growth_ahead is computed for each company, so a scenario can't set it | change what sets it: trend"
        ]
      ),
    ])
  func mistakesHaveTheirPlaces(_ rest: String, _ expected: [String]) throws {
    let found = try TinyChanges(Self.scenario("a", rest)).checked()
    #expect(found.count == expected.count, "\(found)")
    for (found, expected) in zip(found, expected) {
      #expect(found == expected)
    }
  }

  @Test func circlesAreFound() throws {
    let files = Self.scenario("a", "extends: b").merging(Self.scenario("b", "extends: a")) { $1 }
    let found = try TinyChanges(files).checked()
    #expect(found.count == 2)
    #expect(
      found.first
        == "a.yaml:4:10: the scenario \"a\" extends itself by way of b | let one of them extend nothing"
    )
  }

  /// Each column is the what-if of its scenario.
  @Test func standBesideEachOther() throws {
    let files = Self.scenario("a", "set: {ad_price: {times: 2, because: dear}}")
      .merging(Self.scenario("b", "set: {delivery: 0.2}")) { $1 }
    let study = try TinyChanges(files)
    let comparison = try study.workspace.compareScenarios(
      ScenarioRequest(base: study.request(), scenarios: ["b", "a"]))
    #expect(comparison.scenarios.map(\.id) == ["b", "a"])
    for (column, id) in ["b", "a"].enumerated() {
      let alone = try study.answer(["scenario=\(id)"])
      #expect(comparison.companies.map(\.base) == alone.companies.map(\.base))
      #expect(comparison.companies.map { $0.scenarios[column].new } == alone.companies.map(\.new))
      #expect(
        comparison.companies.map { $0.scenarios[column].difference }
          == alone.companies.map(\.difference))
      #expect(comparison.atRisk?.scenarios[column] == alone.atRisk?.new)
    }
    #expect(
      study.mistakes {
        _ = try study.workspace.compareScenarios(
          ScenarioRequest(base: study.request(), scenarios: ["c"]))
      } == ["there is no scenario \"c\" | did you mean \"a\"?"])
    #expect(
      study.mistakes {
        _ = try study.workspace.compareScenarios(
          ScenarioRequest(base: study.request(), scenarios: ["a", "a"]))
      } == ["the scenario \"a\" is named twice | "])
  }

  /// Every scenario that ships changes inputs that there are, and says why.
  @Test func thoseThatShipAreRead() throws {
    let shipped = try StudyRuns.workspace.scenarios()
    #expect(shipped.count >= 6)
    for scenario in shipped {
      #expect(!scenario.changes.isEmpty && scenario.title.byLanguage.count == 3)
      #expect(scenario.changes.allSatisfy { !$0.because.isEmpty })
    }
  }
}
