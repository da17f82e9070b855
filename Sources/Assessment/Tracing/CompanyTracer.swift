internal import Diagnostics
package import Evaluation
package import Facts
internal import Nowcast
package import RunRecord
internal import Scoring

/// Runs the company model for one company with every variable kept, and leads its inputs on to the
/// facts that the state of today rests on.
package struct CompanyTracer {
  let run: RunContext
  let formulas: CompanyFormulas
  /// The names of the inputs of all paths.
  let pathInputs: Set<String>

  /// Makes a tracer; `pathInputs` are those of all paths, whether they are in the run or not.
  package init(run: RunContext, formulas: CompanyFormulas, pathInputs: Set<String>) {
    self.run = run
    self.formulas = formulas
    self.pathInputs = pathInputs
  }

  /// The tree behind a company's outcome.
  ///
  /// - Throws: `DiagnosticError` where it has no outcome, or for an input that can't be drawn from.
  package func trace(_ company: Company) throws -> CompanyTrace {
    let planned = try run.planner.plan(company)
    let course: CompanyCourse
    do {
      course = try planned.course(over: run.draws)
    } catch let missing as MissingOutcome {
      throw DiagnosticError(
        Diagnostic(
          "\(company.id) has no outcome: \(missing.reason.message)", at: company.location,
          help: missing.metrics.isEmpty
            ? nil : "a fact of \(missing.metrics.joined(separator: " or ")) would give one",
          category: .missing))
    }
    let projected = course.inputs()
    let inputs = projected.map(\.record).map { input in
      var input = input
      input.facts += basis(of: input.name, planned)
      if input.facts.isEmpty, input.kind != .override, isReported(input.name) {
        input.because.append(Reason(.noFigure))
      }
      return input
    }
    var collector = SourceCollector(facts: run.evaluation.facts)
    for input in inputs { collector.add(input) }
    return CompanyTrace(
      company: company.id, nodes: course.trace(inputs: projected).map(run.quantities.withholding),
      inputs: inputs,
      drivers: formulas.drivers.map { driver in
        CompanyTrace.Driver(variable: driver.variable, handles: driver.inputs.map(handle))
      }, state: quantities.filter(\.value.isReported).map { handle($0.name) },
      sources: collector.records())
  }

  /// The inputs that the state of today gives, in the order of the file.
  private var quantities: [(name: String, value: NowcastQuantity)] {
    formulas.inputs.compactMap { input in
      guard case .given(let given) = input, case .nowcast(let quantity) = given.origin else {
        return nil
      }
      return (given.name, quantity)
    }
  }

  private func isReported(_ input: String) -> Bool {
    quantities.contains { $0.name == input && $0.value.isReported }
  }

  private func handle(_ input: String) -> CompanyTrace.Handle {
    CompanyTrace.Handle(
      input: input, option: pathInputs.contains(input) ? "company.\(input)" : input)
  }

  /// The facts that an input rests on where the state of today gives it and nobody set it.
  private func basis(of input: String, _ planned: PlannedCompany) -> [FactRecord] {
    guard planned.subject.override(of: input, in: formulas.file.id) == nil,
      let quantity = quantities.first(where: { $0.name == input })?.value,
      case .success(let found) = planned.state,
      let company = run.evaluation.facts.company(planned.plan.company)
    else { return [] }
    return NowcastBasis(
      found: found, company: company, asOf: run.evaluation.asOf
    ).facts(of: quantity).map { run.evaluation.record(of: $0) }
  }
}
