/// The years of the company model: from the state of today to the middle of each calendar year.
///
/// The first year is the state's own and has no step. From there the model goes yearly; the first
/// step is the odd part of a year, so that every later one ends in the middle of a year. Where the
/// state is older than the as-of year, the years between are modelled too and not shown; where it
/// is younger than the middle of that year, that year is the state itself, moved back.
package struct CompanyTimeline: Hashable, Sendable {
  /// The modelled years.
  package let years: [Int]
  /// The calendar year of the as-of day, the first that is shown.
  package let asOfYear: Int
  /// The share of that year that is over.
  package let elapsed: Double
  /// The length in years of the step to each year.
  package let lengths: [Double]
  /// For each year, how far back from the state it is: 0, or negative in the first.
  package let shifts: [Double]

  /// Parts of a year shorter than this are rounding.
  private static let shortest = 1e-6

  /// The years of a state.
  ///
  /// - Parameters:
  ///   - time: The time of the state, in years.
  ///   - asOf: The day, in months since the year 0; the end of a year belongs to it.
  ///   - horizon: The last year.
  package init(time: Double, asOf: Double, horizon: Int) {
    asOfYear = Int(((asOf - 1e-6) / 12).rounded(.down))
    elapsed = asOf / 12 - Double(asOfYear)
    let ahead = Double(asOfYear) + 0.5 - time
    var steps: [Double] = []
    if ahead > 0 {
      let odd = ahead.truncatingRemainder(dividingBy: 1)
      steps = odd > Self.shortest ? [odd] : []
      steps += Array(repeating: 1, count: Int((ahead + 1e-9).rounded(.down)))
    }
    years = Array((asOfYear - steps.count)...max(horizon, asOfYear))
    var lengths = [0.0] + steps
    if lengths.count < years.count, ahead <= 0 { lengths.append(ahead + 1) }
    lengths += Array(repeating: 1, count: max(years.count - lengths.count, 0))
    self.lengths = lengths
    shifts = years.indices.map { $0 == 0 ? min(ahead, 0) : 0 }
  }

  /// The number of years that come before the as-of year.
  package var before: Int { asOfYear - years[0] }
}
