import Diagnostics
package import Units

/// Turns a model's formulas into a program, or into the list of all mistakes in them.
package struct ModelCompiler: Sendable {
  /// Bounds on what a model may ask for, so that a hostile file ends in a message.
  package enum Limit {
    package static let variables = 2_000
    package static let years = 1_000
    /// In all formulas together.
    package static let characters = 1_000_000
    /// Parts of formulas times years.
    package static let cells = 4_000_000
    package static let instructions = 200_000
    /// After so many, formulas are no longer read: whoever mends these comes back.
    package static let mistakes = 500
  }

  private let units: UnitRegistry

  package init(units: UnitRegistry) {
    self.units = units
  }

  /// Reads, checks and compiles all formulas.
  ///
  /// - Throws: `DiagnosticError` with the mistakes of all formulas, in the order of their places.
  package func compile(_ source: ModelSource) throws -> CompiledModel {
    var mistakes = DiagnosticCollector()
    try Self.checkSize(source)
    let step = try Self.step(in: units)
    let names = Names(source, reportingTo: &mistakes)
    let binder = Binder(names: names, units: units, years: source.years, step: step)
    let model = bind(names, source.years, with: binder, reportingTo: &mistakes)
    checkUnits(of: model, step: step.dimension, reportingTo: &mistakes)
    guard model.nodeCount * source.years.count <= Limit.cells else {
      mistakes.report(Self.tooLarge)
      throw Self.sorted(mistakes)
    }
    let order = EvaluationOrder(model)
    mistakes.report(order.cycles)
    if mistakes.hasErrors { throw Self.sorted(mistakes) }
    return try emit(model, order, step: step.scale)
  }

  private func bind(
    _ names: Names, _ years: [Int], with binder: Binder,
    reportingTo mistakes: inout DiagnosticCollector
  ) -> BoundModel {
    var formulas: [BoundFormula] = []
    var owners: [Int] = []
    var rules: [BoundModel.Rule] = []
    for (index, variable) in names.variables.enumerated() {
      func add(_ source: FormulaSource, _ role: Binder.Role) -> Int? {
        guard mistakes.diagnostics.count < Limit.mistakes,
          let bound = binder.bind(source, as: role, reportingTo: &mistakes)
        else { return nil }
        formulas.append(bound)
        owners.append(index)
        return formulas.count - 1
      }
      switch variable.rule {
      case .formula(let source):
        rules.append(add(source, .formula).map { .formula($0) } ?? .unknown)
      case .stock(let start, let next):
        let (first, second) = (add(start, .start), add(next, .next))
        if let first, let second {
          rules.append(.stock(start: first, next: second))
        } else {
          rules.append(.unknown)
        }
      }
    }
    return BoundModel(
      names: names, years: years, formulas: formulas, owners: owners, rules: rules)
  }

  private func checkUnits(
    of model: BoundModel, step: UnitDimension, reportingTo mistakes: inout DiagnosticCollector
  ) {
    for (index, formula) in model.formulas.enumerated() {
      let variable = model.names.variables[model.owners[index]]
      var checker = UnitChecker(formula, own: variable.unit, step: step)
      let part =
        switch model.rules[model.owners[index]] {
        case .stock(index, _): "the start of \"\(variable.name)\""
        case .stock(_, index): "the next of \"\(variable.name)\""
        default: "the formula of \"\(variable.name)\""
        }
      checker.check(against: part)
      mistakes.report(checker.mistakes.map { formula.source.diagnostic($0) })
    }
  }

  private func emit(
    _ model: BoundModel, _ order: EvaluationOrder, step: Double
  ) throws -> CompiledModel {
    var lowering = Lowering(model, order, step: step)
    guard lowering.run(limit: Limit.instructions) else { throw DiagnosticError(Self.tooLarge) }
    let varies = YearlyVariation.of(model)
    var results: [ValueGraph.Result] = []
    for variable in varies.indices {
      for year in varies[variable] ? Array(model.years.indices) : [0] {
        guard let value = lowering.value(of: variable, year: year) else { continue }
        results.append(
          ValueGraph.Result(
            variable: variable, year: varies[variable] ? year : nil, value: value))
      }
    }
    let dependencies = varies.indices.map { model.dependencies(of: $0) }
    let used = Set(dependencies.joined())
    let ranks = ranks(model, order)
    let literal = Program(lowering.graph, keeping: results)
    let rewritten = Optimizer.optimize(
      lowering.graph, invariants: lowering.invariants, keeping: results)
    return CompiledModel(
      program: literal,
      optimized: Program(
        rewritten.graph, keeping: rewritten.results, guarded: rewritten.guarded,
        inputs: literal.inputs),
      variables: model.names.variables.enumerated().map { index, variable in
        CompiledVariable(
          name: variable.name, unit: variable.unit, variesByYear: varies[index],
          isOutput: model.names.outputs.contains(index),
          dependencies: dependencies[index].map { model.names.name(of: $0) },
          orderOfComputation: ranks[index])
      },
      inputs: model.names.inputs.map(\.name),
      unusedInputs: model.names.inputs.indices.filter { !used.contains(.input($0)) }
        .map { model.names.inputs[$0].name },
      years: model.years)
  }

  /// The place of each variable in the order of computation, by when its first year is there.
  private func ranks(_ model: BoundModel, _ order: EvaluationOrder) -> [Int] {
    var variableOfRoot: [Int: Int] = [:]
    for variable in model.rules.indices {
      if let root = model.root(of: variable, year: 0) { variableOfRoot[root] = variable }
    }
    var ranks = [Int](repeating: 0, count: model.rules.count)
    let ordered = order.cells.lazy.filter { $0.year == 0 }.compactMap { variableOfRoot[$0.node] }
    for (rank, variable) in ordered.enumerated() { ranks[variable] = rank }
    return ranks
  }
}

