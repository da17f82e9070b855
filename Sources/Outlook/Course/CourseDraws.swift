package import Nowcast
package import Simulation

/// The tails of the noise, ready to be drawn from: made once for all companies.
package struct Tails: Sendable {
  /// Student's t of growth and of cost.
  package let growth: Distribution
  /// Student's t of the gap.
  package let gap: Distribution
  /// Student's t of amounts raised.
  package let amount: Distribution

  /// Makes them.
  ///
  /// - Throws: `DistributionError` for degrees of freedom that make no distribution.
  package init(_ laws: CourseLaws, _ money: MoneyLaws) throws(DistributionError) {
    growth = try Distribution.studentT(degrees: laws.tail)
    gap = try Distribution.studentT(degrees: laws.gapTail)
    amount = try Distribution.studentT(degrees: money.amountTail)
  }
}

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
  ///   - tails: The tails of the noise.
  package init(
    _ streams: DrawStreams, block: String, steps: Int, tails: Tails
  ) {
    let orders = OrderCache()
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
        growth: tails.growth.quantiles(uniforms()), cost: tails.growth.quantiles(uniforms()),
        gap: tails.gap.quantiles(uniforms()))
    }
  }

  /// The number of draws.
  package var count: Int { level.count }
}
