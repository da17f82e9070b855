import Findings
import Reporting
import RunRecord

/// The companies at risk, best odds first, for programs.
struct BriefData {
  let run: RunRecord
  /// A run of an earlier day, to say what the odds were then.
  let earlier: RunRecord?

  /// The columns, which docs/data.md explains.
  static let keys = [
    "company", "name", "group", "broke_even", "broke_even_then", "still_losing", "sold",
    "cashed_out", "runway_months_p50", "runway_months_censored_at", "decided_by",
    "decided_by_share", "revenue_known_to", "freshness",
  ]

  var table: DataTable {
    let findings = Findings(run)
    let rows = findings.companiesByOdds.compactMap { company in
      findings.states(company).map { row(company, $0, findings) }
    }
    return DataTable(Self.keys, rows: rows)
  }

  private func row(
    _ company: CompanyRecord, _ states: StateProbabilities, _ findings: Findings
  ) -> [DataTable.Cell] {
    let then = earlier?.companies.first { $0.id == company.id }.flatMap(findings.odds)
    let decider = company.outcome.drivers.first
    let runway = company.outcome.runwayMonths
    return [
      .text(company.id), .text(company.name), .text(findings.group(company).rawValue),
      .init(states.brokeEven.value), .init(then), .init(states.stillLosing.value),
      .init(states.sold.value), .init(states.cashedOut.value),
      .init(runway?.withRounds.estimate?.p50),
      .init(runway?.withRounds.estimate == nil ? nil : runway?.censoredAt),
      .init(decider?.name), .init(decider?.share),
      .init(findings.revenueKnownTo(company).map(MonthWords.month)),
      .init(company.nowcast?.freshness.age.rawValue),
    ]
  }
}
