import Diagnostics
import Documents
import Formulas
import Foundation
import Plan
import RunRecord
import Simulation
import Testing

@testable import Evaluation
@testable import Facts

/// Holds how a series becomes inputs: level and trend, drawn jointly, from what was known.
@Suite struct SeriesInputTests {
  private static let inputs = """
      users:
        unit: user
        series: fans
        otherwise: 1000 to 4000
        because: a guess
      people: {unit: user, market: people}
    """
  private static let variables = """
      active: {unit: user, start: level(users), next: previous * exp(trend(users) * step)}
      all: {unit: user, start: people, next: previous * exp(trend(people) * step)}
    """

  private struct Setting {
    var subject: Subject
    var model: ModelFile
    func resolve() throws -> [ResolvedInput] {
      try InputResolver(subject: subject, inputs: model.inputSet).resolve()
    }
  }

  private func setting(
    _ facts: [Fact], people: [Fact] = [], asOf: String = "2026-06-30",
    overrides: [String: String] = [:]
  ) throws -> Setting {
    let company = HandMade.company(facts)
    let market = try HandMade.market(
      "china",
      "  people: {unit: user, series: people, assume: 1000000 to 2000000, because: a count}")
    var context = try HandMade.context(
      company, asOf: asOf, marketFacts: people, markets: ["china": market],
      overrides: overrides.mapValues {
        InputOverrideValue(
          distribution: try DistributionNotation.parseDrawable($0, at: nil, sourceLine: nil),
          because: Reason(.setByOption))
      })
    for name in ["fans", "people"] {
      context.facts.metrics[name] = Metric(
        name: name, unit: "user", kind: .stock, title: Translations(en: name))
    }
    context.companyModel = ShippedCompany.formulas
    return Setting(
      subject: Subject(company: company, context: context),
      model: try HandMade.model(inputs: Self.inputs, variables: Self.variables))
  }

  private func fact(_ metric: String, _ period: String, _ value: Double) throws -> Fact {
    try HandMade.fact(metric, period, value, unit: "user")
  }

  private func fans() throws -> [Fact] {
    [try fact("fans", "2024-12-31", 1000), try fact("fans", "2025-12-31", 2000)]
  }

