internal import Evaluation
internal import Formulas
package import RunRecord
internal import Simulation
internal import Units

/// Describes the company model for readers, as the models of paths are described.
struct CompanyDescriber {
  let loaded: LoadedModels

  private var formulas: CompanyFormulas { loaded.companyModel }
  private var file: ModelFile { formulas.file }

  /// The inputs with those of the nowcast, and the formulas in the order of computation.
  ///
  /// - Throws: `DiagnosticError` for mistakes in formulas.
  func description(asProgram: Bool) throws -> ModelDescription {
    let compiled = try CompanyModel(formulas, units: loaded.units)
      .compiled(years: loaded.study.years)
    let order = Dictionary(
      compiled.variables.map { ($0.name, $0.orderOfComputation) }, uniquingKeysWith: { $1 })
    let records = (file.variables + file.outputs).map { variable in
      FormulaRecord(
        name: variable.declaration.name, title: variable.title,
        unit: UnitName(variable.declaration.unit.text), formula: variable.declaration.formulaText)
    }
    // An output that is a variable of the same name is listed once, with the variable's formula.
    let listed = records.filter { $0.formula != $0.name }
      .sorted { (order[$0.name] ?? 0, $0.name) < (order[$1.name] ?? 0, $1.name) }
    return ModelDescription(
      path: PathRecord(
        id: file.id, title: file.title, summary: file.summary, version: file.version,
        criteria: [], formulas: listed, drivers: [], crowding: nil),
      file: file.file,
      inputs: formulas.inputs.map(describe) + formulas.nowcast.inputs.map(describe),
      outputs: CompanyFormulas.outputs.map(\.name),
      program: asProgram ? compiled.printed(compiled.optimized) : nil, markdown: "",
      dependencies: Dictionary(
        compiled.variables.map { variable in
          (variable.name, variable.dependencies.filter { $0 != variable.name })
        }, uniquingKeysWith: { $1 }))
  }

  /// The model in the list of models.
  var summary: ModelSummary {
    ModelSummary(
      path: file.id, title: file.title, version: file.version, file: file.file,
      inputs: formulas.inputs.count + formulas.nowcast.inputs.count,
      variables: file.variables.count, criteria: 0)
  }

  private func describe(_ input: CompanyInput) -> InputDescription {
    switch input {
    case .drawn(let input): describe(input)
    case .given(let input): describe(input)
    }
  }

  private func describe(_ input: ModelInput) -> InputDescription {
    ModelDescriber.describe(input, markets: loaded.markets)
  }

  private func describe(_ input: GivenInput) -> InputDescription {
    let scope: String
    let from: String
    var formula: String?
    var because: String?
    switch input.origin {
    case .nowcast(let quantity):
      (scope, from, because) = ("nowcast", quantity.rawValue, quantity.summary)
    case .paths(let source): (scope, from, formula) = ("paths", "sum_over_paths", source.text)
    case .path(let id, let variable, let otherwise):
      (scope, from) = ("paths", "\(id).\(variable)")
      because = "\(NumberNotation.print(otherwise)) for a company that doesn't pursue \(id)."
    }
    return InputDescription(
      name: input.name, title: input.title, unit: input.unit.text, scope: scope, from: from,
      distribution: formula, because: because, sources: [])
  }
}

extension LoadedModels {
  /// The company model in the list of models.
  package var companyModelSummary: ModelSummary { CompanyDescriber(loaded: self).summary }
}
