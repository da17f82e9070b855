public import Plan
public import RunRecord
internal import Diagnostics
internal import Simulation
internal import Units

/// The material of an evaluator written in Swift: its inputs drawn for one company, and the steps
/// of its calculation with their sources.
///
/// Inputs behave as those of a model file: facts replace defaults, scenarios and `--set` replace
/// both, market inputs have the same draws for everybody. Whatever is recorded becomes a node of
/// the trace that `explain` prints.
///
/// ```swift
/// var sheet = try Worksheet(Self.inputs, path: "licensing", subject: subject, draws: draws)
/// let (customers, price) = (try sheet["customers"], try sheet["price"])
/// sheet.record(
///   "revenue", unit: "CNY/year", formula: "customers * price", from: ["customers", "price"]
/// ) { year, draw in customers[year, draw] * price[year, draw] }
/// …
/// return try sheet.projection()
/// ```
public struct Worksheet: Sendable {
  /// The modelled years.
  public let years: [Int]
  /// The number of draws.
  public let draws: Int

  private let inputs: [ProjectedInput]
  private let drawn: [String: DrawnInput]
  private var steps: [Step] = []

  private struct Step {
    var node: TraceNode
    var values: YearlyDraws
  }

  /// Draws the inputs for a company.
  ///
  /// - Parameters:
  ///   - inputs: The evaluator's inputs; their order is that of the draws' dimensions, so new ones
  ///     are best added at the end.
  ///   - path: The path's id: with the inputs' names it decides their draws.
  ///   - subject: The company.
  ///   - draws: The draws of the run.
  /// - Throws: `DiagnosticError` with every input that nothing answers or that is declared wrongly.
  public init(
    _ inputs: [EvaluatorInput], path: String, subject: Subject, draws: Draws
  ) throws {
    var problems = DiagnosticCollector()
    var seen: Set<String> = []
    let declared = try inputs.compactMap { input -> ModelInput? in
      if !seen.insert(input.name).inserted {
        problems.report(
          Diagnostic("the input \"\(input.name)\" is declared twice", at: input.location))
      }
      return try problems.attempt { try input.modelInput(in: subject.context) }
    }
    try problems.throwIfErrors()
    let resolved = try InputResolver(
      subject: subject,
      inputs: InputSet(
        id: path, inputs: declared, relativeFile: inputs.first?.location.file ?? path)
    ).resolve()
    var projected: [ProjectedInput] = []
    var drawn: [String: DrawnInput] = [:]
    for (input, unit) in zip(resolved, declared.map(\.unit)) {
      let values = try input.planned.drawn(years: subject.years, from: draws)
      projected.append(input.record.projected(values, years: subject.years, draws: draws))
      drawn[input.planned.name] = DrawnInput(values, scale: unit.scale)
    }
    years = subject.years
    self.draws = draws.count
    self.inputs = projected
    self.drawn = drawn
  }

  /// The values of an input, in the unit of its declaration.
  ///
  /// - Throws: `DiagnosticError` when no input has that name.
  public subscript(_ name: String) -> DrawnInput {
    get throws {
      guard let values = drawn[name] else {
        throw DiagnosticError(
          Diagnostic(
            "the evaluator declares no input \"\(name)\"",
            help: Suggestion.help(for: name, among: drawn.keys.sorted())))
      }
      return values
    }
  }

