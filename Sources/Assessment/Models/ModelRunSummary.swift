internal import Evaluation
internal import Formulas
internal import Plan
internal import RunRecord
internal import Simulation
internal import Units

/// Summarises every variable of a model that was run alone.
struct ModelRunSummary {
  let run: ProgramRun
  let request: ModelRunRequest
  let path: String

  func result() -> ModelRunResult {
    var variables: [String: VariableResult] = [:]
    for (position, variable) in run.model.variables.enumerated() {
      var years: [String: VariableSummary] = [:]
      var withoutNumber: [String] = []
      for (index, column) in run.series[position].enumerated() {
        let key = variable.variesByYear ? String(run.years[index]) : "all"
        years[key] = summary(column, scale: 1 / variable.unit.scale)
        if years[key] == nil { withoutNumber.append(key) }
      }
      variables[variable.name] = VariableResult(
        unit: variable.unit.text, years: years,
        withoutNumber: withoutNumber.isEmpty ? nil : withoutNumber)
    }
    return ModelRunResult(
      path: path, draws: request.draws, seed: request.seed, variables: variables)
  }

  private func summary(_ column: [Double], scale: Double) -> VariableSummary? {
    let summary = Summary(column)
    guard let estimate = summary.estimate(unit: "", scale: scale), let sd = summary.sd else {
      return nil
    }
    return VariableSummary(
      mean: estimate.value, standardError: estimate.standardError, sd: sd * scale,
      p5: estimate.p5, p50: estimate.p50, p95: estimate.p95, flagged: summary.flagged)
  }
}
