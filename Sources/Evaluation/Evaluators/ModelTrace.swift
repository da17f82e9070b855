package import RunRecord
internal import Diagnostics
internal import Formulas
internal import Simulation
internal import Threads
internal import Units

/// The tree behind a model's outputs: what was computed from what, with the values.
package struct ModelTrace: Sendable {
  let run: ModelRun
  let file: ModelFile
  let draws: Draws

  /// Makes the trace of a run over draws.
  package init(of run: ModelRun, file: ModelFile, draws: Draws) {
    self.run = run
    self.file = file
    self.draws = draws
  }

  /// The inputs' records with their values filled in.
  package func inputs() -> [ProjectedInput] {
    draws.crew.map(run.inputs.count) { run.inputs[$0].projected(run.years, draws: draws) }
  }

  /// One node a variable and output, in order of computation, then one an input.
  package func nodes(inputs: [ProjectedInput]) -> [TraceNode] {
    let variables = run.compiled.variables.indices.sorted {
      run.compiled.variables[$0].orderOfComputation < run.compiled.variables[$1].orderOfComputation
    }
    let columns = lastColumns()
    let nodes = draws.crew.map(variables.count) { node(ofVariable: variables[$0], columns) }
    return nodes + inputs.map { node(of: $0.record) }
  }

  /// What the nodes say of some variables year by year; of those alone that are computed in their
  /// declared units, whose draws are what was summarised.
  package func estimates(
    of names: [String], among nodes: [TraceNode]
  ) -> [String: [Estimate?]] {
    var estimates: [String: [Estimate?]] = [:]
    for name in names {
      guard let position = run.position(of: name),
        run.compiled.variables[position].unit.scale == 1,
        let values = nodes.first(where: { $0.name == name && $0.kind == .formula })?.values
      else { continue }
      let variesByYear = run.compiled.variables[position].variesByYear
      estimates[name] = run.years.map { variesByYear ? values[$0] : values.constant }
    }
    return estimates
  }

  private func node(
    ofVariable position: Int, _ columns: [String: CorrelatedColumn]
  ) -> TraceNode {
    let variable = run.compiled.variables[position]
    let source = (file.variables + file.outputs).first { $0.declaration.name == variable.name }
    let unit = UnitName(variable.unit.text)
    let summaries = run.series[position].map { Summary($0) }
    let years = variable.variesByYear ? run.years : nil
    return TraceNode(
      name: variable.name, title: source?.title, kind: .formula, unit: unit,
      formula: source?.declaration.formulaText,
      values: YearlyValues(
        summaries.map { $0.estimate(unit: unit, scale: 1 / variable.unit.scale) }, years: years),
      flagged: YearlyValues(flagged: summaries.map(\.flagged), years: years),
      children: childrenByWeight(of: position, columns),
      place: source.flatMap { place(line: $0.declaration.location?.line) })
  }

  private func node(of input: InputRecord) -> TraceNode {
    TraceNode(
      name: input.name, title: input.title, kind: TraceKind(input.kind), unit: input.unit,
      formula: nil, values: input.values, flagged: nil, children: [], place: input.place)
  }

  private func place(line: Int?) -> String? {
    line.map { "\(file.relativeFile):\($0)" }
  }

  /// What a variable is computed from, most telling first: by the square of the correlation with
  /// it in the last year.
  private func childrenByWeight(
    of position: Int, _ columns: [String: CorrelatedColumn]
  ) -> [String] {
    let name = run.compiled.variables[position].name
    guard let parent = columns[name] else { return [] }
    let children = run.compiled.variables[position].dependencies.filter { $0 != name }
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
  private func lastColumns() -> [String: CorrelatedColumn] {
    var names: [String] = []
    var columns: [[Double]] = []
    for input in run.inputs {
      guard case .values(let values)? = input.draws.columns.last else { continue }
      names.append(input.resolved.name)
      columns.append(values)
    }
    for (variable, series) in zip(run.compiled.variables, run.series) {
      guard let last = series.last else { continue }
      names.append(variable.name)
      columns.append(last)
    }
    return Dictionary(
      zip(names, CorrelatedColumn.columns(columns)), uniquingKeysWith: { _, last in last })
  }
}

extension ModelRun.Input {
  /// The input with its values filled in, for the record and for sensitivity.
  func projected(_ years: [Int], draws run: Draws) -> ProjectedInput {
    var record = resolved.record
    let scale = 1 / resolved.scale
    let estimates = draws.columns.enumerated().map { index, column -> Estimate? in
      switch column {
      case .constant(let value): return .exactly(value * scale, unit: record.unit)
      case .values(let values):
        func estimate() -> Estimate? {
          Summary(values).estimate(unit: record.unit, scale: scale)
        }
        return draws.sharedNames.isEmpty
          ? estimate()
          : run.sharedEstimate("\(draws.sharedNames[index]) in \(record.unit)", make: estimate)
      }
    }
    record.values = YearlyValues(estimates, years: draws.variesByYear ? years : nil)
    return ProjectedInput(
      record: record, levels: draws.levels,
      valueAtLevel: resolved.valueAtLevel(year: years.last ?? 0))
  }
}
