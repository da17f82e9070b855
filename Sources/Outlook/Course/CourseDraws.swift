package import Nowcast
package import Simulation

/// The random numbers of a company's course, column by column.
package struct CourseDraws: Sendable {
  /// The numbers of one step.
  package struct Step: Sendable {
    /// Student's t for growth.
    package var growth: [Double]
    /// Student's t for cost.
    package var cost: [Double]
    /// Student's t for the gap.
    package var gap: [Double]
  }

  /// Standard normal, for the level of the nowcast.
  package var level: [Double]
  /// Standard normal, for its trend.
  package var trend: [Double]
  /// Uniform, for where in its range k is.
  package var costRange: [Double]
  /// Standard normal, for what carrying k to today leaves open.
  package var costRatio: [Double]
  /// Standard normal, for growth all along.
  package var growthPath: [Double]
  /// Standard normal, for cost all along.
  package var costPath: [Double]
  /// The steps, the first first.
  package var steps: [Step]

  /// Takes them from one block of a run's numbers, so that they fill their space evenly together.
  ///
  /// - Parameters:
  ///   - streams: The numbers of the run.
  ///   - block: A name of its own for each company.
  ///   - steps: How many steps the course has.
  ///   - laws: Whose tails they have.
  /// - Throws: `DistributionError` for degrees of freedom that make no distribution.
  package init(
    _ streams: DrawStreams, block: String, steps: Int, laws: CourseLaws
  ) throws(DistributionError) {
    let orders = OrderCache()
    let tail = try Distribution.studentT(degrees: laws.tail)
    let gapTail = try Distribution.studentT(degrees: laws.gapTail)
    var dimension = 0
    func uniforms() -> [Double] {
      defer { dimension += 1 }
      return streams.uniforms(block: block, dimension: dimension, orders: orders)
    }
    level = Elementary.normalQuantiles(uniforms())
    trend = Elementary.normalQuantiles(uniforms())
    costRange = uniforms()
    costRatio = Elementary.normalQuantiles(uniforms())
    growthPath = Elementary.normalQuantiles(uniforms())
    costPath = Elementary.normalQuantiles(uniforms())
    self.steps = (0..<steps).map { _ in
      Step(
        growth: tail.quantiles(uniforms()), cost: tail.quantiles(uniforms()),
        gap: gapTail.quantiles(uniforms()))
    }
  }

  /// The number of draws.
  package var count: Int { level.count }
}
