import RunRecord

/// Models, for programs.
enum ModelData {
  /// The inputs, with the reasons.
  static func table(_ model: ModelDescription) -> DataTable {
    DataTable(
      ["name", "unit", "scope", "from", "distribution", "because", "sources"],
      rows: model.inputs.map {
        [
          .text($0.name), .text($0.unit), .text($0.scope), .init($0.from),
          .init($0.distribution), .init($0.because), .text($0.sources.joined(separator: ", ")),
        ]
      })
  }

  /// Every variable and year of a model that was run alone.
  static func table(_ result: ModelRunResult) -> DataTable {
    DataTable(
      [
        "variable", "unit", "year", "mean", "standard_error", "sd", "p5", "p50", "p95", "flagged",
      ],
      rows: result.variables.sorted { $0.key < $1.key }.flatMap { name, variable in
        rows(of: variable, draws: result.draws).map { [.text(name), .text(variable.unit)] + $0 }
      })
  }

  /// A row for each year, in their order; those that are withheld, and those without a number in any
  /// draw, have only the count of draws without one.
  private static func rows(of variable: VariableResult, draws: Int) -> [[DataTable.Cell]] {
    let known = variable.years.map { year, summary -> (String, [DataTable.Cell]) in
      (
        year,
        [
          summary.mean, summary.standardError, summary.sd, summary.p5, summary.p50, summary.p95,
          Double(summary.flagged),
        ].map(DataTable.Cell.number)
      )
    }
    let without = (variable.withoutNumber ?? []).map { ($0, draws) }
    let withheld = ((variable.withheld ?? [:]).map { ($0.key, $0.value) } + without).map {
      year, dropped -> (String, [DataTable.Cell]) in
      (year, Array(repeating: DataTable.Cell.empty, count: 6) + [.number(Double(dropped))])
    }
    return (known + withheld).sorted { $0.0 < $1.0 }.map { [.text($0.0)] + $0.1 }
  }
}
