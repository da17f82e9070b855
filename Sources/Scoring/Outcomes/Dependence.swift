/// How much hangs on one source of contribution (Method 4.6).
package struct Dependence: Sendable {
  /// HHI = Σ q² over the shares of positive contributions, 0...1; NaN without any.
  package var concentration: [Double]
  /// Draws with no positive contribution.
  package var undefined: Int
  /// Draws in which a flow isn't a number.
  package var flagged: Int

  /// The concentration of what the paths and the existing business contribute at the horizon.
  package init(_ flows: HorizonFlows) {
    concentration = Array(repeating: .nan, count: flows.draws)
    undefined = 0
    flagged = 0
    for draw in 0..<flows.draws {
      guard flows.isFinite(in: draw) else {
        flagged += 1
        continue
      }
      let covered = flows.covered(in: draw)
      guard covered > 0 else {
        undefined += 1
        continue
      }
      let other = max(flows.otherContribution[draw], 0) / covered
      concentration[draw] = flows.contributions.reduce(other * other) { sum, path in
        let share = max(path[draw], 0) / covered
        return sum + share * share
      }
    }
  }

  /// 1 / HHI: of how many equal sources the same concentration would be.
  package static func effectiveSources(concentration: Double) -> Double { 1 / concentration }
}
