package import Formulas
package import Simulation
internal import Units

/// One pass of a program over the draws: its inputs' columns and every variable's series.
package struct ProgramRun: Sendable {
  /// The plan that was run.
  package let plan: ProgramPlan
  /// The inputs, in the order of the plan.
  package let inputs: [DrawnValues]
  /// By variable in the order of the compiled model: one column for all years, or one a year.
  package let series: [[[Double]]]

  /// The compiled formulas.
  package var model: CompiledModel { plan.model }
  /// The modelled years.
  package var years: [Int] { plan.years }

  /// Draws the inputs, runs the program and sorts its results by variable.
  package init(_ plan: ProgramPlan, over draws: Draws) throws {
    var own = plan.inputs.map { $0.uniforms(from: draws) }
    let correlation = plan.correlation
    let positions = correlation.names.compactMap { name in
      plan.inputs.firstIndex { $0.name == name && !$0.isConstant }
    }
    if positions.count == correlation.names.count {
      let correlated = correlation.correlate(positions.compactMap { own[$0] })
      for (position, column) in zip(positions, correlated) { own[position] = column }
    }
    let inputs = try plan.inputs.indices.map { index in
      try plan.inputs[index].drawn(
        years: plan.years, from: draws, at: own[index],
        isCorrelated: positions.contains(index))
    }
    self.init(plan, inputs: inputs, draws: draws.count)
  }

  /// Runs the program on inputs that are drawn already.
  package init(_ plan: ProgramPlan, inputs: [DrawnValues], draws: Int) {
    let program = plan.model.program
    let slots = program.inputs.map { slot in
      inputs[slot.input].columns[slot.year ?? 0]
    }
    let columns = plan.machine.run(inputs: slots, draws: draws)
    var series: [[[Double]]] = plan.model.variables.map { variable in
      Array(repeating: [], count: variable.variesByYear ? plan.years.count : 1)
    }
    for (output, column) in zip(program.outputs, columns) {
      series[output.variable][output.year ?? 0] = column
    }
    self.plan = plan
    self.inputs = inputs
    self.series = series
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
    series = other.series.map { $0.count == 1 ? $0 : Array($0.dropFirst(count)) }
  }

  /// A variable's position in the compiled model.
  package func position(of name: String) -> Int? {
    model.variables.firstIndex { $0.name == name }
  }

  /// A variable's value in every year and draw, in its declared unit times a factor.
  package func yearly(_ name: String, draws: Int, times factor: Double = 1) -> YearlyDraws? {
    guard let position = position(of: name) else { return nil }
    let scale = factor / model.variables[position].unit.scale
    let columns = series[position]
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
    let columns = series[position]
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
    return (series[position], market.columns)
  }
}
