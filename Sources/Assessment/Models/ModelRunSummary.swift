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
  /// The share of dropped draws above which a number is withheld.
  let flaggedLimit: Double
  let remarks: [Remark]

  func result() -> ModelRunResult {
    var variables: [String: VariableResult] = [:]
    run.eachSeries(at: Array(run.model.variables.indices)) { position, series in
      let variable = run.model.variables[position]
      var years: [String: VariableSummary] = [:]
      var withoutNumber: [String] = []
      var withheld: [String: Int] = [:]
      for (index, column) in series.enumerated() {
        let key = variable.variesByYear ? String(run.years[index]) : "all"
        let summary = Summary(column)
        if summary.flagged == column.count {
          withoutNumber.append(key)
        } else if Double(summary.flagged) > flaggedLimit * Double(column.count) {
          withheld[key] = summary.flagged
        } else {
          years[key] = self.summary(summary, scale: 1 / variable.unit.scale)
        }
      }
      variables[variable.name] = VariableResult(
        unit: variable.unit.text, years: years,
        withoutNumber: withoutNumber.isEmpty ? nil : withoutNumber,
        withheld: withheld.isEmpty ? nil : withheld)
    }
    return ModelRunResult(
      path: path, draws: request.draws, seed: request.seed, variables: variables,
      remarks: remarks.isEmpty ? nil : remarks)
  }

  private func summary(_ summary: Summary, scale: Double) -> VariableSummary? {
    guard let estimate = summary.estimate(unit: "", scale: scale), let sd = summary.sd else {
      return nil
    }
    return VariableSummary(
      mean: estimate.value, standardError: estimate.standardError, sd: sd * scale,
      p5: estimate.p5, p50: estimate.p50, p95: estimate.p95, flagged: summary.flagged)
  }
}
