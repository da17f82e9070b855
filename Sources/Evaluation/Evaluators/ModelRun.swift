package import Formulas
internal import Diagnostics
internal import RunRecord
package import Simulation
internal import Threads
internal import Units

/// One pass of a compiled model over the draws: its inputs' columns and every variable's series.
package struct ModelRun: Sendable {
  package let compiled: CompiledModel
  package let years: [Int]
  package let inputs: [Input]
  /// By variable in the order of `compiled.variables`: one column for all years, or one a year.
  package let series: [[[Double]]]

  package struct Input: Sendable {
    package var resolved: ResolvedInput
    package var draws: InputDraws
  }

  /// Draws the inputs, runs the program and sorts its results by variable.
  package init(
    compiled: CompiledModel, machine: BlockMachine, inputs resolved: [ResolvedInput],
    correlation: RankCorrelation, years: [Int], draws: Draws
  ) throws {
    var own = draws.crew.map(resolved.count) { resolved[$0].levels(from: draws) }
    let positions = correlation.names.compactMap { name in
      resolved.firstIndex { $0.name == name && !$0.isConstant }
    }
    if positions.count == correlation.names.count {
      let correlated = correlation.correlate(positions.compactMap { own[$0] })
      for (position, column) in zip(positions, correlated) { own[position] = column }
    }
    let inputs = try draws.crew.map(resolved.count) { [levels = own] index in
      let draws = try resolved[index].values(
        years: years, draws: draws, levels: levels[index], isCorrelated: positions.contains(index))
      return Input(resolved: resolved[index], draws: draws)
    }
    self.init(
      compiled: compiled, machine: machine, inputs: inputs, years: years, draws: draws.count)
  }

  /// Runs the program on inputs that are drawn already.
  package init(
    compiled: CompiledModel, machine: BlockMachine, inputs: [Input], years: [Int], draws: Int
  ) {
    let slots = compiled.program.inputs.map { slot in
      inputs[slot.input].draws.columns[slot.year ?? 0]
    }
    let columns = machine.run(inputs: slots, draws: draws)
    var series: [[[Double]]] = compiled.variables.map { variable in
      Array(repeating: [], count: variable.variesByYear ? years.count : 1)
    }
    for (output, column) in zip(compiled.program.outputs, columns) {
      series[output.variable][output.year ?? 0] = column
    }
    self.compiled = compiled
    self.years = years
    self.inputs = inputs
    self.series = series
  }

  private init(_ other: ModelRun, without count: Int) {
    compiled = other.compiled
    years = Array(other.years.dropFirst(count))
    inputs = other.inputs.map { input in
      var input = input
      if input.draws.variesByYear { input.draws.columns.removeFirst(count) }
      return input
    }
    series = other.series.map { $0.count == 1 ? $0 : Array($0.dropFirst(count)) }
  }

  /// The same run without its first years.
  func without(first count: Int) -> ModelRun {
    count == 0 ? self : ModelRun(self, without: count)
  }

  /// A variable's position among `compiled.variables`.
  package func position(of name: String) -> Int? {
    compiled.variables.firstIndex { $0.name == name }
  }

  /// A variable's value in every year and draw, in its declared unit.
  package func yearly(_ name: String, draws: Int) -> YearlyDraws? {
    guard let position = position(of: name) else { return nil }
    let scale = 1 / compiled.variables[position].unit.scale
    let columns = series[position]
    var values: [Double] = []
    values.reserveCapacity(years.count * draws)
    for year in years.indices {
      let column = columns.count == 1 ? columns[0] : columns[year]
      values.append(contentsOf: scale == 1 ? column : column.map { $0 * scale })
    }
    return YearlyDraws(values: values, draws: draws)
  }
}
