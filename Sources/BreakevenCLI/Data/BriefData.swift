import Findings
import RunRecord

/// The companies at risk, best odds first, for programs.
struct BriefData {
  let run: RunRecord
  /// A run of an earlier day, to say what the odds were then.
  let earlier: RunRecord?

  private static let keys = [
    "company", "name", "group", "broke_even", "broke_even_then", "still_losing", "sold",
    "cashed_out", "runway_months_p50", "decided_by", "decided_by_share", "revenue_known_to",
    "freshness",
  ]

  var table: DataTable {
    let findings = Findings(run)
    let rows = run.companies.compactMap { company in
      findings.states(company).map { (company, $0) }
    }.enumerated().sorted {
      ($1.element.1.brokeEven.value, $0.offset) < ($0.element.1.brokeEven.value, $1.offset)
    }.map { row($0.element.0, $0.element.1, findings) }
    return DataTable(Self.keys, rows: rows)
  }

  private func row(
    _ company: CompanyRecord, _ states: StateProbabilities, _ findings: Findings
  ) -> [DataTable.Cell] {
    let then = earlier?.companies.first { $0.id == company.id }.flatMap(findings.odds)
    let decider = company.outcome.drivers.first
    let freshness = company.nowcast?.freshness
    let known =
      freshness?.figures.first { $0.role == .revenueSince }
      ?? freshness?.figures.first { $0.role == .revenue }
    return [
      .text(company.id), .text(company.name), .text("\(findings.group(company))"),
      .init(states.brokeEven.value), .init(then), .init(states.stillLosing.value),
      .init(states.sold.value), .init(states.cashedOut.value),
      .init(company.outcome.runwayMonths?.withRounds.estimate?.p50), .init(decider?.name),
      .init(decider?.share), .init(known?.end), .init(freshness?.age.rawValue),
    ]
  }
}
