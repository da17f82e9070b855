internal import Diagnostics
internal import Evaluation
internal import Facts
internal import RunRecord
internal import Scoring
internal import Simulation
internal import Threads

/// Finds what it takes for one company to reach a goal.
///
/// The run's own draws say which inputs the goal hangs on (Method 8.6); each of those is then tried by
/// running again, and halved down to the least change that does it.
struct GoalSearch: Sendable {
  let bench: ChangeBench
  let goal: Goal
  /// The changes that hold in any case.
  let changes: [StudyChange]
  /// The company with those changes made.
  let base: CompanySide
  let crew: Crew

  /// The percentiles within which an input may be: farther out nobody would believe it.
  private static let ends = (low: 0.01, high: 0.99)
  /// Within a quarter of a percentile.
  private static let halvings = 8
  private static let mostLevers = 10
  private static let mostOfPairs = 6
  private static let mostPairs = 4

  /// What it takes.
  ///
  /// - Throws: `DiagnosticError` for an input that can't be drawn from.
  func company() throws -> GoalRecord.Company {
    let company = base.company
    let number = goal.number(of: base)
    try goal.check(base)
    var record = GoalRecord.Company(
      id: company.id, names: LocalizedText(company.names), base: number,
      censoredAt: goal.measure == .runway ? base.outcome?.censoredAt : nil,
      reason: number == nil ? base.standing.reason ?? Reason(.noDraw) : nil,
      isMet: goal.isMet(by: number))
    guard let number, !record.isMet else { return record }
    let levers = base.levers(for: goal, bench.catalogue, most: Self.mostLevers)
    record.tried = levers.count
    let ends = try crew.map(levers.count) { try self.ends(of: levers[$0]) }
    let reached = try crew.map(levers.count) { index in
      try self.least([(levers[index], ends[index])], along: [1])
    }
    record.single = reached.compactMap(\.self).sorted { $0.distance < $1.distance }
    if record.single.isEmpty {
      record.nearest = zip(levers, ends).filter { goal.isBetter($1.number, than: number) }
        .max { goal.isBetter($1.1.number, than: $0.1.number) }
        .map { way([($0, $1.level)], $1.number) }
    }
    record.pair = try pair(zip(levers, ends).map { ($0, $1) })
    return record
  }

  /// The end of an input's range at which the goal is nearest, and the number there.
  private struct End: Sendable {
    var level: Double
    var number: Double
    /// The side of the median on which it lies.
    var sign: Double { level < 0.5 ? -1 : 1 }
  }

  private typealias Pull = (lever: GoalLever, end: End)

  private func ends(of lever: GoalLever) throws -> End {
    let both = try [Self.ends.low, Self.ends.high].map { level in
      End(level: level, number: try number([(lever, level)]))
    }
    return goal.isBetter(both[0].number, than: both[1].number) ? both[0] : both[1]
  }

  // MARK: Pairs

  /// The most plausible pair among inputs that gain most together.
  private func pair(_ pulls: [Pull]) throws -> GoalRecord.Way? {
    let base = goal.number(of: base) ?? 0
    func gain(_ pull: Pull) -> Double {
      goal.isAtLeast ? pull.end.number - base : base - pull.end.number
    }
    let telling = Array(
      pulls.filter { gain($0) > 0 }.sorted { gain($0) > gain($1) }.prefix(Self.mostOfPairs))
    var pairs: [(gain: Double, pulls: [Pull])] = []
    for (place, first) in telling.enumerated() {
      for second in telling.dropFirst(place + 1) {
        pairs.append((gain(first) + gain(second), [first, second]))
      }
    }
    let best = pairs.sorted { $0.gain > $1.gain }.prefix(Self.mostPairs)
    // Alike, and one of them twice as far as the other.
    let directions: [[Double]] = [[1, 1], [2, 1], [1, 2]]
    let ways = try crew.map(best.count * directions.count) { index in
      try least(
        best[index / directions.count].pulls, along: directions[index % directions.count])
    }
    return ways.compactMap(\.self).min { $0.distance < $1.distance }
  }

  // MARK: Trying

  /// The least step from the medians, along a direction of normal scores, that reaches the goal; nil
  /// where the end of the range doesn't.
  private func least(_ pulls: [Pull], along weights: [Double]) throws -> GoalRecord.Way? {
    let farthest = Elementary.normalQuantile(Self.ends.high) / (weights.max() ?? 1)
    func levels(_ step: Double) -> [(GoalLever, Double)] {
      zip(pulls, weights).map { pull, weight in
        (pull.lever, Elementary.normalCDF(pull.end.sign * step * weight))
      }
    }
    var best = try number(levels(farthest))
    guard goal.isMet(by: best) else { return nil }
    var (low, high) = (0.0, farthest)
    for _ in 0..<Self.halvings {
      let middle = (low + high) / 2
      let found = try number(levels(middle))
      if goal.isMet(by: found) { (high, best) = (middle, found) } else { low = middle }
    }
    return way(levels(high), best)
  }

  /// The number of the company with some inputs at some percentiles; as far from the goal as can be
  /// where there is none.
  private func number(_ levels: [(lever: GoalLever, level: Double)]) throws -> Double {
    let moved = levels.map { lever, level in
      StudyChange(
        effect: .inputs(lever.changes(at: level)), paths: paths(of: lever),
        record: ChangeRecord(text: lever.name, kind: .input, name: lever.name, new: ""))
    }
    let pair = try bench.changed(by: changes + moved).pair(base)
    return goal.number(of: pair.new) ?? (goal.isAtLeast ? -.infinity : .infinity)
  }

  private func paths(of lever: GoalLever) -> [String] {
    bench.catalogue.find(lever.name)?.entries.map(\.model) ?? []
  }

  private func way(
    _ levels: [(lever: GoalLever, level: Double)], _ reached: Double
  ) -> GoalRecord.Way {
    GoalRecord.Way(
      inputs: levels.map { $0.lever.input(at: $0.level) },
      changes: levels.flatMap { lever, level in
        lever.changes(at: level).map { "\($0.name)\($0.operation.rawValue)\($0.text)" }
      },
      distance: levels.map { Elementary.normalQuantile($0.level) }
        .reduce(0) { $0 + $1 * $1 }.squareRoot(),
      reached: reached)
  }
}
