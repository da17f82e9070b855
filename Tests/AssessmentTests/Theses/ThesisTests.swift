import Evaluation
import RunRecord
import Study
import TestSupport
import Testing
import Threads

@testable import Assessment

/// Claims about a tiny study whose chances are known in closed form.
@Suite struct ThesisTests {
  /// A path with two inputs on 0 to 1, of which x was learnt later to reach 2.
  private static let dice = """
    path: dice
    version: 1
    title: {en: Dice}
    currency: CNY
    inputs:
      shops: {unit: shop, company: shops_served, otherwise: none}
      x:
        unit: "1"
        assume: "uniform(0, 1)"
        because: a die
      y: {unit: "1", assume: "uniform(0, 1)", because: another}
      late:
        unit: "1"
        assume: "uniform(0, 1)"
        because: a die
        revisions:
          - {since: 2025-05-01, assume: "uniform(0, 2)", because: a larger die}
    variables:
      sum: {unit: "1", formula: x + y}
      money: {unit: CNY/year, formula: "x * 10 [CNY/year]"}
      later: {unit: "1", formula: "late + 0 * shops / 1 [shop]"}
    outputs: {revenue: money, contribution: money, investment: "0 [CNY/year]"}

    """

  private static let second = TinyModels.acme.replacing("acme", with: "bond")
    .replacing("Acme", with: "Bond")

