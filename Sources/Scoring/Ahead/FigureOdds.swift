internal import Simulation

/// What becomes of a company by what a report will show: its draws in the order of the figure.
///
/// Draws in which the figure or the state isn't known are left out.
package struct FigureOdds: Sendable {
  /// The figure in every draw that counts, ascending.
  package let figures: [Double]
  /// The states of these draws; nothing of a company without odds.
  package let states: [OutcomeState]

  /// A part of the draws, by where the figure lies.
  package struct Branch: Hashable, Sendable {
    /// The least value of the figure; nil for the lowest branch.
    package let low: Double?
    /// The value below which it lies; nil for the highest branch.
    package let high: Double?
    /// The share of the draws.
    package let chance: Double
    /// What becomes of the company there; nil without odds or without draws.
    package let shares: StateShares?
  }

  /// A value of the figure at which what is said of the company changes.
  package struct Flip<Group: Hashable & Sendable>: Hashable, Sendable {
    /// The value.
    package let at: Double
    /// What is said below it.
    package let below: Group
    /// What is said from it on.
    package let above: Group
  }

  /// Sorts draws; nil where none is known.
  ///
  /// - Parameters:
  ///   - figures: What the report shows in each draw.
  ///   - states: The state of each; nothing of a company without odds.
  package init?(_ figures: [Double], states: [OutcomeState?]) {
    precondition(states.isEmpty || states.count == figures.count)
    let known = figures.indices.filter {
      figures[$0].isFinite && (states.isEmpty || states[$0] != nil)
    }
    guard !known.isEmpty else { return nil }
    // Equals stay in the order of the draws, so that no sort decides.
    let order = known.sorted { (figures[$0], $0) < (figures[$1], $1) }
    self.figures = order.map { figures[$0] }
    self.states = states.isEmpty ? [] : order.compactMap { states[$0] }
  }

  /// The value below which a share of the draws lies, between neighbours in a straight line.
  package func quantile(_ share: Double) -> Double {
    let place = share * Double(figures.count - 1)
    let index = min(Int(place), figures.count - 1)
    let next = min(index + 1, figures.count - 1)
    let (low, high) = (figures[index], figures[next])
    return low == high ? low : low + (place - Double(index)) * (high - low)
  }

  /// The share of draws below a value, those that equal it counting half.
  package func level(of value: Double) -> Double {
    let below = count(below: value)
    let equal = count(upTo: value) - below
    return (Double(below) + Double(equal) / 2) / Double(figures.count)
  }

  /// What becomes of the company over all draws; nil without odds.
  package var prior: StateShares? { shares(0..<figures.count) }

  // MARK: Branches

  /// The draws parted at some values, which are cut off where they leave nothing on a side.
  ///
  /// The chances sum to 1, and the shares of the branches, weighed by them, are those of all draws.
  package func branches(at bounds: [Double]) -> [Branch] {
    let bounds = Set(bounds).sorted().filter {
      let below = count(below: $0)
      return below > 0 && below < figures.count
    }
    let places = [0] + bounds.map { count(below: $0) } + [figures.count]
    return places.indices.dropLast().map { index in
      let part = places[index]..<places[index + 1]
      return Branch(
        low: index == 0 ? nil : bounds[index - 1],
        high: index == bounds.count ? nil : bounds[index],
        chance: Double(part.count) / Double(figures.count), shares: shares(part))
    }
  }

  /// Values that part the draws into about thirds, rounded to what people say.
  ///
  /// A natural value, such as a result of zero, is one of them where a twentieth or more of the draws
  /// lies on either side; the larger side is then parted in halves.
  package func bounds(natural: Double?) -> [Double] {
    guard let natural else { return [rounded(quantile(1.0 / 3)), rounded(quantile(2.0 / 3))] }
    let below = Double(count(below: natural)) / Double(figures.count)
    guard below >= 0.05, below <= 0.95 else {
      return [rounded(quantile(1.0 / 3)), rounded(quantile(2.0 / 3))]
    }
    let other = below > 0.5 ? below / 2 : below + (1 - below) / 2
    return [natural, rounded(quantile(other))].sorted()
  }

  /// A value to a step that is a fortieth of the spread or less: 1 or 5 of a digit.
  package func rounded(_ value: Double) -> Double {
    let least = (quantile(0.95) - quantile(0.05)) / 40
    guard least > 0, least.isFinite else { return value }
    let exponent = Int(Elementary.log10(least).rounded(.down))
    // Tens are exact and tenths aren't: dividing by one gives the nearest number to what is written.
    let power = (0..<abs(exponent)).reduce(1.0) { power, _ in power * 10 }
    let step: Double = least >= 5 * (exponent < 0 ? 1 / power : power) ? 5 : 1
    return exponent < 0
      ? (value * power / step).rounded() * step / power
      : (value / power / step).rounded() * step * power
  }

  // MARK: Thresholds

  /// The values at which what is said of the company changes, ascending.
  ///
  /// At each value a thirty-second of the draws speaks, half of it on either side, in steps of a
  /// quarter of that: enough draws for an error of two points of 16,384, and few enough that odds
  /// don't bend within them. A group is told where it is somewhere clearer than three times the error
  /// of its share; between two that are told the value lies in the middle.
  ///
  /// - Parameter group: What is said by some shares, and how far the share that decides is from where
  ///   something else would be said.
  /// - Returns: The values.
  package func flips<Group: Hashable>(
    _ group: (StateShares) -> (group: Group, margin: Double)
  ) -> [Flip<Group>] {
    let width = max(states.count / 32, 1)
    let step = max(width / 4, 1)
    guard states.count > 2 * width else { return [] }
    var runs: [(group: Group, first: Int, last: Int, margin: Double)] = []
    for start in stride(from: 0, through: states.count - width, by: step) {
      guard let shares = shares(start..<start + width) else { continue }
      let (found, margin) = group(shares)
      let middle = start + width / 2
      if let last = runs.last, last.group == found {
        runs[runs.count - 1].last = middle
        runs[runs.count - 1].margin = max(last.margin, margin)
      } else {
        runs.append((found, middle, middle, margin))
      }
    }
    // The error of a share of a half, which no share exceeds.
    let error = 0.5 / Double(width).squareRoot()
    var told: [(group: Group, first: Int, last: Int)] = []
    for run in runs where run.margin >= 3 * error {
      if told.last?.group == run.group {
        told[told.count - 1].last = run.last
      } else {
        told.append((run.group, run.first, run.last))
      }
    }
    return zip(told, told.dropFirst()).map { below, above in
      Flip(
        at: rounded(figures[(below.last + above.first) / 2]), below: below.group,
        above: above.group)
    }
  }

  /// By how much the figure is likely to move the odds of breaking even first: the standard
  /// deviation of the odds once it is known, from bins of equal size (the share of the first order,
  /// times the variance of the event); nil without odds.
  package var movement: Double? {
    guard let odds = prior?.brokeEven else { return nil }
    let count = Double(states.count)
    let bins = LevelBins(levels: states.indices.map { (Double($0) + 0.5) / count })
    let event = states.map { $0 == .brokeEven ? 1.0 : 0.0 }
    guard let share = FirstOrderShare.share(of: event, by: bins) else { return 0 }
    return (max(share, 0) * odds * (1 - odds)).squareRoot()
  }

  // MARK: Counting

  private func shares(_ part: Range<Int>) -> StateShares? {
    guard !states.isEmpty, !part.isEmpty else { return nil }
    var counts = [0.0, 0, 0, 0]
    for state in states[part] { counts[Int(state.rawValue)] += 1 }
    return StateShares(weights: counts)
  }

  private func count(below value: Double) -> Int { place { $0 < value } }
  private func count(upTo value: Double) -> Int { place { $0 <= value } }

  /// How many figures a test holds for, which holds for none after the first that fails.
  private func place(_ holds: (Double) -> Bool) -> Int {
    var (low, high) = (0, figures.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(figures[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
