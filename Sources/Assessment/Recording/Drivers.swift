internal import Evaluation
internal import Plan
internal import RunRecord
internal import Scoring

/// The drivers of a result: each input's share of its variance (Method 8.2).
struct Drivers: Sendable {
  private struct Varying: Sendable {
    var record: InputRecord
    var levels: LevelSource
    /// Nil where the levels aren't kept: then they are laid out when they are asked for.
    var keptBins: LevelBins?
    var valueAtUniform: (@Sendable (Double) -> Double)?
    var isChance: Bool
    var steps: [Double]?

    init?(_ input: ProjectedInput) {
      guard let levels = input.levels else { return nil }
      record = input.record
      self.levels = levels
      valueAtUniform = input.valueAtUniform
      isChance = input.isChance
      steps = input.steps
      keptBins = levels.isKept ? LevelBins(input) : nil
    }

    var bins: LevelBins { keptBins ?? LevelBins(levels.values, steps) }
  }

  /// The share of a result that each varying input explains, nil where none of it can.
  struct Shares {
    fileprivate var result: [Double]
    fileprivate var byInput: [Double?]
  }

  private var inputs: [Varying]
  private var all: [InputRecord]

  init(inputs: [ProjectedInput]) {
    all = inputs.map(\.record)
    self.inputs = inputs.compactMap(Varying.init)
  }

  /// Adds the inputs of others, those left out whose names stand here already.
  mutating func add(_ other: Drivers) {
    let known = Set(all.map(\.name))
    all += other.all.filter { !known.contains($0.name) }
    inputs += other.inputs.filter { !known.contains($0.record.name) }
  }

  /// Explains a result, one value a draw.
  func shares(of result: [Double]) -> Shares {
    let explained = ExplainedResult(result)
    return Shares(
      result: result,
      byInput: inputs.map { FirstOrderShare.share(of: explained, by: $0.bins) })
  }

  /// The inputs by share, largest first; shares that are noise are left out.
  func ranked(_ shares: Shares) -> [DriverRecord] {
    let result = shares.result
    let found = zip(inputs, shares.byInput).compactMap { input, share -> DriverRecord? in
      guard let share, share >= 0.01 else { return nil }
      let ends = DecileMeans(of: result, levels: input.levels.values)
      return DriverRecord(
        name: input.record.name, title: input.record.title, kind: input.record.kind,
        share: share, value: input.record.values.last, low: ends.low, high: ends.high)
    }
    return found.sorted { ($1.share, $0.name) < ($0.share, $1.name) }
  }

  /// The division of the inputs into facts and assumptions, and the part of the result that rests
  /// on each.
  func evidence(
    completeness: Double, _ shares: Shares, by scale: JudgementScale
  ) -> EvidenceRecord {
    let shares = Dictionary(
      zip(inputs.map(\.record.name), shares.byInput), uniquingKeysWith: { $1 })
    let assumption = AssumptionShare(
      // What is computed from other companies' stories is no input of its own.
      all.filter { $0.kind != .calculation }.map {
        (share: shares[$0.name] ?? nil, isAssumption: $0.kind.isAssumed)
      })
    return EvidenceRecord(
      completeness: completeness,
      level: EvidenceLevel(
        Completeness(
          completeness, thinBelow: scale.evidence.thinBelow,
          solidAbove: scale.evidence.solidAbove)),
      facts: all.count { $0.kind == .fact }, estimates: all.count { $0.kind == .estimate },
      assumptions: all.count { $0.kind == .assumption || $0.kind == .override },
      assumptionShare: assumption.share,
      mostlyAssumption: assumption.isMostlyAssumption(
        variance: scale.assumptions.variance, count: scale.assumptions.inputs))
  }

  /// P(event) in the lowest and highest tenth of the input that moves it most, among those that
  /// research can settle.
  func band(of event: [Double], drivers: [DriverRecord]) -> AssumptionBand? {
    guard let first = drivers.first(where: { !isChance($0.name) }), let low = first.low,
      let high = first.high
    else { return nil }
    return AssumptionBand(
      input: first.name, title: first.title, low: min(low, high), high: max(low, high))
  }

  /// The value that each of the strongest inputs would need for the event to have a probability.
  func beliefs(
    event: [Double], target: Double, drivers: [DriverRecord], most: Int
  ) -> [BeliefRecord] {
    drivers.filter { !isChance($0.name) }.prefix(most).compactMap { driver in
      guard let input = inputs.first(where: { $0.record.name == driver.name }) else { return nil }
      let belief = Belief(event: event, levels: input.levels.values, target: target)
      return BeliefRecord(
        input: driver.name, title: driver.title, unit: input.record.unit,
        direction: belief.direction.map(BeliefDirection.init),
        needed: belief.level.flatMap { input.valueAtUniform?(min(max($0, 1e-6), 1 - 1e-6)) },
        percentile: belief.level.map { 100 * $0 }, best: belief.best ?? 0)
    }
  }

  /// Inputs that are chance by nature: no research settles them.
  private func isChance(_ name: String) -> Bool {
    inputs.contains { $0.isChance && $0.record.name == name }
  }
}

extension LevelBins {
  /// The bins of an input that varies: one a value where it has few.
  init(_ input: ProjectedInput) { self.init(input.uniforms ?? [], input.steps) }

  init(_ levels: [Double], _ steps: [Double]?) {
    if let steps {
      self.init(levels: levels, steps: steps)
    } else {
      self.init(levels: levels)
    }
  }
}

extension EvidenceLevel {
  /// The word for a completeness, for the record.
  init(_ completeness: Completeness) {
    switch completeness {
    case .thin: self = .thin
    case .fair: self = .fair
    case .solid: self = .solid
    }
  }
}

extension BeliefDirection {
  /// The side of a belief, for the record.
  init(_ direction: Belief.Direction) {
    switch direction {
    case .atLeast: self = .atLeast
    case .atMost: self = .atMost
    }
  }
}
