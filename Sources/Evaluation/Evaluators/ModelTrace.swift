package import Plan
package import RunRecord
internal import Diagnostics
internal import Formulas
internal import Simulation
internal import Units

/// The tree behind a model's outputs: what was computed from what, with the values.
package struct ModelTrace: Sendable {
  let run: ProgramRun
  let file: ModelFile
  /// The inputs' records, in the order of the run's inputs.
  let records: [InputRecord]
  let draws: Draws

  /// Makes the trace of a run over draws.
  package init(of run: ProgramRun, file: ModelFile, records: [InputRecord], draws: Draws) {
    self.run = run
    self.file = file
    self.records = records
    self.draws = draws
  }

  /// The inputs' records with their values filled in.
  package func inputs() -> [ProjectedInput] {
    zip(records, run.inputs).map { $0.projected($1, years: run.years, draws: draws) }
  }

  /// One node a variable and output, in order of computation, then one an input.
  package func nodes(inputs: [ProjectedInput]) -> [TraceNode] {
    let variables = run.model.variables.indices.sorted {
      run.model.variables[$0].orderOfComputation < run.model.variables[$1].orderOfComputation
    }
    var nodes: [Int: TraceNode] = [:]
    var last: [Int: [Double]] = [:]
    run.eachSeries(at: variables) { position, series in
      nodes[position] = node(ofVariable: position, series)
      last[position] = series.last
    }
    let columns = lastColumns(last)
    let ofVariables = variables.compactMap { position -> TraceNode? in
      nodes[position]?.children = childrenByWeight(of: position, columns)
      return nodes[position]
    }
    return ofVariables + inputs.map { node(of: $0.record) }
  }

  /// The nodes' estimates of some variables year by year; of those alone that are computed in
  /// their declared units, whose draws are what was summarised.
  package func estimates(
    of names: [String], among nodes: [TraceNode]
  ) -> [String: [Estimate?]] {
    var estimates: [String: [Estimate?]] = [:]
    for name in names {
      guard let position = run.position(of: name),
        run.model.variables[position].unit.scale == 1,
        let values = nodes.first(where: { $0.name == name && $0.kind == .formula })?.values
      else { continue }
      let variesByYear = run.model.variables[position].variesByYear
      estimates[name] = run.years.map { variesByYear ? values[$0] : values.constant }
    }
    return estimates
  }

  /// A variable's node without its children, by its columns.
  private func node(ofVariable position: Int, _ series: [[Double]]) -> TraceNode {
    let variable = run.model.variables[position]
    let source = (file.variables + file.outputs).first { $0.declaration.name == variable.name }
    let unit = UnitName(variable.unit.text)
    let summaries = Summary.summaries(of: series)
    let years = variable.variesByYear ? run.years : nil
    return TraceNode(
      name: variable.name, title: source?.title, kind: .formula, unit: unit,
      formula: source?.declaration.formulaText,
      values: YearlyValues(
        summaries.map { $0.estimate(unit: unit, scale: 1 / variable.unit.scale) }, years: years),
      flagged: YearlyValues(flagged: summaries.map(\.flagged), years: years),
      children: [],
      place: source.flatMap { place(line: $0.declaration.location?.line) })
  }

  private func node(of input: InputRecord) -> TraceNode {
    TraceNode(
      name: input.name, title: input.title, kind: TraceKind(input.kind), unit: input.unit,
      formula: nil, values: input.values, flagged: nil,
      children: children(of: input), place: input.place)
  }

  /// What an input comes from: a contest from its odds and places, room from the shared market.
  ///
  /// The claim that there is room for isn't among them, since it comes from the room itself.
  private func children(of input: InputRecord) -> [String] {
    guard let declared = file.inputs.first(where: { $0.name == input.name }) else { return [] }
    if case .room = declared.scope, input.kind == .calculation {
      return file.sharedMarket.map { [$0.market] } ?? []
    }
    return declared.contested
  }

  private func place(line: Int?) -> String? {
    line.map { "\(file.relativeFile):\($0)" }
  }

  /// The names that a variable is computed from, most telling first: by the square of the
  /// correlation with it in the last year.
  private func childrenByWeight(
    of position: Int, _ columns: [String: CorrelatedColumn]
  ) -> [String] {
    let name = run.model.variables[position].name
    guard let parent = columns[name] else { return [] }
    let children = run.model.variables[position].dependencies.filter { $0 != name }
    let varying = children.filter { columns[$0] != nil }
    let weights = Dictionary(
      zip(varying, squaredCorrelations(of: parent, with: varying.compactMap { columns[$0] })),
      uniquingKeysWith: { first, _ in first })
    let weighted = children.enumerated().map { order, name in
      (name: name, order: order, weight: weights[name])
    }
    return weighted.sorted {
      ($1.weight ?? -1, $0.order) < ($0.weight ?? -1, $1.order)
    }.map(\.name)
  }

  /// The last year of every variable and of every input that varies.
  private func lastColumns(_ last: [Int: [Double]]) -> [String: CorrelatedColumn] {
    var names: [String] = []
    var columns: [[Double]] = []
    for input in run.inputs {
      guard case .values(let values)? = input.columns.last else { continue }
      names.append(input.input.name)
      columns.append(values)
    }
    for (position, variable) in run.model.variables.enumerated() {
      guard let last = last[position] else { continue }
      names.append(variable.name)
      columns.append(last)
    }
    return Dictionary(
      zip(names, CorrelatedColumn.columns(columns)), uniquingKeysWith: { _, last in last })
  }
}