  /// The record of one claim, given by its parts.
  private func tested(_ claim: String, since: String = "2025-04-01") throws -> ClaimRecord {
    var files = try TinyModels.files()
    files["paths/dice.yaml"] = Self.dice
    files["companies/bond.yaml"] = Self.second
    files["theses/test.yaml"] = """
      thesis: test
      title: {en: Test}
      since: \(since)
      claims:
        one:
          title: {en: One}
          says: {en: Something}

      """
      + claim.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "    " + $0 }.joined(separator: "\n") + "\n"
    let models = try TemporaryModels(files)
    let loaded = try ModelsFolder([models.path]).load()
    let records = try ThesisTester(
      loaded: loaded, request: EvaluationRequest(), ownEvaluators: [], crew: Crew(threads: 2)
    ).records(of: loaded.theses)
    return try #require(records.first?.claims.first)
  }

  /// P(x > 0.3) is 0.7 on (0, 1) and 0.85 on (0, 2); x + 0.5 > 1.2 is 0.3.
  ///
  /// A stream of one input hits each of 4096 bins once.
  @Test func chancesAndHinges() throws {
    let claim = try tested(
      """
      measures:
        x: {value: x, of: acme, path: dice, unit: "1"}
      holds: x > 0.3
      hinges:
        x: {neutral: "uniform(0, 2)", because: twice}
        y: {neutral: 0.5, because: the middle}
      """)
    let error = 1.5 / 4096
    #expect(abs(try #require(claim.chance.value) - 0.7) <= error)
    #expect(claim.hinges.map(\.input) == ["x", "y"])
    #expect(abs(try #require(claim.hinges[0].chance.value) - 0.85) <= error)
    #expect(claim.hinges[1].chance == claim.chance)
    #expect(claim.allHinges == claim.hinges[0].chance)
    #expect(claim.before == claim.chance)
  }

  /// P(x + y > 1.2) is 0.8² / 2 = 0.32, and 0.3 with y at its middle.
  @Test func aHingeByItself() throws {
    let claim = try tested(
      """
      measures:
        sum: {mean: sum, of: study, path: dice, unit: "1"}
      holds: sum > 1.2
      hinges:
        y: {neutral: 0.5, because: the middle}
      """)
    #expect(abs(try #require(claim.chance.value) - 0.32) < 0.005)
    #expect(abs(try #require(claim.hinges[0].chance.value) - 0.3) <= 1.5 / 4096)
    #expect(claim.allHinges == nil)
    #expect(claim.measures[0].companies == ["acme", "bond"])
  }

  /// Before the revision P(late > 0.3) is 0.7, after it 0.85.
  @Test func theEarlierDayKnowsWhatWasKnown() throws {
    let text = """
      measures:
        late: {any: later > 0.3, of: [acme, bond], path: dice}
      holds: late > 0
      """
    let claim = try tested(text)
    #expect(abs(try #require(claim.chance.value) - 0.85) <= 1.5 / 4096)
    #expect(abs(try #require(claim.before?.value) - 0.7) <= 1.5 / 4096)
    #expect(try tested(text, since: "2025-05-31").before == nil)
  }

  /// Of one draw twice a number is larger in every draw: what is compared is paired.
  @Test func twoSettingsShareTheirDraws() throws {
    let claim = try tested(
      """
      measures:
        small: {value: x, of: acme, path: dice, unit: "1", set: {x: "uniform(0, 1)"}}
        large: {value: x, of: acme, path: dice, unit: "1", set: {x: "uniform(0, 2)"}}
      holds: small < large
      also:
        half: {title: {en: "Half:"}, holds: abs(large - 2 * small) < 1e-12}
      """)
    #expect(claim.chance.value == 1)
    #expect(claim.also.map(\.chance.value) == [1])
  }

  /// A chance is one number for all draws: P(x > 0.3) = 0.7 is above 0.6 and not above 0.75.
  @Test func chancesAreComparedAsNumbers() throws {
    let claim = try tested(
      """
      measures:
        often: {any: x > 0.3, of: acme, path: dice, chance: true}
      holds: often > 0.6
      also:
        more: {title: {en: "More:"}, holds: often > 0.75}
      """)
    #expect(claim.comparesChances)
    #expect(claim.chance.value == 1)
    #expect(claim.also[0].chance.value == 0)
    #expect(abs(try #require(claim.measures[0].value.value) - 0.7) <= 1.5 / 4096)
  }

  /// 10 CNY a year, x times, in six years at the middle of each and 12 %: Σ 1.12^-(t + 0.5) = 4.351
  /// times 10 x; above 21.76 in half of the draws.
  @Test func presentValuesAreDiscounted() throws {
    let claim = try tested(
      """
      measures:
        worth: {value: present_value, of: acme, path: dice, unit: CNY}
      holds: worth > 21.7555 [CNY]
      """)
    #expect(abs(try #require(claim.chance.value) - 0.5) <= 3.0 / 4096)
  }

  /// Acme reported 100 CNY for 2024: a year that is over is what was reported, a later one that
  /// nobody has reported is none.
  @Test func aYearThatIsOverIsWhatWasReported() throws {
    let claim = try tested(
      """
      measures:
        revenue: {value: revenue, of: acme, at: 2024, unit: CNY/year}
      holds: revenue == 100 [CNY/year]
      """)
    #expect(claim.chance.value == 1)
    let unknown = try tested(
      """
      measures:
        revenue: {value: revenue, of: acme, at: 2023, unit: CNY/year}
      holds: revenue > 0 [CNY/year]
      """)
    #expect(unknown.chance.reason?.kind == .notEnoughEvidence)
    #expect(unknown.measures[0].leftOut["acme"]?.kind == .yearNotKnown)
  }

  /// A claim on a path that no folder has says so, whatever else it names.
  @Test func whatIsMissingIsSaid() throws {
    let path = try tested(
      """
      needs_paths: [coins]
      measures:
        heads: {value: heads, of: acme, path: coins, unit: "1"}
      holds: heads > 0.5
      """)
    #expect(path.chance.reason?.kind == .claimNeedsPath)
    #expect(path.measures.isEmpty)
    let needs = try tested("needs: {en: a coin}")
    #expect(needs.chance.reason?.kind == .claimNeeds)
  }

  /// A study that ends before the year of a claim tests the others; the reason names both years.
  @Test func aYearAfterTheHorizonIsNotTested() throws {
    let claim = try tested(
      """
      measures:
        x: {value: x, of: acme, path: dice, at: 2035, unit: "1"}
      holds: x > 0.3
      """)
    let reason = try #require(claim.chance.reason)
    #expect(reason.kind == .claimAfterHorizon)
    #expect(reason.message == "is of 2035, and the study looks to 2030")
  }

  /// By hand, over three companies in three draws; where one has no number there is none.
  @Test(
    arguments: [
      (Measure.Take.any, [1.0, 0, .nan]), (.all, [0, 0, .nan]), (.none, [0, 1, .nan]),
      (.count, [2, 0, .nan]), (.share, [2.0 / 3, 0, .nan]), (.sum, [3, 0, .nan]),
      (.mean, [1, 0, .nan]), (.median, [1, 0, .nan]),
    ])
  func companiesAreTakenTogether(take: Measure.Take, expected: [Double]) {
    let found = take.together([[1, 0, 1], [2, 0, .nan], [0, 0, 1]])
    #expect(zip(found, expected).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) })
  }

  /// Of an even number the median is between the two in the middle.
  @Test func medianOfTwo() {
    #expect(Measure.Take.median.together([[1], [4]]) == [2.5])
  }
}
