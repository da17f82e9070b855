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
        variable.years.sorted { $0.key < $1.key }.map { year, summary in
          [.text(name), .text(variable.unit), .text(year)]
            + [
              summary.mean, summary.standardError, summary.sd, summary.p5, summary.p50,
              summary.p95, Double(summary.flagged),
            ].map(DataTable.Cell.number)
        }
      })
  }
}
