import Backtest
import Evaluation
import Facts
import Formulas
import Nowcast
import Plan
import RunRecord
import Scoring
import Study
import Testing

@testable import Assessment

/// The same forecasts in three views.
@Suite struct ViewReplayTests {
  /// OpenAI in June 2025, whose chat path can be assessed by the usual delays.
  private func forecasts(setting weights: Double?) throws -> [BacktestForecast] {
    let loaded = try ShippedStudy.loaded.get()
    let preparation = try ShippedStudy.preparation(EvaluationRequest(draws: 256))
    var (context, _) = try preparation.context()
    let laws = try BacktestLaws(loaded.companyModel, in: context)
    context.facts = context.facts.knownByUsualDelays(laws.parameters.reporting)
    if let weights {
      for evidence in PathEvidence.allCases {
        context.overrides["company.weight_\(evidence.rawValue)"] = InputOverrideValue(
          distribution: .constant(weights), because: Reason(.setByOption))
      }
    }
    let company = try #require(context.facts.company("openai"))
    let found = try CompanyRows(
      company, metrics: context.facts.metrics, rates: context.facts.exchangeRates,
      asOf: context.asOf, timing: .usualDelay)
    let rows = try #require(found)
    let replay = try ViewReplay(
      #require(Day("2025-06-30")),
      ViewReplay.Common(
        context: context, evaluators: preparation.evaluators,
        model: CompanyModel(loaded.companyModel, units: loaded.units), rules: loaded.policy.rules,
        sampling: preparation.draws().sampling, timing: .usualDelay))
    return replay.forecasts(
      of: ViewReplay.Subject(company: company, rows: rows.rows, currency: rows.currency),
      years: [1])
  }

  private func score(_ view: BacktestView, _ forecasts: [BacktestForecast]) throws -> [Double] {
    let one = try #require(forecasts.first { $0.view == view })
    return [one.crps, one.pit, one.crpsCarry]
  }

  @Test func pathsWithoutWeightScoreAsTheOutsideView() throws {
    let found = try forecasts(setting: 0)
    #expect(found.map(\.view) == BacktestView.allCases)
    #expect(try score(.paths, found) == score(.outside, found))
  }

  @Test func pathsWithFullWeightScoreAsTheInsideView() throws {
    let found = try forecasts(setting: 1)
    #expect(try score(.paths, found) == score(.inside, found))
  }

  /// Carrying the last year forward doesn't depend on who forecasts.
  @Test func viewsAreHeldAgainstTheSame() throws {
    let found = try forecasts(setting: nil)
    #expect(Set(found.map(\.crpsCarry)).count == 1)
    #expect(try score(.paths, found) != score(.outside, found))
    #expect(found.allSatisfy { $0.quantity == .operatingIncome && $0.isLosing })
  }
}