extension ModelCompiler {
  private static func checkSize(_ source: ModelSource) throws {
    let count = source.variables.count + source.outputs.count
    guard count <= Limit.variables else {
      throw DiagnosticError(
        Diagnostic("the model has \(count) variables and outputs, more than \(Limit.variables)"))
    }
    let sources = (source.variables + source.outputs).flatMap(\.rule.sources)
    guard sources.reduce(0, { $0 + $1.text.utf8.count }) <= Limit.characters else {
      throw DiagnosticError(
        Diagnostic("the model has more than \(Limit.characters) characters of formulas"))
    }
    guard let first = source.years.first, source.years.count <= Limit.years else {
      throw DiagnosticError(
        Diagnostic("the horizon has \(source.years.count) years, not 1 to \(Limit.years)"))
    }
    guard (1...9_999).contains(first),
      source.years.elementsEqual(first..<(first + source.years.count))
    else {
      throw DiagnosticError(
        Diagnostic("the years of the horizon don't follow each other, or aren't years"))
    }
  }

  /// One year, the step from one value to the next.
  private static func step(in units: UnitRegistry) throws -> UnitExpression {
    do {
      return try units.parse("year")
    } catch {
      throw DiagnosticError(
        Diagnostic("the units lack \"year\"", help: "declare it in units.yaml", category: .missing))
    }
  }

  private static let tooLarge = Diagnostic(
    "the model is too large: more than \(Limit.instructions) steps, "
      + "or \(Limit.cells) parts of formulas over all years",
    help: "shorten the horizon, or split the model into several paths")

  /// All mistakes in the order of their places; those without a place first.
  private static func sorted(_ mistakes: DiagnosticCollector) -> DiagnosticError {
    let ordered = mistakes.diagnostics.enumerated().sorted { left, right in
      switch (left.element.location, right.element.location) {
      case (let first?, let second?) where first != second: first < second
      case (nil, .some): true
      case (.some, nil): false
      default: left.offset < right.offset
      }
    }
    return DiagnosticError(ordered.map(\.element))
  }
}
