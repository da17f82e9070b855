import Facts
import MethodCases
import Nowcast
import Outlook
import Simulation
import Testing

@testable import Backtest

/// The growth that the panel had after such a year, as a forecast to beat.
@Suite struct PanelGrowthTests {
  /// Revenue that grew by 30 % in logs, to 100M USD, with a result.
  private func growth(result: Double) throws -> (PanelGrowth, NowcastParameters) {
    let (parameters, _) = try NamedParameters.read(MethodCases.numbers) {
      (NowcastParameters(&$0), MoneyLaws(&$0))
    }
    let rows = [
      ("revenue", 24264.0, 100e6 * Elementary.exp(-0.3)), ("revenue", 24276, 100e6),
      ("operating_income", 24276, result),
    ].map {
      ReportedAmount(
        metric: $0.0, start: $0.1, end: $0.1 + 12, value: $0.2, confidence: .high, usdRate: 1,
        period: "a year")
    }
    let nowcast = try #require(
      Nowcast(rows: rows, asOf: 24293, regionScale: 1, parameters: parameters))
    #expect(abs(nowcast.growth - 0.3) < 1e-9)
    return (PanelGrowth(nowcast, scale: 1, parameters), parameters)
  }

  /// 0.028 + 0.44 × 0.3 = 0.16, then 0.028 + 0.44 × 0.16 = 0.0984; a loss-maker's slope is 0.66.
  @Test func theMedianByHand() throws {
    let base = Elementary.log(100e6)
    let (earning, _) = try growth(result: 10e6)
    let two = earning.logRevenue(from: base, shocks: [[0], [0]])
    #expect(abs(two[0] - base - 0.2584) < 1e-9)
    let (losing, _) = try growth(result: -10e6)
    let one = losing.logRevenue(from: base, shocks: [[0]])
    #expect(abs(one[0] - base - (0.028 + 0.66 * 0.3)) < 1e-9)
  }

  /// At 100M USD without overhang the noise is 0.099 e^(1.1 × 0.3) for each unit of t.
  @Test func theNoiseIsThePanels() throws {
    let base = CourseLaws.logOf100Million
    let (earning, parameters) = try growth(result: 10e6)
    let found = earning.logRevenue(from: base, shocks: [[1, -2]])
    let noise = parameters.laws.growthNoise.scale * Elementary.exp(1.1 * 0.3)
    #expect(abs(parameters.laws.growthNoise.scale - 0.099) < 1e-9)
    #expect(abs(found[0] - base - 0.16 - noise) < 1e-9)
    #expect(abs(found[1] - base - 0.16 + 2 * noise) < 1e-9)
  }
}
