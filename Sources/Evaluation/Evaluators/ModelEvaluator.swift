internal import Diagnostics
package import Facts
package import Formulas
public import Plan
package import RunRecord
internal import Simulation
internal import Synchronization
package import Units

/// A model file as an evaluator: the normal way to describe a revenue path.
public final class ModelEvaluator: Evaluator {
  package let model: ModelFile
  private let compiler: ModelCompiler
  private let compiled = Mutex<[Shape: Compiled]>([:])

  /// The facts that decide the form of the program: the years, and the inputs that vary from year
  /// to year.
  private struct Shape: Hashable {
    var years: [Int]
    var varying: Set<Int>
    /// The names that are enough; nil for all.
    var only: Set<String>?
  }

  /// A program and the machine that runs it for every company.
  struct Compiled {
    var model: CompiledModel
    var machine: BlockMachine
  }

  package init(_ model: ModelFile, units: UnitRegistry) {
    self.model = model
    compiler = ModelCompiler(units: units)
  }

  /// Id, version, titles, criteria and formulas, as the file has them.
  public var description: PathDescription {
    var description = PathDescription(
      record: PathRecord(
        id: model.id, title: model.title, summary: model.summary, version: model.version,
        criteria: model.criteria.map(\.record), formulas: formulas, drivers: [], crowding: nil),
      reference: ModelReference(
        path: model.id, version: model.version, file: model.relativeFile, sha256: model.sha256),
      halfLives: Dictionary(
        model.criteria.map { ($0.record.id, $0.halfLife) }, uniquingKeysWith: { $1 }),
      reportedAs: model.reportedAs, inputs: model.inputs.map(\.name))
    description.checks = model.checks
    return description
  }

  /// Company inputs without a default, and every market input.
  public var needs: [Requirement] { model.inputs.compactMap(\.requirement) }

  /// Resolves the inputs, runs the program over the draws and keeps the trace.
  ///
  /// - Throws: `DiagnosticError` when an input has no answer or a formula is wrong.
  public func project(_ subject: Subject, over draws: Draws) throws -> Projection {
    let (ownMoney, records) = try plan(subject)
    var program = ownMoney
    program.money = try conversion(in: subject.context).factor
    let run = try ProgramRun(program, over: draws)
    guard let flows = run.flows(draws: draws.count) else {
      throw DiagnosticError(
        Diagnostic(
          "the model \"\(model.id)\" lacks an output",
          help: "outputs: needs revenue, contribution and investment"))
    }
    return projection(of: run, flows, records: records, draws: draws)
  }

  /// A pass with what it rests on; `records` are those of the inputs, in their order.
  package func projection(
    of run: ProgramRun, _ flows: PathFlows, records: [InputRecord], draws: Draws
  ) -> Projection {
    let trace = ModelTrace(of: run, file: model, records: records, draws: draws)
    let inputs = trace.inputs()
    let nodes = trace.nodes(inputs: inputs)
    var projection = Projection(
      years: run.years, revenue: flows.revenue, contribution: flows.contribution,
      investment: flows.investment, metrics: flows.metrics, levels: flows.levels, inputs: inputs,
      trace: nodes, claim: flows.claim)
    // The trace stays in the model's money; the flows are in the study's.
    let results = run.plan.money == 1 ? ["revenue", "contribution", "investment"] : []
    projection.estimates = trace.estimates(of: results + model.metrics, among: nodes)
    return projection
  }

  /// What a unit of the model's money is in the study's on the as-of day: one rate for all years,
  /// so that a rate that moves is no growth.
  ///
  /// - Throws: `MissingRate` where no rate is known.
  package func conversion(in context: EvaluationContext) throws(MissingRate) -> CurrencyConversion {
    let day = DayRange(start: context.asOf, end: context.asOf)
    switch context.facts.exchangeRates.convert(
      1, from: model.currency, to: context.currency, days: day, isFlow: false, asOf: context.asOf)
    {
    case .success(let conversion): return conversion
    case .failure(let mistake):
      throw MissingRate(model: model, to: context.currency, asOf: context.asOf, mistake)
    }
  }

  /// The program with a company's inputs, or those of none, and what each input rests on.
  ///
  /// - Throws: `DiagnosticError` when an input has no answer or a formula is wrong.
  package func plan(
    _ subject: Subject, years: [Int]? = nil, among competition: Competition? = nil
  ) throws -> (program: ProgramPlan, records: [InputRecord]) {
    let competition = competition ?? Competition(subject.context)
    let years = years ?? subject.years
    let room = try room(for: subject, years: years, among: competition)
    let inputs = try InputResolver(
      subject: subject, inputs: model.inputSet, competition: competition, room: room
    ).resolve()
    let compiled = try compiled(years: years, varying: varying(inputs))
    let program = ProgramPlan(
      model: compiled.model, machine: compiled.machine, inputs: inputs.map(\.planned),
      correlation: try correlation(of: inputs), years: years, wanted: wanted)
    return (program, inputs.map(\.record))
  }

  func varying(_ inputs: [ResolvedInput]) -> Set<Int> {
    Set(inputs.indices.filter { inputs[$0].planned.variesByYear })
  }

  func correlation(of inputs: [ResolvedInput]) throws -> RankCorrelation {
    let steady = Set(inputs.filter(\.planned.isConstant).map(\.planned.name))
    return try RankCorrelation(
      model.correlations.filter { !steady.contains($0.first) && !steady.contains($0.second) },
      joint: inputs.compactMap(\.jointWith).filter { !steady.contains($0.first) },
      order: inputs.filter { $0.record.scope == .market }.map(\.planned.name)
        + inputs.filter { $0.record.scope != .market }.map(\.planned.name))
  }

  private var wanted: ProgramPlan.Wanted {
    var wanted = ProgramPlan.Wanted()
    wanted.metrics = model.metrics
    wanted.levels = Dictionary(
      model.criteria.compactMap { criterion in
        criterion.formula.map { (criterion.record.id, $0) }
      }, uniquingKeysWith: { $1 })
    wanted.claim = model.sharedMarket.map { (variable: $0.claim, market: $0.market) }
    return wanted
  }

  /// The program for a shape of inputs, compiled once.
  package func compile(years: [Int], varying: Set<Int>) throws -> CompiledModel {
    try compiled(years: years, varying: varying).model
  }

  /// The program for a shape of inputs, compiled once: of everything, or of the claim alone with
  /// the names that it needs, among whose inputs `varying` counts.
  func compiled(
    years: [Int], varying: Set<Int>, only names: Set<String>? = nil
  ) throws -> Compiled {
    let shape = Shape(years: years, varying: varying, only: names)
    if let known = compiled.withLock({ $0[shape] }) { return known }
    let isWanted = { (name: String) in names?.contains(name) ?? true }
    var program = try compiler.compile(
      ModelSource(
        inputs: model.inputs.filter { isWanted($0.name) }.enumerated().map { index, input in
          InputDeclaration(
            name: input.name, unit: input.unit, variesByYear: varying.contains(index),
            location: input.location, sourceLine: input.sourceLine, series: input.seriesPart)
        },
        variables: model.variables.map(\.declaration).filter { isWanted($0.name) },
        outputs: names == nil ? model.outputs.map(\.declaration) : [], years: years))
    if names != nil, let claim = model.sharedMarket?.claim {
      program = program.keeping { $0.name == claim }
    }
    let result = Compiled(
      model: program,
      machine: BlockMachine(program: program.optimized, literal: program.program))
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
        case .market, .contest, .series, .trend: false
        case .room: true
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
