import Nowcast
import Outlook
import Simulation

/// Revenue as the panel's regression foretells it from last year's growth alone, with the panel's
/// noise: what a forecast that uses more has to beat.
struct PanelGrowth {
  private let nowcast: Nowcast
  private let parameters: NowcastParameters
  private let scale: Double
  private let slope: Double
  private let costRatio: Double

  /// The growth of companies like this one; `scale` is by what the noise is wider where it is at
  /// home.
  init(_ nowcast: Nowcast, scale: Double, _ parameters: NowcastParameters) {
    self.nowcast = nowcast
    self.parameters = parameters
    self.scale = scale
    slope =
      parameters.expectedGrowthSlope
      + (nowcast.isLosing ? parameters.expectedGrowthSlopeLosing : 0)
    costRatio = nowcast.costRatio.map { ($0.low + $0.high) / 2 } ?? 0
  }

  /// The expected log growth of a year after one of so much.
  func expected(after growth: Double) -> Double {
    parameters.expectedGrowth + slope * clip(growth, 0, 0.5)
  }

  /// Log revenue, so many years after the base, from that of the base in logs of US dollars.
  ///
  /// - Parameters:
  ///   - base: Log revenue of the base.
  ///   - shocks: Student's t of each year, a column a year.
  /// - Returns: One value a draw.
  func logRevenue(from base: Double, shocks: [[Double]]) -> [Double] {
    guard let count = shocks.first?.count else { return [] }
    return (0..<count).map { draw in
      var (level, growth) = (base, nowcast.growth)
      for shock in shocks {
        let noise = parameters.laws.growthNoise.at(
          logRevenue: level, growth: growth, costRatio: costRatio)
        growth = expected(after: growth) + clip(scale * noise * shock[draw], -1.5, 1.5)
        level += growth
      }
      return level
    }
  }
}
