/// The start of the yearly formulas of a company's course: its state brought to the first year.
///
/// The last observation lies anywhere in a year, so the first steps are parts of a year. They are
/// taken here; the formulas know whole years, but for the second where the state is already past
/// the middle of the first.
package struct CourseStart: Sendable {
  /// Log of yearly revenue in US dollars.
  package var logRevenue: [Double]
  /// Expected log growth a year.
  package var trend: [Double]
  /// Last year's log growth.
  package var growth: [Double]
  /// The difference of last year's growth from the trend.
  package var surprise: [Double]
  /// k = ln(cost/revenue).
  package var costRatio: [Double]
  /// Cash flow beyond the operating result, over cost.
  package var gap: [Double]
  /// The company's own lasting addition to log growth a year.
  package var growthPath: [Double]
  /// The company's own lasting addition to the log growth of costs a year.
  package var costPath: [Double]
  /// Years from the state to the middle of the first year: 0, or less where the state is later.
  ///
  /// Revenue of the first year is then exp(logRevenue + trend × shift).
  package var shift: Double
  /// The length of the step to the second year, in years; the others last one.
  package var secondStep: Double
  /// The number of steps taken: the trend moves in every step but the very first.
  package var steps: Int
}

extension Course {
  /// Brings the state to the first year.
  package mutating func start(firstYear: Int) -> CourseStart {
    let middle = Double(firstYear) + 0.5
    _ = advance(to: Double(firstYear))
    return CourseStart(
      logRevenue: states.map(\.logRevenue), trend: states.map(\.trend),
      growth: states.map(\.growth), surprise: states.map(\.surprise),
      costRatio: states.map(\.costRatio), gap: states.map(\.gap),
      growthPath: states.map(\.growthPath), costPath: states.map(\.costPath),
      shift: min(middle - time, 0), secondStep: min(middle + 1 - time, 1), steps: step)
  }
}
