import Findings
import RunRecord

/// The companies of a run in their order, for programs; those without a place come last.
struct LeagueData {
  let run: RunRecord

  /// The columns, which docs/data.md explains.
  static let keys = [
    "tier", "sign", "company", "name", "broke_even", "broke_even_outside", "broke_even_inside",
    "already_broke_even",
    "runway_months_p5", "runway_months_p50", "runway_months_p95",
    "runway_months_censored_at", "headroom_p5", "headroom_p50",
    "headroom_p95", "rank_p5", "rank_p95", "leads_if", "unknown",
  ]

  var table: DataTable {
    let ranked = Set(run.ranking.order.map(\.id))
    let unranked = run.companies.map(\.id).filter { !ranked.contains($0) }
    let rows = run.ranking.order.map(row) + unranked.map(row)
    return DataTable(
      Self.keys, rows: rows.map { row in Self.keys.map { row[$0] ?? .empty } })
  }

  private func row(_ place: RankedCompany) -> [String: DataTable.Cell] {
    let company = run.companies.first { $0.id == place.id }
    let outcome = company?.outcome
    let runway = outcome?.runwayMonths?.withRounds.estimate
    let headroom = outcome?.headroom.estimate
    // One company alone is ahead of nobody, and a place among those asked for reads as one in the study.
    let hasPlace = run.ranking.order.count > 1 && run.run.someCompanies != true
    let rank = hasPlace ? place.rank.estimate : nil
    return [
      "tier": .init(hasPlace ? place.tier : nil), "sign": .init(place.sign?.rawValue),
      "company": .text(place.id), "name": .init(company?.name),
      "broke_even": .init(outcome?.states?.brokeEven.value),
      "broke_even_outside": .init(outcome?.statesOutside?.brokeEven.value),
      "broke_even_inside": .init(outcome?.statesInside?.brokeEven.value),
      "already_broke_even": .flag(company?.hasBrokenEven == true),
      "runway_months_p5": .init(runway?.p5), "runway_months_p50": .init(runway?.p50),
      "runway_months_p95": .init(runway?.p95),
      "runway_months_censored_at": .init(
        runway == nil ? nil : outcome?.runwayMonths.map { $0.censoredAt }),
      "headroom_p5": .init(headroom?.p5),
      "headroom_p50": .init(headroom?.p50), "headroom_p95": .init(headroom?.p95),
      "rank_p5": .init(rank?.p5), "rank_p95": .init(rank?.p95),
      "leads_if": .init(hasPlace ? leadsIf(place) : nil),
    ]
  }

  /// The criterion that must weigh more, or whether that never helps.
  private func leadsIf(_ place: RankedCompany) -> String {
    switch Findings(run).leadsIf(place) {
    case .never: "never"
    case .rarely: "rarely"
    case .anyway: "any_weights"
    case .when(let criterion, let weighs, _, _): "\(criterion)=\(weighs)"
    }
  }

  private func row(_ id: String) -> [String: DataTable.Cell] {
    let company = run.companies.first { $0.id == id }
    let reason = run.ranking.unranked[id] ?? company?.outcome.unknown?.reason
    return [
      "company": .text(id), "name": .init(company?.name), "unknown": .init(reason?.message),
      "already_broke_even": .flag(company?.hasBrokenEven == true),
    ]
  }
}
