internal import Backtest
internal import RunRecord

/// Sums up forecasts by view, quantity, group and years ahead.
enum BacktestSummary {
  /// Years ahead that are summed up; others are listed singly.
  private static let years = [1, 2, 3, 5]
  private static let bins = 5

  static func rows(_ forecasts: [BacktestForecast]) -> [BacktestRow] {
    BacktestView.allCases.flatMap { view in
      BacktestQuantity.allCases.flatMap { quantity in
        BacktestGroup.allCases.flatMap { group in
          years.compactMap { years -> BacktestRow? in
            let chosen = forecasts.filter {
              $0.view == view && $0.quantity == quantity && $0.years == years
                && group.holds($0)
            }
            return row(chosen, view, quantity, group, years)
          }
        }
      }
    }
  }

  private static func row(
    _ chosen: [BacktestForecast], _ view: BacktestView, _ quantity: BacktestQuantity,
    _ group: BacktestGroup, _ years: Int
  ) -> BacktestRow? {
    let scored = chosen.map {
      Forecast(
        company: $0.company, pit: $0.pit, crps: $0.crps, carried: $0.crpsCarry,
        panel: $0.crpsPanel)
    }
    return ForecastSummary(scored).map { summary in
      BacktestRow(
        view: view, quantity: quantity, group: group, years: years,
        count: summary.inside90.forecasts, companies: summary.inside90.companies,
        inside50: BacktestRow.Share(summary.inside50),
        inside90: BacktestRow.Share(summary.inside90), meanPit: summary.meanPIT,
        crps: summary.crps, crpsCarry: summary.carried, crpsPanel: summary.panel,
        isEstablished: summary.isEstablished)
    }
  }

  /// The results of the told chances, by view and years.
  static func signs(_ found: [BacktestRunner.Found]) -> [BacktestSign] {
    BacktestView.allCases.flatMap { view in
      years.compactMap { years -> BacktestSign? in
        let chosen = found.filter { $0.forecast.view == view && $0.forecast.years == years }
        let told = chosen.compactMap(\.sign)
        let carried = chosen.compactMap { one in
          one.sign.map {
            ProbabilityScore.Forecast(
              probability: one.forecast.isLosing ? 0 : 1, happened: $0.happened)
          }
        }
        guard let brier = ProbabilityScore.brier(told),
          let brierCarry = ProbabilityScore.brier(carried)
        else { return nil }
        return BacktestSign(
          view: view, years: years, count: told.count, brier: brier, brierCarry: brierCarry,
          bins: ProbabilityScore.reliability(told, bins: bins).map {
            BacktestSign.Bin(
              low: $0.range.lowerBound, high: $0.range.upperBound, count: $0.count,
              told: $0.meanProbability, seen: $0.share, seenLow: $0.low, seenHigh: $0.high)
          })
      }
    }
  }
}

extension BacktestRow.Share {
  fileprivate init(_ coverage: Coverage) {
    self.init(value: coverage.share, low: coverage.low, high: coverage.high)
  }
}

extension BacktestGroup {
  fileprivate func holds(_ forecast: BacktestForecast) -> Bool {
    switch self {
    case .all: true
    case .atRisk: forecast.isLosing
    case .earning: !forecast.isLosing
    }
  }
}
