import RunRecord

/// Scenarios for programs.
enum ScenarioData {
  /// A row a change.
  static func list(_ scenarios: [ScenarioListing]) -> DataTable {
    DataTable(
      [
        "scenario", "title", "extends", "change", "company", "name", "input", "because", "from",
      ],
      rows: scenarios.flatMap { scenario in
        scenario.changes.map { change in
          [
            .text(scenario.id), .text(scenario.title.text(in: "en")),
            DataTable.Cell(scenario.extends), .text(change.text), DataTable.Cell(change.company),
            .text(change.name), DataTable.Cell(change.title?.text(in: "en")),
            .text(change.because), .text(change.scenario),
          ]
        }
      })
  }

  /// A row a company and scenario.
  static func table(_ answer: ScenarioComparison) -> DataTable {
    DataTable(
      ["company", "scenario"] + StandingData.keys,
      rows: answer.companies.flatMap { company in
        [[.text(company.id), .empty] + StandingData.cells(company.base)]
          + zip(answer.scenarios, company.scenarios).map { scenario, variant in
            [.text(company.id), .text(scenario.id)] + StandingData.cells(variant)
          }
      })
  }
}

/// What becomes of a company, for programs.
enum StandingData {
  static let keys = [
    "group", "rank", "broke_even", "still_losing", "sold", "cashed_out", "difference",
    "standard_error", "runway_months", "runway_months_censored_at", "revenue", "operating_result",
  ]

  static func cells(_ variant: VariantRecord) -> [DataTable.Cell] {
    cells(variant.new, variant.difference, variant.standardError)
  }

  static func cells(
    _ standing: StandingRecord, _ difference: Double? = nil, _ error: Double? = nil
  ) -> [DataTable.Cell] {
    let states = standing.states
    return [
      .text(standing.group.rawValue), DataTable.Cell(standing.rank.map(Double.init)),
      DataTable.Cell(states?.brokeEven.value), DataTable.Cell(states?.stillLosing.value),
      DataTable.Cell(states?.sold.value), DataTable.Cell(states?.cashedOut.value),
      DataTable.Cell(difference), DataTable.Cell(error), DataTable.Cell(standing.runwayMonths),
      DataTable.Cell(standing.runwayCensoredAt), DataTable.Cell(standing.revenue),
      DataTable.Cell(standing.operatingResult),
    ]
  }
}
