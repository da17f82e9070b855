import RunRecord

/// What the next reports will tell, and what came of it, for programs: a row a branch, and a row a
/// settled forecast.
enum AheadData {
  static func table(_ answer: AheadRecord) -> DataTable {
    DataTable(
      [
        "company", "figure", "metrics", "period", "expected_by", "unit", "p5", "p25", "p50", "p75",
        "p95", "moves", "from", "below", "chance", "broke_even", "still_losing", "sold",
        "cashed_out",
      ],
      rows: answer.companies.flatMap { company in
        company.figures.flatMap { figure in
          figure.branches.map { branch in
            head(Tripwire(company: company.id, figure)) + [
              DataTable.Cell(figure.moves), DataTable.Cell(branch.low),
              DataTable.Cell(branch.high), .number(branch.chance),
            ] + states(branch.states)
          }
        }
      })
  }

  static func table(_ answer: SettlementRecord) -> DataTable {
    DataTable(
      [
        "company", "figure", "metrics", "period", "expected_by", "unit", "p5", "p25", "p50", "p75",
        "p95", "seen", "level", "branch", "inside_50", "inside_90", "effective_draws", "broke_even",
        "still_losing", "sold", "cashed_out",
      ],
      rows: answer.companies.flatMap { company in
        company.figures.map { figure in
          head(figure.forecast) + [
            DataTable.Cell(figure.seen), DataTable.Cell(figure.level),
            DataTable.Cell(figure.branch.map { Double($0 + 1) }), truth(figure.isInside50),
            truth(figure.isInside90), DataTable.Cell(company.effectiveDraws),
          ] + states(company.new)
        }
      })
  }

  private static func head(_ tripwire: Tripwire) -> [DataTable.Cell] {
    let forecast = tripwire.forecast
    return [
      .text(tripwire.company), .text(tripwire.kind.rawValue),
      .text(tripwire.metrics.joined(separator: " ")), .text(tripwire.period),
      DataTable.Cell(tripwire.expectedBy), .text(tripwire.unit.rawValue), .number(forecast.p5),
      .number(forecast.p25), .number(forecast.p50), .number(forecast.p75), .number(forecast.p95),
    ]
  }

  private static func states(_ shares: OutcomeShares?) -> [DataTable.Cell] {
    [
      DataTable.Cell(shares?.brokeEven), DataTable.Cell(shares?.stillLosing),
      DataTable.Cell(shares?.sold), DataTable.Cell(shares?.cashedOut),
    ]
  }

  private static func truth(_ value: Bool?) -> DataTable.Cell {
    value.map(DataTable.Cell.flag) ?? .empty
  }
}