  /// Computes a step of the calculation in every year and draw, and keeps it for the trace.
  ///
  /// - Parameters:
  ///   - name: Its name; `revenue`, `contribution` and `investment` are the results.
  ///   - title: Its name for readers.
  ///   - unit: The unit of its values.
  ///   - formula: What was done, for readers.
  ///   - names: The inputs and earlier steps that it comes from.
  ///   - file: Where it is computed, shown wherever the step is explained.
  ///   - line: Likewise.
  ///   - value: The value in a year, counted from 0, and draw.
  /// - Returns: The values.
  @discardableResult
  public mutating func record(
    _ name: String, title: LocalizedText? = nil, unit: String, formula: String,
    from names: [String], file: String = #fileID, line: Int = #line,
    value: (_ year: Int, _ draw: Int) throws -> Double
  ) rethrows -> YearlyDraws {
    var values: [Double] = []
    values.reserveCapacity(years.count * draws)
    for year in years.indices {
      for draw in 0..<draws { values.append(try value(year, draw)) }
    }
    let yearly = YearlyDraws(values: values, draws: draws)
    record(
      name, title: title, unit: unit, formula: formula, from: names, file: file, line: line,
      values: yearly)
    return yearly
  }

  /// Keeps a step that was computed elsewhere; see the other `record` for the parameters.
  public mutating func record(
    _ name: String, title: LocalizedText? = nil, unit: String, formula: String,
    from names: [String], file: String = #fileID, line: Int = #line, values: YearlyDraws
  ) {
    let summaries = years.indices.map { Summary(values[year: $0]) }
    let unit = UnitName(unit)
    steps.append(
      Step(
        node: TraceNode(
          name: name, title: title, kind: .formula, unit: unit, formula: formula,
          values: YearlyValues(summaries.map { $0.estimate(unit: unit) }, years: years),
          flagged: YearlyValues(flagged: summaries.map(\.flagged), years: years), children: names,
          place: "\(file):\(line)"),
        values: values))
  }

  /// The projection: the recorded steps `revenue`, `contribution` and `investment`, and the trace.
  ///
  /// - Parameters:
  ///   - metrics: Further recorded steps worth showing year by year.
  ///   - levels: Readiness levels 0...4 that the evaluator computes itself, by criterion.
  ///   - claim: The share of the shared market that this company's story claims, or nil.
  /// - Returns: The projection, with the inputs and all steps in its trace.
  /// - Throws: `DiagnosticError` naming the steps that are missing, were recorded twice or come
  ///   from what is neither an input nor a step.
  public func projection(
    metrics: [String] = [], levels: [String: [Double]] = [:], claim: YearlyDraws? = nil
  ) throws -> Projection {
    try check(metrics)
    func values(_ name: String) -> YearlyDraws {
      steps.first { $0.node.name == name }?.values
        ?? YearlyDraws(repeating: .nan, years: years.count, draws: draws)
    }
    let leaves = inputs.map { input in
      TraceNode(
        name: input.record.name, title: input.record.title, kind: TraceKind(input.record.kind),
        unit: input.record.unit, formula: nil, values: input.record.values, flagged: nil,
        children: [], place: input.record.place)
    }
    return Projection(
      years: years, revenue: values("revenue"), contribution: values("contribution"),
      investment: values("investment"),
      metrics: Dictionary(metrics.map { ($0, values($0)) }, uniquingKeysWith: { $1 }),
      levels: levels, inputs: inputs, trace: steps.map(\.node) + leaves, claim: claim)
  }

  private func check(_ metrics: [String]) throws {
    var problems = DiagnosticCollector()
    let recorded = steps.map(\.node.name)
    for name in ["revenue", "contribution", "investment"] + metrics
    where !recorded.contains(name) {
      problems.report(
        Diagnostic(
          "the evaluator recorded no \"\(name)\"",
          help: Suggestion.help(for: name, among: recorded)
            ?? "record it before asking for the projection"))
    }
    var known = Set(drawn.keys)
    for step in steps {
      for source in step.node.children where !known.contains(source) {
        problems.report(
          Diagnostic(
            "\"\(step.node.name)\" is said to come from \"\(source)\", which is neither an input "
              + "nor an earlier step",
            help: Suggestion.help(for: source, among: known.sorted())))
      }
      if !known.insert(step.node.name).inserted {
        problems.report(Diagnostic("\"\(step.node.name)\" stands for two things"))
      }
    }
    try problems.throwIfErrors()
  }
}
