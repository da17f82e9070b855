import RunRecord

/// A grid for programs: a row a company and cell.
enum WhatIfTableData {
  /// The columns of what is changed, of one thing or two.
  static let axes = ["row", "column"]

  static func table(_ answer: WhatIfTable) -> DataTable {
    let axes = axes.prefix(answer.axes.count)
    let blanks = [DataTable.Cell](repeating: .empty, count: axes.count)
    return DataTable(
      ["company"] + axes + StandingData.keys,
      rows: answer.companies.flatMap { company -> [[DataTable.Cell]] in
        let base = [.text(company.id)] + blanks + StandingData.cells(company.base)
        let cells = zip(answer.axes[0].values, company.cells).flatMap { value, row in
          row.enumerated().map { place, variant -> [DataTable.Cell] in
            let second = answer.axes.count > 1 ? [answer.axes[1].values[place]] : []
            return [.text(company.id)] + ([value] + second).map { .text($0) }
              + StandingData.cells(variant)
          }
        }
        return [base] + cells
      })
  }
}

/// Ways to a goal for programs: a row an input of each way.
enum GoalData {
  /// The columns, which docs/data.md explains.
  static let keys = [
    "company", "base", "target", "way", "input", "unit", "median", "value", "percentile",
    "distance", "reached", "changes",
  ]

  static func table(_ answer: GoalRecord) -> DataTable {
    DataTable(
      keys,
      rows: answer.companies.flatMap { company -> [[DataTable.Cell]] in
        let ways =
          company.single.map { ("single", $0) }
          + [company.nearest].compactMap { way in
            way.map { ("nearest", $0) }
          } + [company.pair].compactMap { way in way.map { ("pair", $0) } }
        let start: [DataTable.Cell] = [
          .text(company.id), DataTable.Cell(company.base), .number(answer.target),
        ]
        guard !ways.isEmpty else {
          return [
            start + [.text(company.isMet ? "met" : "none")] + Array(repeating: .empty, count: 8)
          ]
        }
        return ways.flatMap { kind, way in
          way.inputs.map { input in
            start + [
              .text(kind), .text(input.name), .text(input.unit.rawValue), .number(input.median),
              .number(input.value), .number(input.percentile), .number(way.distance),
              .number(way.reached), .text(way.changes.joined(separator: " ")),
            ]
          }
        }
      })
  }
}
