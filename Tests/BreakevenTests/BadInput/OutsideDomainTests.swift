import Breakeven
import Diagnostics
import RunRecord
import TestSupport
import Testing

/// What a model takes from another file lies where the model says that its numbers live: the check
/// says so at the place of what doesn't, and nothing is evaluated.
@Suite struct OutsideDomainTests {
  private static let rate =
    "metric: enterprise_project_rate, period: FY2025, value: 200M, unit: CNY/year"
  private static let margin =
    "metric: enterprise_gross_margin, period: 2026-03, value: -20%, unit: \"1\""

  /// What the check of a folder says.
  private func problems(
    _ facts: [String] = Acme.facts, _ files: [String: String] = [:]
  ) throws -> [Diagnostic] {
    let folder = try Acme.folder(facts, files)
    defer { withExtendedLifetime(folder) {} }
    return try Acme.workspace(folder).checkModels(files: [])
  }

  /// A market of China with one input.
  private func china(_ input: String) -> [String: String] {
    ["markets/china.yaml": "region: china\ninputs:\n  \(input)\n"]
  }

  // MARK: Facts

  /// A loss on projects may be, but the path has no place for it.
  @Test func aFactOutsideAnInputHasItsPlace() throws {
    let facts = Acme.facts + [Self.rate, Self.margin]
    let found = try problems(facts)
    #expect(
      found.map(\.message) == [
        "on the path enterprise-projects \"margin_now\" is a share, 0 to 1, and "
          + "enterprise_gross_margin of 2026-03, -0.2, lies outside"
      ])
    #expect(found.first?.severity == .error)
    #expect(found.first?.location?.file.hasSuffix("companies/acme.yaml") == true)
    #expect(found.first?.location?.line == 12)
    #expect(found.first?.sourceLine?.contains("value: -20%") == true)
    let folder = try Acme.folder(facts)
    #expect(throws: DiagnosticError.self) { try Acme.run(folder, ["synyi"]) }
  }

  /// Nobody is stopped by a figure that no path takes.
  @Test func aFactThatNoPathTakesIsNone() throws {
    #expect(try problems(Acme.facts + [Self.margin]) == [])
    let notPursued = """
      company: acme
      not_pursued:
        enterprise-projects: {because: A test., source: acme-report}

      """
    #expect(
      try problems(
        Acme.facts + [Self.rate, Self.margin], ["company-facts/acme.yaml": notPursued]) == [])
    let forecast =
      "kind: forecast, metric: enterprise_gross_margin, period: 2027, value: -20%, unit: \"1\""
    #expect(try problems(Acme.facts + [Self.rate, forecast]) == [])
  }

  /// 40 per cent are 0.4.
  @Test func theUnitOfAFactCounts() throws {
    let margin = "metric: enterprise_gross_margin, period: 2026-03, unit: percent, value: "
    #expect(try problems(Acme.facts + [Self.rate, margin + "40"]) == [])
    #expect(
      try problems(Acme.facts + [Self.rate, margin + "-20"]).map(\.message) == [
        "on the path enterprise-projects \"margin_now\" is a share, 0 to 1, and "
          + "enterprise_gross_margin of 2026-03, -20 percent, lies outside"
      ])
  }

  // MARK: Markets

  @Test func eachRevisionOfAMarketInputHasItsPlace() throws {
    let found = try problems(
      Acme.facts,
      china(
        """
        hospital_adoption_ceiling:
            unit: "1"
            title: {en: T}
            assume: 70
            because: x
            revisions:
              - {since: 2026-01-01, assume: 0.3 to 0.4, because: y}
              - {since: 2026-02-01, assume: 80, because: z}
        """))
    let ceiling = "\"ceiling\" is a share, 0 to 1, and the market input "
    #expect(
      found.map(\.message) == [
        ceiling + "\"hospital_adoption_ceiling\", 70, lies outside",
        ceiling + "\"hospital_adoption_ceiling\", 80, lies outside",
      ])
    #expect(found.compactMap(\.location?.line) == [6, 10])
    #expect(found.allSatisfy { $0.location?.file.hasSuffix("markets/china.yaml") == true })
    #expect(found.first?.sourceLine == "    assume: 70")
    #expect(
      found.first?.help
        == "medical-ai can't take it: look at the sign, the digits and the unit")
  }

  /// In per cent 70 are 0.7.
  @Test func theUnitOfAMarketInputCounts() throws {
    let input = "hospital_adoption_ceiling: {unit: percent, title: {en: T}, assume: 70, because: x}"
    #expect(try problems(Acme.facts, china(input)) == [])
  }

  /// Six models take the price and a scenario changes it: the price is told of, once.
  ///
  /// By hand: of a normal with -1 to 2 as its 5th and 95th percentile Φ(-0.5/0.912) = 0.29 is below
  /// 0.
  @Test func aMarketInputOfManyModelsIsToldOfOnce() throws {
    let found = try problems(
      Acme.facts,
      china(
        "token_price: {unit: CNY/million_token, title: {en: T}, assume: -1 to 2, because: x}"))
    #expect(
      found.map(\.message) == [
        "\"token_price\" is 0 or more, and the market input \"token_price\", -1 to 2, lies outside "
          + "in 29 % of draws"
      ])
    #expect(found.first?.location?.file.hasSuffix("markets/china.yaml") == true)
  }

  /// A scenario that turns the price of six models below 0 is told of once too.
  @Test func aScenarioIsToldOfOnce() throws {
    let scenario = """
      id: turned
      title: {en: Turned}
      because: A test.
      set:
        token_price: {times: -1, because: A test.}

      """
    let found = try problems(Acme.facts, ["scenarios/turned.yaml": scenario])
    #expect(found.count == 1)
    #expect(found.first?.message.hasPrefix("\"token_price\" is 0 or more, and ") == true)
    #expect(found.first?.location?.file.hasSuffix("scenarios/turned.yaml") == true)
  }

  // MARK: Units

  @Test(arguments: [
    (
      "token_price: {unit: USD/million_token, title: {en: T}, assume: 1 to 2, because: x}",
      "\"token_price\" is in CNY/million_token, but the market input \"token_price\" of \"china\" "
        + "is in USD/million_token"
    ),
    (
      "hospitals: {unit: user, title: {en: T}, assume: 10k, because: x}",
      "\"hospitals\" is in hospital, but the market input \"hospitals\" of \"china\" is in user"
    ),
    (
      "token_price: {same_as: china}",
      "the regions china → china say of \"token_price\" that it is the same as each other's"
    ),
  ])
  func aMarketInputThatNoModelCanTakeHasItsPlace(_ input: String, _ message: String) throws {
    let found = try problems(Acme.facts, china(input))
    #expect(found.map(\.message) == [message])
    #expect(found.first?.severity == .error)
    #expect(found.first?.location?.line == 3)
    #expect(found.first?.location?.file.hasSuffix("markets/china.yaml") == true)
  }

  /// Two regions that name each other are one circle.
  @Test func aCircleOfRegionsIsToldOfOnce() throws {
    let world = "region: world\ninputs:\n  token_price: {same_as: china}\n"
    let found = try problems(
      Acme.facts,
      china("token_price: {same_as: world}").merging(["markets/world.yaml": world]) { $1 })
    #expect(
      found.map(\.message) == [
        "the regions china → world → china say of \"token_price\" that it is the same as each "
          + "other's"
      ])
  }

  /// Where other models take the market input as it is, the model is wrong and not the market.
  @Test func aModelThatTakesAMarketInputInAnotherUnitHasItsPlace() throws {
    let model = Acme.path(z: "1").replacing(
      "  z: {unit",
      with: "  price: {unit: USD/million_token, market: token_price}\n  z: {unit")
    let found = try problems(
      Acme.facts + [Acme.users], ["metrics.yaml": Acme.metrics, "paths/apps.yaml": model])
    #expect(
      found.map(\.message) == [
        "\"price\" is in USD/million_token, but the market input \"token_price\" of \"china\" is "
          + "in CNY/million_token"
      ])
    #expect(found.first?.location?.file.hasSuffix("paths/apps.yaml") == true)
  }

  // MARK: Theses

  @Test func whatAThesisSetsHasItsPlace() throws {
    let thesis = """
      thesis: acme
      title: {en: Acme}
      claims:
        one:
          title: {en: One}
          says: {en: One.}
          measures:
            even:
              count: broke_even
              of: study
              set: {takeover_rate: 3}
          holds: even == 0
          hinges:
            growth_noise: {neutral: "normal(-5, 0.01)", because: A test.}
            as_of_year: {neutral: 2020, because: A test.}
            cost_noise: {neutral: 0.1, because: A test.}

      """
    let found = try problems(Acme.facts, ["theses/acme.yaml": thesis])
    #expect(
      found.map(\.message) == [
        "\"takeover_rate\" is a share, 0 to 1, and 3 lies outside",
        "\"growth_noise\" is 0 or more, and normal(-5, 0.01) lies outside",
        "as_of_year can't be set, since the calendar gives it",
      ])
    #expect(found.compactMap(\.location?.line) == [11, 14, 15])
    #expect(found.allSatisfy { $0.severity == .error })
  }

  // MARK: Names

  /// A path that isn't there, among the markets of a company.
  @Test func aMarketOfNoPathIsNamed() throws {
    let company = Acme.company(Acme.facts) + "markets: {no-path: world, medical-ai: world}\n"
    let found = try problems(Acme.facts, ["companies/acme.yaml": company])
    #expect(found.map(\.message) == ["there is no path \"no-path\""])
    #expect(found.first?.severity == .warning)
    #expect(found.first?.location?.line == 11 && found.first?.location?.column == 11)
  }

  /// Facts of a region that nobody knows answer nothing; those that only stand by have a title.
  @Test func factsOfNoRegionAreNamed() throws {
    let found = try problems(
      Acme.facts, ["market-facts/mars.yaml": "region: mars\nfacts: []\n"])
    #expect(
      found.map(\.message) == [
        "these are facts of \"mars\", a region that no file of markets/ has"
      ])
    #expect(found.first?.severity == .warning)
    #expect(found.first?.location?.file.hasSuffix("market-facts/mars.yaml") == true)
    #expect(found.first?.location?.line == 1)
    let title = "title: {en: Far away}\nfacts: []\n"
    #expect(
      try problems(Acme.facts, ["market-facts/mars.yaml": "region: mars\n" + title]) == [])
    #expect(
      try problems(Acme.facts, ["market-facts/chnia.yaml": "region: chnia\n" + title])
        .map(\.help) == ["did you mean \"china\"?"])
  }
}
