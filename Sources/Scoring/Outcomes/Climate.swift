package import Simulation

/// The financing climate that all companies share (Method 4.2).
package enum Climate {
  /// An AR(1) path by year and draw: persistence × the year before + a normal shock.
  ///
  /// The first year is drawn from the path's long-run distribution, as nobody knows how the
  /// climate of the as-of year compares with others.
  ///
  /// - Parameters:
  ///   - uniforms: By year and draw, each in (0, 1); years independent of each other.
  ///   - persistence: What is left of the climate after a year, below 1 in size.
  ///   - shock: The standard deviation of the yearly shock.
  /// - Returns: The climate by year and draw.
  package static func path(
    uniforms: YearlyDraws, persistence: Double = 0.6, shock: Double = 0.8
  ) -> YearlyDraws {
    precondition(abs(persistence) < 1)
    let draws = uniforms.draws
    let longRun = shock / (1 - persistence * persistence).squareRoot()
    var values = uniforms.values
    for index in values.indices {
      let normal = Elementary.normalQuantile(values[index])
      values[index] =
        index < draws ? longRun * normal : persistence * values[index - draws] + shock * normal
    }
    return YearlyDraws(values: values, draws: draws)
  }
}
