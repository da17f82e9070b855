import RunRecord

/// States of today and how old they are, for programs.
enum NowcastData {
  /// The observations behind a state, a row each.
  static func table(_ answer: CompanyNowcast) -> DataTable {
    DataTable(
      ["company", "as_of", "unit", "kind", "at", "value", "sd", "moved", "periods", "sources"],
      rows: answer.nowcast.observations.map { one in
        [
          .text(answer.company), .text(answer.asOf), .text(answer.nowcast.unit.rawValue),
          .text(one.kind.rawValue), .init(one.at), .init(one.value), .init(one.sd),
          .init(one.moved),
          .text(one.terms.map { ($0.sign < 0 ? "-" : "+") + $0.period }.joined(separator: " ")),
          .text(one.terms.map(\.source).joined(separator: " ")),
        ]
      })
  }

  /// The ages of the figures behind states in months, a row a company.
  static func table(_ all: [FreshnessListing]) -> DataTable {
    let roles = FreshnessRecord.Figure.Role.allCases
    return DataTable(
      ["company", "age"] + roles.map(\.rawValue) + ["due", "reason"],
      rows: all.map { listing in
        let figures = listing.freshness?.figures ?? []
        let ages = roles.map { role in
          DataTable.Cell(figures.first { $0.role == role }?.months)
        }
        let due = (listing.freshness?.due ?? []).map { "\($0.months) months to \($0.end)" }
        return [.text(listing.company), .init(listing.freshness?.age.rawValue)] + ages + [
          .text(due.joined(separator: "; ")), .init(listing.reason?.message),
        ]
      })
  }
}
