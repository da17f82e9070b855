/// One forecast of a quantity that was seen since.
package struct Forecast: Hashable, Sendable {
  /// The company.
  package var company: String
  /// The share of draws below what was seen.
  package var pit: Double
  /// The score of the draws.
  package var crps: Double
  /// The score of carrying the last year forward: the distance.
  package var carried: Double
  /// The score of the panel's growth; nil for what it doesn't speak of.
  package var panel: Double?

  /// Takes what was scored before.
  package init(
    company: String, pit: Double, crps: Double, carried: Double, panel: Double? = nil
  ) {
    self.company = company
    self.pit = pit
    self.crps = crps
    self.carried = carried
    self.panel = panel
  }

  /// Scores draws.
  ///
  /// - Parameters:
  ///   - company: The company.
  ///   - draws: The forecast, on the scale that scores are meant on.
  ///   - seen: What was seen, on that scale.
  ///   - last: What was known when the forecast was made, on that scale.
  ///   - panel: The forecast of the panel's growth in draws, on that scale; nil for none.
  package init(
    company: String, draws: [Double], seen: Double, last: Double, panel: [Double]? = nil
  ) {
    self.company = company
    pit = EnsembleScore.pit(draws, seen: seen)
    crps = EnsembleScore.crps(draws, seen: seen)
    carried = abs(seen - last)
    self.panel = panel.map { EnsembleScore.crps($0, seen: seen) }
  }
}

/// The quality of a set of forecasts.
package struct ForecastSummary: Hashable, Sendable {
  /// Fewer forecasts establish no calibration.
  package static let leastForecasts = 20
  /// Nor do those of fewer companies.
  package static let leastCompanies = 8

  /// The coverage of the middle half.
  package var inside50: Coverage
  /// The coverage of the 90 % interval.
  package var inside90: Coverage
  /// The mean PIT: a half where forecasts lean neither way.
  package var meanPIT: Double
  /// The mean score.
  package var crps: Double
  /// The mean score of carrying the last year forward.
  package var carried: Double
  /// The mean score of the panel's growth; nil where not all forecasts have one.
  package var panel: Double?

  /// Sums up; nil without forecasts.
  package init?(_ forecasts: [Forecast]) {
    func coverage(_ share: Double) -> Coverage? {
      Coverage(
        forecasts.map {
          Coverage.Outcome(
            company: $0.company, isInside: Coverage.isInside(pit: $0.pit, share: share))
        })
    }
    guard let half = coverage(0.5), let most = coverage(0.9) else { return nil }
    inside50 = half
    inside90 = most
    let count = Double(forecasts.count)
    meanPIT = forecasts.reduce(0) { $0 + $1.pit } / count
    crps = forecasts.reduce(0) { $0 + $1.crps } / count
    carried = forecasts.reduce(0) { $0 + $1.carried } / count
    let scores = forecasts.compactMap(\.panel)
    panel = scores.count == forecasts.count ? scores.reduce(0, +) / count : nil
  }

  /// True if there are enough forecasts of enough companies to speak of calibration.
  package var isEstablished: Bool {
    inside90.forecasts >= Self.leastForecasts && inside90.companies >= Self.leastCompanies
  }
}
