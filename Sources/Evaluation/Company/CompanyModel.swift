package import Formulas
package import Nowcast
package import Plan
internal import RunRecord
internal import Scoring
package import Units
internal import Diagnostics
internal import Simulation
internal import Synchronization

/// The company model as an evaluator: `company.yaml` run for one company over draws.
///
/// Pure: what it gives depends on the file, the state of today, what the paths bring and the draws.
package final class CompanyModel: Sendable {
  /// The part of a run that is kept.
  package enum Kept: Hashable, Sendable {
    /// Of the outputs those that say what becomes of the company.
    case outcome
    /// Of the outputs those that the company's record tells, in the years of which it tells them.
    case told
    /// The outputs alone, which is much faster.
    case outputs
    /// The outputs, and what lies between the years: `CourseBetween`.
    case between
    /// Every variable, for a trace.
    case everything
  }

  /// The formulas.
  package let formulas: CompanyFormulas
  private let units: UnitRegistry
  private let compiled = Mutex<[Shape: Compiled]>([:])

  private struct Shape: Hashable {
    var years: [Int]
    /// The number of years that come before those of the study.
    var before: Int
    var varying: Set<String>
    var kept: Kept
  }

  private struct Compiled {
    var model: CompiledModel
    var machine: BlockMachine
    var sums: [String: CompiledSum]
    /// Its inputs are drawn each by itself.
    var independent: RankCorrelation
  }

  /// Makes the evaluator of a file.
  package init(_ formulas: CompanyFormulas, units: UnitRegistry) {
    self.formulas = formulas
    self.units = units
  }

  /// Compiles the formulas for some years, to find their mistakes.
  ///
  /// - Throws: `DiagnosticError` with all of them.
  package func check(years: [Int]) throws {
    _ = try compiled(years: years)
  }

  /// The formulas compiled for some years, with every variable.
  ///
  /// - Throws: `DiagnosticError` with all mistakes.
  package func compiled(years: [Int]) throws -> CompiledModel {
    let varying = formulas.inputs.filter { input in
      switch input {
      case .drawn(let input):
        guard case .assumption(let assumption) = input.scope else { return false }
        return assumption.revisions.contains { $0.series.variesByYear }
      case .given(let input): return input.variesByYear
      }
    }
    let shape = Shape(
      years: years, before: 0, varying: Set(varying.map(\.name)), kept: .everything)
    return try compiled(shape).model
  }

  /// Draws everything that the model needs of a company but its paths: what several runs of it,
  /// with paths and without, have in common.
  ///
  /// - Parameters:
  ///   - subject: The company, with the day and what is set.
  ///   - state: Its state today.
  ///   - standing: What else is known of it.
  ///   - draws: The draws of the run.
  /// - Returns: What its runs have in common.
  /// - Throws: `DiagnosticError` for an input without an answer.
  package func draw(
    _ subject: Subject, state: Nowcast, standing: CompanyStanding, draws: Draws
  ) throws -> CompanyDraws {
    let timeline = CompanyTimeline(
      time: state.state.time, asOf: state.asOf, horizon: subject.years.last ?? 0)
    return CompanyDraws(
      timeline: timeline,
      given: GivenColumns(
        state: state, standing: standing, timeline: timeline, subject: subject,
        relativeFile: formulas.file.relativeFile, set: set(in: subject)),
      drawn: try columns(of: subject, timeline, draws), draws: draws)
  }

  /// Runs the model on draws.
  ///
  /// - Parameters:
  ///   - drawn: The draws of a company.
  ///   - paths: What its paths bring, by years of the study, in US dollars; none for the outside
  ///     view alone.
  ///   - variables: Variables of its paths that the file may name, by path and name; by years of
  ///     the study.
  ///   - numbers: Inputs that are set for this run alone, in their units, such as the weights of
  ///     paths for the inside view alone.
  ///   - kept: What is kept.
  /// - Returns: The years and what becomes of the company.
  /// - Throws: `DiagnosticError` for mistakes in formulas.
  package func run(
    _ drawn: CompanyDraws, paths: [CompanyPath] = [],
    variables: [String: [String: YearlyDraws]] = [:], setting numbers: [String: Double] = [:],
    kept: Kept = .outputs
  ) throws -> CompanyCourse {
    var inputs = try self.inputs(drawn, variables)
    for input in formulas.inputs {
      if let number = numbers[input.name] {
        inputs[input.name]?.drawn.uniforms = nil
        inputs[input.name]?.drawn.columns = [.constant(number * input.unit.scale)]
      }
    }
    let varying = inputs.filter { $0.value.drawn.variesByYear }.map(\.key)
    let compiled = try compiled(
      Shape(
        years: drawn.timeline.years, before: drawn.timeline.before, varying: Set(varying),
        kept: [.outcome, .told].contains(kept) ? .outputs : kept))
    let plain = inputs.mapValues(\.drawn.columns)
    // Without a path they stay the numbers that they begin as.
    for (name, sum) in compiled.sums
    where !paths.isEmpty && numbers[name] == nil && !drawn.given.isSet(name) {
      let columns = sum.columns(
        paths, years: drawn.given.subject.years, drawn: plain, before: drawn.timeline.before,
        draws: drawn.draws.count)
      inputs[name]?.drawn.columns = drawn.given.padded(columns)
      if let input = inputs[name], let change = input.drawn.input.adjustment {
        inputs[name]?.drawn = input.drawn.adjusted(by: change)
      }
    }
    let ordered = formulas.inputs.compactMap { inputs[$0.name] }
    let run = ProgramRun(
      ProgramPlan(
        model: compiled.model, machine: compiled.machine, inputs: ordered.map(\.drawn.input),
        correlation: compiled.independent, years: drawn.timeline.years),
      inputs: ordered.map(\.drawn), draws: drawn.draws.count,
      keeping: CompanyCourse.isRead(of: kept, drawn.timeline))
    return CompanyCourse(
      run.without(first: drawn.timeline.before), file: formulas.file,
      records: ordered.map(\.record), draws: drawn.draws, kept: kept,
      elapsed: drawn.timeline.elapsed,
      between: kept == .between
        ? CourseBetween(run, state: drawn.given.state.state.time, drawn.timeline, drawn.draws)
        : nil)
  }

  /// Compiles the formulas for a company that pursues some paths, so that its runs find them made.
  ///
  /// - Throws: `DiagnosticError` for mistakes in formulas.
  func prepare(_ drawn: CompanyDraws, paths: Set<String>) throws {
    let inputs = try inputs(drawn, [:])
    let ofPaths = formulas.inputs.filter { input in
      guard case .given(let given) = input, case .path(let id, _, _) = given.origin else {
        return false
      }
      return paths.contains(id) && !drawn.given.isSet(input.name)
    }
    _ = try compiled(
      Shape(
        years: drawn.timeline.years, before: drawn.timeline.before,
        varying: Set(inputs.filter { $0.value.drawn.variesByYear }.keys).union(ofPaths.map(\.name)),
        kept: .outputs))
  }

  /// All inputs by name, of which sums over paths begin as nothing.
  private func inputs(
    _ drawn: CompanyDraws, _ variables: [String: [String: YearlyDraws]]
  ) throws -> [String: RecordedInput] {
    var inputs = drawn.drawn
    for case .given(let input) in formulas.inputs {
      inputs[input.name] = try drawn.given.column(input, variables: variables, draws: drawn.draws)
    }
    return inputs
  }

  /// The quantities of the nowcast in whose place a scenario or an option puts a number.
  private func set(in subject: Subject) -> Set<NowcastQuantity> {
    Set(
      formulas.inputs.compactMap { input in
        guard case .given(let given) = input, case .nowcast(let quantity) = given.origin,
          subject.isSet(given.name, in: formulas.file.id)
        else { return nil }
        return quantity
      })
  }

  /// The uncertain inputs of the file with their draws.
  private func columns(
    of subject: Subject, _ timeline: CompanyTimeline, _ draws: Draws
  ) throws -> [String: RecordedInput] {
    let resolved = try InputResolver(subject: subject, inputs: formulas.file.inputSet).resolve()
    let inputs = try resolved.map { input in
      RecordedInput(
        drawn: try input.planned.drawn(years: timeline.years, from: draws), record: input.record)
    }
    return Dictionary(
      inputs.map { ($0.drawn.input.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func compiled(_ shape: Shape) throws -> Compiled {
    if let known = compiled.withLock({ $0[shape] }) { return known }
    let made = try compile(shape)
    compiled.withLock { $0[shape] = made }
    return made
  }

  /// Checks the sums too, so that all mistakes are told at once.
  private func compile(_ shape: Shape) throws -> Compiled {
    var problems = DiagnosticCollector()
    let model = try problems.attempt {
      try ModelCompiler(units: units).compile(
        ModelSource(
          inputs: formulas.inputs.map {
            $0.declaration(variesByYear: shape.varying.contains($0.name))
          },
          variables: formulas.file.variables.map(\.declaration),
          outputs: formulas.file.outputs.map(\.declaration), years: shape.years))
    }
    var sums: [String: CompiledSum] = [:]
    for case .given(let input) in formulas.inputs {
      guard case .paths(let source) = input.origin else { continue }
      sums[input.name] = try problems.attempt {
        try PathSums(input, source, drawn: formulas.file.inputs, units: units)
          .compile(years: Array(shape.years.dropFirst(shape.before)), varying: shape.varying)
      }
    }
    try problems.throwIfErrors()
    guard var model else { throw DiagnosticError([]) }
    switch shape.kept {
    case .outcome, .told, .outputs: model = model.keepingOutputs
    case .between:
      model = model.keeping { $0.isOutput || CourseBetween.variables.contains($0.name) }
    case .everything: break
    }
    return Compiled(
      model: model, machine: BlockMachine(program: model.optimized, literal: model.program),
      sums: sums, independent: try RankCorrelation([], order: []))
  }
}

extension GivenInput {
  /// True if it has a value for each year.
  var variesByYear: Bool {
    switch origin {
    case .nowcast(let quantity): quantity.variesByYear
    case .paths, .path: true
    }
  }
}

/// The parts that a company's runs share: its years, its state, the draws of its uncertain inputs.
package struct CompanyDraws: Sendable {
  let timeline: CompanyTimeline
  let given: GivenColumns
  let drawn: [String: RecordedInput]
  let draws: Draws
}

/// An input's draws with what they rest on.
struct RecordedInput {
  var drawn: DrawnValues
  var record: InputRecord
}
