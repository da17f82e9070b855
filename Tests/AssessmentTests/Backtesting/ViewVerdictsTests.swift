import RunRecord
import Testing

@testable import Assessment

/// Which view forecast best, and whether that is established.
@Suite struct ViewVerdictsTests {
  /// Two forecasts of each company; with paths their score is lower by the company's gain.
  private func forecasts(
    companies: Int, each: Int = 2, gains: (Int) -> Double
  ) -> [BacktestForecast] {
    (0..<companies).flatMap { company in
      (0..<each).flatMap { _ in
        [(BacktestView.outside, 1.0), (.paths, 1 - gains(company)), (.inside, 2)].map {
          BacktestForecast(
            asOf: "2024-06-30", company: "company \(company)", view: $0.0,
            quantity: .operatingIncome, years: 1, isLosing: true, pit: 0.5, crps: $0.1,
            crpsCarry: 1)
        }
      }
    }
  }

  private func verdict(_ forecasts: [BacktestForecast]) throws -> BacktestVerdict {
    let verdicts = ViewVerdicts.verdicts(forecasts)
    #expect(verdicts.map(\.quantity) == [.operatingIncome])
    return try #require(verdicts.first)
  }

  /// Ten companies with two forecasts each and a gain of 0.1 or 0.3: sums of excess are ±0.2, their
  /// squares 0.4 in all, times 10/9, the root over 20 is 1/30; t of 9 degrees at 97.5 % is 2.26216.
  @Test func theIntervalByHand() throws {
    let found = try verdict(forecasts(companies: 10) { $0 < 5 ? 0.1 : 0.3 })
    #expect(found.best == .paths)
    #expect(found.rival == .outside)
    #expect(abs(found.gain - 0.2) < 1e-12)
    #expect(abs(try #require(found.gainLow) - (0.2 - 2.262157 / 30)) < 1e-5)
    #expect(abs(try #require(found.gainHigh) - (0.2 + 2.262157 / 30)) < 1e-5)
    #expect(found.evidence == .established)
    #expect(!found.isAlike)
  }

  /// 20 forecasts of 8 companies are enough; one forecast or one company less isn't.
  @Test func fewForecastsEstablishNothing() throws {
    let all = forecasts(companies: 10) { _ in 0.2 }
    #expect(try verdict(all).evidence == .established)
    #expect(try verdict(Array(all.dropLast(3))).count == 19)
    #expect(try verdict(Array(all.dropLast(3))).evidence == .tooFew)
    let eight = forecasts(companies: 8, each: 3) { _ in 0.2 }
    #expect(try verdict(eight).evidence == .established)
    let seven = forecasts(companies: 7, each: 3) { _ in 0.2 }
    #expect(try verdict(seven).evidence == .tooFew)
  }

  /// Gains of 1 and losses of 0.9: a mean of 0.05 that chance alone makes.
  @Test func aDifferenceMayBeChance() throws {
    let found = try verdict(forecasts(companies: 10) { $0 < 5 ? 1 : -0.9 })
    #expect(found.best == .paths)
    #expect(found.evidence == .withinChance)
  }

  @Test func pathsThatCostScoreAreHeldAgainstTheOutsideView() throws {
    let found = try verdict(forecasts(companies: 10) { _ in -0.2 })
    #expect(found.best == .outside)
    #expect(found.rival == .paths)
    #expect(abs(found.gain - 0.2) < 1e-12)
  }

  @Test func whatAddsNothingScoresAlike() throws {
    let found = try verdict(forecasts(companies: 10) { _ in 0 })
    #expect(found.best == .outside)
    #expect(found.isAlike)
    #expect(ViewVerdicts.verdicts([]).isEmpty)
  }
}
