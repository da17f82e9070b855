package import Formulas
package import Simulation
internal import Units

/// One pass of a program over the draws: its inputs' columns and every variable's series.
///
/// Of many draws only the variables that are wanted are kept; another one's are computed once more
/// when it is asked for.
package struct ProgramRun: Sendable {
  /// The plan that was run.
  package let plan: ProgramPlan
  /// The inputs, in the order of the plan.
  package let inputs: [DrawnValues]
  private let draws: Int
  /// True while the inputs are those that the program runs on.
  private let isWhole: Bool
  /// By variable in the order of the compiled model: one column for all years, or one a year; empty
  /// for those that aren't kept.
  private var kept: [[[Double]]]

  /// The compiled formulas.
  package var model: CompiledModel { plan.model }
  /// The modelled years.
  package var years: [Int] { plan.years }

  /// So many bytes of results are kept without asking what for.
  private static let usualBytes = 64 << 20

  /// Draws the inputs, runs the program and sorts its results by variable.
  package init(_ plan: ProgramPlan, over draws: Draws) throws {
    let correlation = plan.correlation
    let positions = correlation.names.compactMap { name in
      plan.inputs.firstIndex { $0.name == name && !$0.isConstant }
    }
    var correlated: [Int: [Double]] = [:]
    if positions.count == correlation.names.count {
      let own = positions.compactMap { plan.inputs[$0].uniforms(from: draws) }
      correlated = Dictionary(
        zip(positions, correlation.correlate(own)), uniquingKeysWith: { _, last in last })
    }
    let inputs = try plan.inputs.indices.map { index in
      try plan.inputs[index].drawn(
        years: plan.years, from: draws,
        at: correlated[index] ?? plan.inputs[index].uniforms(from: draws),
        isCorrelated: positions.contains(index))
    }
    let columns = plan.model.program.outputs.count
    let isMuch = columns * draws.count * MemoryLayout<Double>.stride > Self.usualBytes
    let names = plan.wanted.names
    self.init(
      plan, inputs: inputs, draws: draws.count,
      keeping: isMuch ? { name, _ in names.contains(name) } : nil)
  }

  /// Runs the program on inputs that are drawn already.
  ///
  /// `isWanted` says by name and year, counted from the first, what is kept of the variables; nil for
  /// one that is the same in all years. Without it everything is kept.
  package init(
    _ plan: ProgramPlan, inputs: [DrawnValues], draws: Int,
    keeping isWanted: ((String, Int?) -> Bool)? = nil
  ) {
    self.plan = plan
    self.inputs = inputs
    self.draws = draws
    isWhole = true
    kept = []
    kept = computed(isWanted ?? { _, _ in true })
  }

  /// The series of some variables; empty for the others.
  private func computed(_ isWanted: (String, Int?) -> Bool) -> [[[Double]]] {
    precondition(isWhole, "what a part of a run needs was kept")
    let program = plan.model.program
    let slots = program.inputs.map { slot in
      inputs[slot.input].columns[slot.year ?? 0]
    }
    let columns = plan.machine.run(
      inputs: slots, draws: draws,
      keeping: program.outputs.map { isWanted(plan.model.variables[$0.variable].name, $0.year) })
    var series: [[[Double]]] = plan.model.variables.map { variable in
      Array(repeating: [], count: variable.variesByYear ? plan.years.count : 1)
    }
    for (output, column) in zip(program.outputs, columns) {
      series[output.variable][output.year ?? 0] = column
    }
    return series
  }

  /// The series of a variable at a position: one column for all years, or one a year; columns of a
  /// variable that the program doesn't give are empty.
  package func series(at position: Int) -> [[Double]] {
    if isKept(position) { return kept[position] }
    let wanted = model.variables[position].name
    return computed { name, _ in name == wanted }[position]
  }

  /// Gives the series of all variables at some positions, computing together as many of those that
  /// aren't kept as there is room for.
  package func eachSeries(at positions: [Int], _ give: (Int, [[Double]]) throws -> Void) rethrows {
    let most = max(1, Self.usualBytes / (draws * MemoryLayout<Double>.stride))
    var rest = positions[...]
    while let first = rest.first {
      if isKept(first) {
        try give(first, kept[first])
        rest.removeFirst()
        continue
      }
      var room = most
      let group = Array(
        rest.prefix { position in
          guard !isKept(position) else { return false }
          room -= kept[position].count
          return position == first || room >= 0
        })
      let names = Set(group.map { model.variables[$0].name })
      let series = computed { name, _ in names.contains(name) }
      for position in group { try give(position, series[position]) }
      rest.removeFirst(group.count)
    }
  }

  private func isKept(_ position: Int) -> Bool {
    kept[position].contains { !$0.isEmpty } || draws == 0 || !isGiven(position)
  }

  private func isGiven(_ position: Int) -> Bool {
    model.program.outputs.contains { $0.variable == position }
  }

  /// Lets go of the draws of some variables.
  package mutating func letGo(of names: Set<String>) {
    for (position, variable) in model.variables.enumerated() where names.contains(variable.name) {
      kept[position] = kept[position].map { _ in [] }
    }
  }

  /// The same run without its first years.
  package func without(first count: Int) -> ProgramRun {
    count == 0 ? self : ProgramRun(self, without: count)
  }

  private init(_ other: ProgramRun, without count: Int) {
    var plan = other.plan
    plan.years.removeFirst(count)
    self.plan = plan
    inputs = other.inputs.map { input in
      var input = input
      if input.variesByYear {
        input.columns.removeFirst(count)
        input.sharedNames = Array(input.sharedNames.dropFirst(count))
      }
      return input
    }
    draws = other.draws
    isWhole = false
    kept = other.kept.map { $0.count == 1 ? $0 : Array($0.dropFirst(count)) }
  }

  /// A variable's position in the compiled model.
  package func position(of name: String) -> Int? {
    model.variables.firstIndex { $0.name == name }
  }

  /// A variable's value in every year and draw, in its declared unit times a factor.
  package func yearly(_ name: String, draws: Int, times factor: Double = 1) -> YearlyDraws? {
    guard let position = position(of: name) else { return nil }
    let scale = factor / model.variables[position].unit.scale
    let columns = series(at: position)
    var values: [Double] = []
    values.reserveCapacity(years.count * draws)
    for year in years.indices {
      let column = columns.count == 1 ? columns[0] : columns[year]
      values.append(contentsOf: scale == 1 ? column : column.map { $0 * scale })
    }
    return YearlyDraws(values: values, draws: draws)
  }

  /// A variable's value in every draw of a year, counted from the first, in its declared unit.
  package func column(_ name: String, year: Int) -> [Double]? {
    guard let position = position(of: name) else { return nil }
    let columns = series(at: position)
    let column = columns.count == 1 ? columns[0] : columns[year]
    let scale = 1 / model.variables[position].unit.scale
    return scale == 1 ? column : column.map { $0 * scale }
  }

  /// The path's flows in the study's money; nil where the model lacks one of the three.
  package func flows(draws: Int) -> PathFlows? {
    let money = plan.money
    guard let revenue = yearly("revenue", draws: draws, times: money),
      let contribution = yearly("contribution", draws: draws, times: money),
      let investment = yearly("investment", draws: draws, times: money)
    else { return nil }
    var metrics: [String: YearlyDraws] = [:]
    for name in plan.wanted.metrics { metrics[name] = yearly(name, draws: draws) }
    var levels: [String: [Double]] = [:]
    for (criterion, name) in plan.wanted.levels {
      guard let values = yearly(name, draws: draws) else { continue }
      levels[criterion] = Array(values[year: 0])
    }
    return PathFlows(
      revenue: revenue, contribution: contribution, investment: investment, metrics: metrics,
      levels: levels, claim: claim(draws: draws))
  }

  private func claim(draws: Int) -> YearlyDraws? {
    guard claimed != nil else { return nil }
    var values: [Double] = []
    values.reserveCapacity(years.count * draws)
    for year in years.indices {
      eachClaim(year: year, draws: draws) { values.append($1) }
    }
    return YearlyDraws(values: values, draws: draws)
  }

  /// Gives the share of the market that the company claims in a year, draw by draw; nothing where
  /// the model claims none.
  func eachClaim(year: Int, draws: Int, _ give: (Int, Double) -> Void) {
    guard let (claim, market) = claimed else { return }
    let claims = claim.count == 1 ? claim[0] : claim[year]
    switch market.count == 1 ? market[0] : market[year] {
    case .constant(let value):
      for draw in 0..<draws { give(draw, claims[draw] / value) }
    case .values(let values):
      for draw in 0..<draws { give(draw, claims[draw] / values[draw]) }
    }
  }

  /// The claim's columns and the market's, in base units.
  private var claimed: (claim: [[Double]], market: [Column])? {
    guard let (variable, marketName) = plan.wanted.claim, let position = position(of: variable),
      let market = inputs.first(where: { $0.input.name == marketName })
    else { return nil }
    return (series(at: position), market.columns)
  }
}
