import RunRecord

/// What a change moves, for programs: the odds of each state, then a row a number.
enum WhatIfData {
  /// The columns, which docs/data.md explains.
  static let keys = [
    "company", "stage", "path", "name", "year", "unit", "base", "new", "difference",
    "standard_error", "censored_at",
  ]

  static func table(_ answer: WhatIfRecord) -> DataTable {
    DataTable(
      keys,
      rows: answer.companies.flatMap { company in
        states(company)
          + company.moved.map { moved in
            [
              .text(company.id), .text(moved.stage.rawValue), DataTable.Cell(moved.path),
              .text(moved.name), DataTable.Cell(moved.year.map(Double.init)),
              .text(moved.unit.rawValue), .number(moved.base), .number(moved.new),
              .number(moved.difference), .number(moved.standardError),
              DataTable.Cell(moved.censoredAt),
            ]
          }
      })
  }

  private static func states(_ company: ChangedCompanyRecord) -> [[DataTable.Cell]] {
    let states: [(String, KeyPath<StateProbabilities, Estimate>)] = [
      ("broke_even", \.brokeEven), ("still_losing", \.stillLosing), ("sold", \.sold),
      ("cashed_out", \.cashedOut),
    ]
    return states.map { name, state in
      let base = company.base.states?[keyPath: state].value
      let new = company.new.states?[keyPath: state].value
      let difference = base.flatMap { base in new.map { $0 - base } }
      return [
        .text(company.id), .text("odds"), .empty, .text(name), .empty, .text("1"),
        DataTable.Cell(base), DataTable.Cell(new), DataTable.Cell(difference),
        name == "broke_even" ? DataTable.Cell(company.standardError) : .empty, .empty,
      ]
    }
  }
}
