internal import Evaluation
internal import RunRecord

/// The conditions that one projection must meet by itself.
struct ProjectionCheck {
  let projection: Projection
  let subject: Subject
  let draws: Draws
  let evaluator: any Evaluator

  init(_ projection: Projection, subject: Subject, draws: Draws, evaluator: any Evaluator) {
    self.projection = projection
    self.subject = subject
    self.draws = draws
    self.evaluator = evaluator
  }

  private var series: [(name: String, values: YearlyDraws)] {
    [
      ("revenue", projection.revenue), ("contribution", projection.contribution),
      ("investment", projection.investment),
    ]
      + projection.metrics.keys.sorted().compactMap { name in
        projection.metrics[name].map { (name, $0) }
      }
  }

  /// The conditions that are broken, a sentence each.
  func problems() -> [String] {
    let shapes = shapeProblems()
    // Without the right shapes there is no telling which value is which.
    guard shapes.isEmpty else { return shapes }
    return valueProblems() + inputProblems() + treeProblems()
  }

  // MARK: Shapes

  private func shapeProblems() -> [String] {
    var problems: [String] = []
    if projection.years != subject.years {
      problems.append("the years are \(projection.years), not \(subject.years)")
    }
    for (name, values) in series + (projection.claim.map { [("claim", $0)] } ?? [])
    where values.draws != draws.count || values.years != subject.years.count {
      problems.append(
        "\(name) has \(values.years) years of \(values.draws) draws, "
          + "not \(subject.years.count) of \(draws.count)")
    }
    for (criterion, levels) in projection.levels.sorted(by: { $0.key < $1.key })
    where levels.count != draws.count {
      problems.append("the levels of \(criterion) are \(levels.count), not \(draws.count)")
    }
    for input in projection.inputs {
      if let uniforms = input.uniforms, uniforms.count != draws.count {
        problems.append("the input \(input.record.name) has \(uniforms.count) uniforms")
      }
    }
    return problems
  }

  // MARK: Values

  private func valueProblems() -> [String] {
    var problems: [String] = []
    if projection.investment.values.contains(where: { $0 < 0 }) {
      problems.append("investment is negative in some draws")
    }
    let criteria = Set(evaluator.description.record.criteria.map(\.id))
    for (criterion, levels) in projection.levels.sorted(by: { $0.key < $1.key }) {
      if !criteria.contains(criterion) {
        problems.append("there are levels of \(criterion), which is no criterion of the path")
      }
      if levels.contains(where: { $0 < 0 || $0 > 4 }) {
        problems.append("the levels of \(criterion) leave 0...4")
      }
    }
    for (name, values) in series {
      guard let node = projection.trace.first(where: { $0.name == name }) else {
        problems.append("\(name) isn't in the trace")
        continue
      }
      for (index, year) in projection.years.enumerated() {
        problems += yearProblems(name, Array(values[year: index]), node, year)
      }
    }
    return problems
  }

  private func yearProblems(
    _ name: String, _ values: [Double], _ node: TraceNode, _ year: Int
  ) -> [String] {
    var problems: [String] = []
    let finite = values.filter(\.isFinite)
    let flagged = node.flagged?[year] ?? 0
    if flagged != values.count - finite.count {
      problems.append(
        "\(name) of \(year) isn't a number in \(values.count - finite.count) draws, but the trace "
          + "flags \(flagged)")
    }
    guard !finite.isEmpty else { return problems }
    let mean = finite.reduce(0, +) / Double(finite.count)
    let size = finite.reduce(0) { $0 + abs($1) } / Double(finite.count)
    guard let traced = node.values[year] else {
      return problems + ["the trace has no value of \(name) in \(year)"]
    }
    if abs(traced.value - mean) > 1e-9 * size {
      problems.append(
        "\(name) of \(year) is \(mean) on average, but the trace says \(traced.value)")
    }
    return problems
  }

  // MARK: Inputs and tree

  private func inputProblems() -> [String] {
    var problems: [String] = []
    let settable = Set(evaluator.description.inputs)
    let used = Set(projection.trace.flatMap(\.children))
    for input in projection.inputs {
      let record = input.record
      if !settable.contains(record.name) {
        problems.append("description.inputs doesn't name the input \(record.name)")
      }
      if !projection.trace.contains(where: { $0.name == record.name }) {
        problems.append("the input \(record.name) isn't in the trace")
      } else if !used.contains(record.name) {
        problems.append("nothing in the trace comes from the input \(record.name)")
      }
      if record.values.isEmpty {
        problems.append("the input \(record.name) has no values on record")
      }
      if let uniforms = input.uniforms, uniforms.contains(where: { !(0..<1).contains($0) }) {
        problems.append("the uniforms of the input \(record.name) leave 0..<1")
      }
      problems += evidenceProblems(record)
    }
    return problems
  }

  private func evidenceProblems(_ record: InputRecord) -> [String] {
    switch record.kind {
    case .fact:
      record.facts.isEmpty ? ["the input \(record.name) is a fact, but names none"] : []
    case .estimate:
      // A range that figures of sources give has no fact of its own.
      record.facts.isEmpty && record.sources.isEmpty
        ? ["the input \(record.name) is an estimate, but names no fact and no source"] : []
    case .assumption, .override, .calculation:
      record.because.contains { !$0.message.isEmpty }
        ? [] : ["the input \(record.name) is an \(record.kind) without a reason"]
    }
  }

  private func treeProblems() -> [String] {
    var problems: [String] = []
    var known: Set<String> = []
    for node in projection.trace where !known.insert(node.name).inserted {
      problems.append("the trace has two nodes \(node.name)")
    }
    for node in projection.trace {
      for child in node.children where !known.contains(child) {
        problems.append("\(node.name) comes from \(child), which isn't in the trace")
      }
    }
    return problems
  }
}
