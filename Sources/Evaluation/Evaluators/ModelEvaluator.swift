package import Formulas
internal import Simulation
package import Units
internal import Diagnostics
internal import RunRecord
internal import Synchronization

/// A model file as an evaluator: the normal way to describe a revenue path.
public final class ModelEvaluator: Evaluator {
  package let model: ModelFile
  private let compiler: ModelCompiler
  private let compiled = Mutex<[Shape: Compiled]>([:])

  /// What decides the form of the program: the years, and which inputs vary from year to year.
  private struct Shape: Hashable {
    var years: [Int]
    var varying: Set<Int>
  }

  /// A program and the machine that runs it for every company.
  private struct Compiled {
    var model: CompiledModel
    var machine: BlockMachine
  }

  package init(_ model: ModelFile, units: UnitRegistry) {
    self.model = model
    compiler = ModelCompiler(units: units)
  }

  /// Id, version, titles, criteria and formulas, as the file has them.
  public var description: PathDescription {
    PathDescription(
      record: PathRecord(
        id: model.id, title: model.title, summary: model.summary, version: model.version,
        criteria: model.criteria.map(\.record), formulas: formulas, drivers: [], crowding: nil),
      reference: ModelReference(
        path: model.id, version: model.version, file: model.relativeFile, sha256: model.sha256),
      halfLives: Dictionary(
        model.criteria.map { ($0.record.id, $0.halfLife) }, uniquingKeysWith: { $1 }),
      reportedAs: model.reportedAs, inputs: model.inputs.map(\.name))
  }

  /// Company inputs without a default, and every market input.
  public var needs: [Requirement] { model.inputs.compactMap(\.requirement) }

  /// Resolves the inputs, runs the program over the draws and keeps the trace.
  ///
  /// - Throws: `DiagnosticError` when an input has no answer or a formula is wrong.
  public func project(_ subject: Subject, over draws: Draws) throws -> Projection {
    let run = try run(subject, over: draws)
    let trace = ModelTrace(of: run, file: model, draws: draws)
    let inputs = trace.inputs()
    func output(_ name: String) throws -> YearlyDraws {
      guard let values = run.yearly(name, draws: draws.count) else {
        throw DiagnosticError(
          Diagnostic(
            "the model \"\(model.id)\" has no output \"\(name)\"",
            help: "outputs: needs revenue, contribution and investment"))
      }
      return values
    }
    var metrics: [String: YearlyDraws] = [:]
    for name in model.metrics { metrics[name] = run.yearly(name, draws: draws.count) }
    var levels: [String: [Double]] = [:]
    for criterion in model.criteria {
      guard let name = criterion.formula, let values = run.yearly(name, draws: draws.count) else {
        continue
      }
      levels[criterion.record.id] = Array(values[year: 0])
    }
    let nodes = trace.nodes(inputs: inputs)
    var projection = Projection(
      years: run.years, revenue: try output("revenue"), contribution: try output("contribution"),
      investment: try output("investment"), metrics: metrics, levels: levels, inputs: inputs,
      trace: nodes, claim: try claim(of: run, subject: subject, draws: draws))
    projection.estimates = trace.estimates(
      of: ["revenue", "contribution", "investment"] + model.metrics, among: nodes)
    return projection
  }

  /// One pass of the model for a company, or for none.
  package func run(
    _ subject: Subject, over draws: Draws, years: [Int]? = nil, threads: Int = 1
  ) throws -> ModelRun {
    let inputs = try InputResolver(subject: subject, inputs: model.inputSet).resolve()
    let years = years ?? subject.years
    let varying = Set(inputs.indices.filter { inputs[$0].series.variesByYear })
    let correlation = try RankCorrelation(
      model.correlations,
      order: inputs.filter { $0.record.scope == .market }.map(\.name)
        + inputs.filter { $0.record.scope != .market }.map(\.name))
    let compiled = try compiled(years: years, varying: varying)
    return try ModelRun(
      compiled: compiled.model, machine: compiled.machine, inputs: inputs,
      correlation: correlation, years: years, draws: draws, threads: threads)
  }

  /// The program for a shape of inputs, compiled once.
  package func compile(years: [Int], varying: Set<Int>) throws -> CompiledModel {
    try compiled(years: years, varying: varying).model
  }

  private func compiled(years: [Int], varying: Set<Int>) throws -> Compiled {
    let shape = Shape(years: years, varying: varying)
    if let known = compiled.withLock({ $0[shape] }) { return known }
    let model = try compiler.compile(
      ModelSource(
        inputs: model.inputs.enumerated().map { index, input in
          InputDeclaration(
            name: input.name, unit: input.unit, variesByYear: varying.contains(index),
            location: input.location, sourceLine: input.sourceLine)
        },
        variables: model.variables.map(\.declaration), outputs: model.outputs.map(\.declaration),
        years: years))
    let result = Compiled(
      model: model,
      machine: BlockMachine(program: model.optimized, literal: model.program))
    compiled.withLock { $0[shape] = result }
    return result
  }

  /// The inputs that vary by year as declared, without any company's facts.
  package var declaredVarying: Set<Int> {
    Set(
      model.inputs.indices.filter { index in
        switch model.inputs[index].scope {
        case .assumption(let assumption): assumption.revisions.contains { $0.series.variesByYear }
        case .company(_, let otherwise):
          otherwise?.revisions.contains { $0.series.variesByYear } ?? false
        case .market: false
        }
      })
  }

  private var formulas: [FormulaRecord] {
    (model.variables + model.outputs).map { variable in
      FormulaRecord(
        name: variable.declaration.name, title: variable.title,
        unit: UnitName(variable.declaration.unit.text), formula: variable.declaration.formulaText)
    }
  }

  private func claim(
    of run: ModelRun, subject: Subject, draws: Draws
  ) throws -> YearlyDraws? {
    guard let shared = model.sharedMarket,
      let claimed = run.yearly(shared.claim, draws: draws.count),
      let market = run.inputs.first(where: { $0.resolved.name == shared.market }),
      let position = run.position(of: shared.claim)
    else { return nil }
    let scale = run.compiled.variables[position].unit.scale
    var values = claimed.values
    for year in run.years.indices {
      let column =
        market.draws.columns.count == 1
        ? market.draws.columns[0] : market.draws.columns[year]
      for draw in 0..<draws.count {
        values[year * draws.count + draw] *= scale / column.value(in: draw)
      }
    }
    return YearlyDraws(values: values, draws: draws.count)
  }
}

extension VariableDeclaration {
  /// The formula as written; a stock's first value and recurrence are joined by `; then `.
  package var formulaText: String {
    switch rule {
    case .formula(let source): source.text
    case .stock(let start, let next): "\(start.text); then \(next.text)"
    }
  }
}
