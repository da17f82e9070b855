import Simulation
import Testing

@testable import Scoring

/// Method 2.2.
@Suite struct NetPresentValueTests {
  private func value(
    _ contribution: [Double], _ investment: [Double], multiple: Double
  ) -> NetPresentValue {
    NetPresentValue(
      contribution: YearlyDraws(values: contribution, draws: 1),
      investment: YearlyDraws(values: investment, draws: 1),
      discounting: Discounting(rate: 0.12, years: contribution.count), multiple: [multiple])
  }

  /// The flows of C29: B = 62.1 and K = 46.2 differ by 1.12^-0.5 (-40 + 10/1.12 + 60/1.12^2);
  /// beyond the horizon four years of 60 come to that.
  @Test func theFlowsOfTheExample() {
    let found = value([-10, 20, 60], [30, 10, 0], multiple: 4)
    let horizon = (-40 + 10 / 1.12 + 60 / (1.12 * 1.12)) / 1.12.squareRoot()
    #expect(abs(found.draws[0] - horizon) < 1e-12)
    #expect(abs(found.draws[0] - 15.9) < 0.1)
    let beyond = horizon + 4 * 60 / (1.12 * 1.12) / 1.12.squareRoot()
    #expect(abs(found.beyond[0] - beyond) < 1e-12)
  }

  /// A loss in the last year isn't carried beyond the horizon.
  @Test func aLastLossEnds() {
    let found = value([10, -5], [0, 0], multiple: 4)
    #expect(found.draws[0] == found.beyond[0])
  }

  @Test func aNegativeInvestmentHasNoValue() {
    let found = value([10, 10], [0, -1], multiple: 4)
    #expect(found.draws[0].isNaN && found.beyond[0].isNaN)
  }
}