  @Test func aSeriesIsTwoInputs() throws {
    let found = try setting(fans()).resolve()
    #expect(found.map(\.name) == ["users", "users.trend", "people", "people.trend"])
    #expect(found.map(\.record.kind) == [.fact, .estimate, .assumption, .assumption])
    #expect(found.map(\.record.scope) == [.company, .company, .market, .market])
    #expect(found.map(\.isShared) == [false, false, true, true])
    #expect(
      found.map(\.block) == [
        "path toys company acme", "path toys company acme", "market china people",
        "market china people",
      ])
    #expect(found.map(\.dimension) == [0, 1, 0, 1])
    #expect(found[0].record.facts.map(\.period) == ["2024-12-31", "2025-12-31"])
    #expect(found[0].record.series?.observations.count == 2)
    #expect(found[1].record.unit == UnitName("1/year"))
    #expect(found[1].jointWith?.first == "users")
    // Of no fact there is nothing that both depend on.
    #expect(found[3].jointWith == nil)
  }

  /// Over many draws level and trend have the mean and the covariance of the filter, in logs.
  @Test func levelAndTrendAreDrawnJointly() throws {
    let setting = try setting(fans())
    let evaluator = ModelEvaluator(setting.model, units: setting.subject.context.units)
    let plan = try evaluator.plan(setting.subject).program
    let run = try ProgramRun(plan, over: Draws(count: 65536))
    let state = try #require(try setting.resolve()[0].record.series?.today)
    let level = run.inputs[0].values(count: 65536).map { log($0) }
    let trend = run.inputs[1].values(count: 65536)
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    let (l, t) = (mean(level), mean(trend))
    let covariance = mean(zip(level, trend).map { ($0 - l) * ($1 - t) })
    #expect(abs(l - log(state.level)) < 1e-4)
    #expect(abs(t - state.trend) < 1e-4)
    #expect(abs(mean(level.map { ($0 - l) * ($0 - l) }).squareRoot() - state.levelSd) < 1e-3)
    #expect(abs(mean(trend.map { ($0 - t) * ($0 - t) }).squareRoot() - state.trendSd) < 1e-3)
    let correlation = covariance / (state.levelSd * state.trendSd)
    #expect(abs(correlation - state.correlation) < 0.01)
    #expect(state.correlation > 0.3)
  }

  @Test func withoutFactsTheDefaultHoldsAndTheTrendIsBelieved() throws {
    let found = try setting([]).resolve()
    #expect(found[0].record.distribution == "1000 to 4000")
    #expect(found[0].record.kind == .assumption)
    // The numbers of company.yaml: neither up nor down, with a standard deviation of a half.
    #expect(found[1].record.distribution == "normal(0, 0.5)")
    #expect(found[1].record.because.map(\.kind) == [.seriesTrendUnseen])
    // The market's own assumption holds without facts.
    #expect(found[2].record.kind == .assumption)
    #expect(found[3].record.distribution == "normal(0, 0.5)")
  }

  @Test func onlyWhatWasKnownOnTheDayCounts() throws {
    // The report of 2025 comes ninety days after its end.
    #expect(try setting(fans(), asOf: "2026-02-01").resolve()[0].record.facts.count == 1)
    #expect(try setting(fans(), asOf: "2026-06-30").resolve()[0].record.facts.count == 2)
  }

  @Test func eitherPartCanBeSet() throws {
    let set = try setting(fans(), overrides: ["users": "5000", "toys.users.trend": "0.1 to 0.3"])
      .resolve()
    #expect(set[0].record.kind == .override)
    #expect(set[1].record.kind == .override)
    #expect(set[1].record.distribution == "0.1 to 0.3")
    // A level that is set says nothing of the trend, which facts still give.
    let level = try setting(fans(), overrides: ["users": "5000"]).resolve()
    #expect(level[1].record.kind == .estimate)
    #expect(level[1].jointWith == nil)
  }

  @Test func whatIsNotAboveZeroIsLeftOutAndNamed() throws {
    let facts = [try fact("fans", "2023-12-31", 0)] + (try fans())
    let found = try setting(facts).resolve()[0]
    #expect(found.record.facts.count == 2)
    let doubt = try #require(found.record.because.first { $0.kind == .seriesNotPositive })
    #expect(
      doubt.message
        == "fans of 2023-12-31 is left out of the series: 0.0 user by report-2023-12-31 isn't "
        + "above zero")
  }

  @Test func aMarketsFactsGiveBoth() throws {
    let people = [
      try fact("people", "2024-12-31", 1_000_000), try fact("people", "2025-12-31", 1_500_000),
    ]
    let found = try setting(fans(), people: people).resolve()
    #expect(found[2].record.kind == .fact)
    #expect(
      found[2].record.series?.observations.map(\.value).map { ($0).rounded() } == [1e6, 1.5e6])
    #expect(found[3].jointWith?.first == "people")
    #expect(found[3].record.kind == .estimate)
  }

  @Test func aRequiredSeriesIsMissingWithoutFacts() throws {
    let setting = try setting([])
    let model = try HandMade.model(
      inputs: "  users: {unit: user, series: fans, otherwise: none}",
      variables: "  active: {unit: user, formula: level(users)}")
    let evaluator = ModelEvaluator(model, units: setting.subject.context.units)
    #expect(evaluator.needs == [.companyFact(metric: "fans")])
    let missing = try setting.subject.context.missing(for: evaluator, subject: setting.subject)
    #expect(missing == [.fact("fans")])
  }

  /// A trend follows its level alone: of what the level is correlated with, it hears through it.
  @Test func theTrendDependsOnOthersThroughTheLevel() throws {
    let copula = try RankCorrelation(
      [], joint: [JointPair(first: "a", second: "b", correlation: 0.6)], order: ["a", "b"])
    let uniforms = copula.correlate([[0.9], [0.5]])
    // Phi(0.6 Phi^-1(0.9)) = Phi(0.768931) = 0.779032
    #expect(abs(uniforms[1][0] - 0.779032) < 1e-6)
  }
}
