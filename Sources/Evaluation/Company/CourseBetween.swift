internal import Formulas
internal import Plan
internal import Simulation

/// A company's course between the middles of its years: what a report on any months will show, draw
/// by draw.
///
/// The model goes from the state of today to the middle of each year. Between two of these points
/// the log of the yearly rate lies on the straight line, with the noise that a part of a step has by
/// the model's own law: a part u of a step of h has the noise of a year times (u h)^p, p being
/// `partial_year_power`. That is the law of fractional Brownian motion, whose distance from the line
/// between two known ends has the variance that `bridge` gives (B. B. Mandelbrot, J. W. Van Ness,
/// Fractional Brownian motions, SIAM Review 10, 1968). Cost over revenue lies between its points
/// likewise. Times are in years.
package struct CourseBetween: Sendable {
  /// The variables that a run has to keep beside the outputs.
  static let variables: Set<String> = [
    "log_level", "trend_now", "growth_scale", "cost_scale", "swings",
  ]

  private let run: ProgramRun
  /// The time of each point: the state's own, then the middles of years.
  private let times: [Double]
  /// The years that come before that of the as-of day.
  private let before: Int
  private let asOf: Double
  private let draws: Int
  private let power: Double

  /// Nil where the file lacks one of the variables.
  init?(_ run: ProgramRun, state: Double, _ timeline: CompanyTimeline, _ draws: Draws) {
    guard Self.variables.allSatisfy({ run.position(of: $0) != nil }) else { return nil }
    self.run = run
    var time = state
    times = timeline.lengths.map { length in
      time += length
      return time
    }
    before = timeline.before
    asOf = Double(timeline.asOfYear) + timeline.elapsed
    self.draws = draws.count
    power =
      run.inputs.first { $0.input.name == "partial_year_power" }?.columns.first?.value(in: 0) ?? 1
  }

  /// The variance of a bridge over the noise of its whole step, at a part of it: with exponent p,
  /// u^2p - u (u^2p + 1 - (1 - u)^2p) + u², about a straight line.
  package static func bridge(at part: Double, power: Double) -> Double {
    guard part > 0, part < 1 else { return 0 }
    let own = Elementary.pow(part, 2 * power)
    let withEnd = (own + 1 - Elementary.pow(1 - part, 2 * power)) / 2
    return max(own - 2 * part * withEnd + part * part, 0)
  }

  // MARK: Revenue and result

  /// Log of revenue a year in US dollars at a time, one value a draw.
  ///
  /// Before the state it goes back along the trend of today, as the model's first year does.
  ///
  /// - Parameters:
  ///   - time: The time.
  ///   - noise: Standard normal draws.
  /// - Returns: The logs.
  package func logRate(at time: Double, noise: [Double]) -> [Double] {
    let step = step(to: time)
    guard let next = step.next else {
      let back = time - times[step.index]
      let trend = column("trend_now", step.index)
      return zip(column("log_level", step.index), trend).map { $0 + $1 * back }
    }
    let (first, second) = (column("log_level", step.index), column("log_level", next))
    let scale = column("growth_scale", next)
    return (0..<draws).map { draw in
      first[draw] + step.part * (second[draw] - first[draw])
        + scale[draw] * step.width * noise[draw]
    }
  }

  /// The operating margin at a time, with what the paths add, one value a draw.
  package func margin(at time: Double, noise: [Double]) -> [Double] {
    let step = step(to: time)
    let first = margins(step.index)
    guard let next = step.next else { return first }
    let (second, scale) = (margins(next), column("cost_scale", next))
    return (0..<draws).map { draw in
      let margin = first[draw] + step.part * (second[draw] - first[draw])
      // The noise is one of cost.
      return 1 - (1 - margin) * Elementary.exp(scale[draw] * step.width * noise[draw])
    }
  }

  private func margins(_ index: Int) -> [Double] {
    zip(column("result", index), column("revenue", index)).map { $0 / $1 }
  }

  /// Where a time lies: after which point, how far to the next, and the noise there over a year's.
  private func step(to time: Double) -> (index: Int, next: Int?, part: Double, width: Double) {
    let index = times.lastIndex { $0 <= time + 1e-9 } ?? 0
    guard time >= times[0], index + 1 < times.count else { return (index, nil, 0, 0) }
    let length = times[index + 1] - times[index]
    let part = (time - times[index]) / length
    let width =
      Elementary.pow(length, power) * Self.bridge(at: part, power: power).squareRoot()
    return (index, index + 1, part, width)
  }

  // MARK: Money

  /// Cash at a time in US dollars, one value a draw; what ran out is nothing.
  ///
  /// Before the as-of day it is the newest balance and the flow since, as `cash_today` is; after it
  /// the straight line between the ends of a year, with a round on a day of the year that is as
  /// likely as any other. On either side it swings, as it does within the model's years.
  ///
  /// - Parameters:
  ///   - time: The time.
  ///   - balance: The day of the newest balance.
  ///   - money: What came in between the time and the as-of day, in US dollars.
  ///   - debt: What `cash_today` is less, since it isn't rolled over, in US dollars.
  ///   - noise: Standard normal draws.
  ///   - round: Uniform draws of the day of a round.
  /// - Returns: The cash.
  package func cash(
    at time: Double, balance: Double, money: Double, debt: Double, noise: [Double],
    round: [Double]
  ) -> [Double] {
    let today = column("cash_today", before)
    if time <= asOf {
      let flow = column("cash_flow", before)
      let swing = yearlySwings
      let width = max(time - balance, 0).squareRoot()
      return (0..<draws).map { draw in
        let cash = today[draw] - flow[draw] * (asOf - time) - money + debt
        return max(cash + swing[draw] * width * noise[draw], 0)
      }
    }
    guard let place = place(of: time) else { return Array(repeating: .nan, count: draws) }
    let (index, part) = place
    let start = index == before ? today : column("cash", index - 1)
    let (end, raised) = (column("cash", index), column("raised", index))
    let swings = column("swings", index)
    let width = (part * (1 - part)).squareRoot()
    return (0..<draws).map { draw in
      let drift = end[draw] - raised[draw] - start[draw]
      let paid = round[draw] <= part ? raised[draw] : 0
      let cash = start[draw] + part * drift + paid + debt
      return max(cash + swings[draw] * width * noise[draw], 0)
    }
  }

  /// Money raised from the as-of day to a time in US dollars, one value a draw.
  package func raised(by time: Double, round: [Double]) -> [Double] {
    guard let (index, part) = place(of: time) else { return Array(repeating: .nan, count: draws) }
    let last = column("raised", index)
    var sum = (0..<draws).map { round[$0] <= part ? last[$0] : 0 }
    for earlier in before..<index {
      for (draw, amount) in column("raised", earlier).enumerated() { sum[draw] += amount }
    }
    return sum
  }

  /// The year that holds a time, and how much of what is ahead of it is over by then.
  private func place(of time: Double) -> (index: Int, part: Double)? {
    let year = Int((time - 1e-9).rounded(.down))
    let first = Int((asOf - 1e-9).rounded(.down))
    let index = before + year - first
    guard index >= before, index < run.years.count else { return nil }
    let start = max(asOf, Double(year))
    let length = Double(year + 1) - start
    return (index, length > 0 ? (time - start) / length : 1)
  }

  /// The standard deviation of the swings of cash in a year: of the first year they are of the part
  /// that is ahead.
  private var yearlySwings: [Double] {
    let share = Double(Int((asOf - 1e-9).rounded(.down)) + 1) - asOf
    if share > 0.01 {
      return column("swings", before).map { $0 / share.squareRoot() }
    }
    return before + 1 < run.years.count
      ? column("swings", before + 1) : Array(repeating: 0, count: draws)
  }

  // MARK: Columns

  private func column(_ name: String, _ index: Int) -> [Double] {
    run.column(name, year: index) ?? Array(repeating: .nan, count: draws)
  }
}
