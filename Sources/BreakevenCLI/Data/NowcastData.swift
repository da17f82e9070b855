import RunRecord

/// Where companies stand today, for programs.
enum NowcastData {
  /// The observations behind a state.
  static func table(_ answer: CompanyNowcast) -> DataTable {
    DataTable(
      ["company", "as_of", "unit", "kind", "at", "value", "sd", "moved", "periods", "sources"],
      rows: answer.nowcast.observations.map { one in
        [
          .text(answer.company), .text(answer.asOf), .text(answer.nowcast.unit.rawValue),
          .text(one.kind.rawValue), .number(one.at), .number(one.value), .number(one.sd),
          .number(one.moved),
          .text(one.terms.map { ($0.sign < 0 ? "-" : "+") + $0.period }.joined(separator: " ")),
          .text(one.terms.map(\.source).joined(separator: " ")),
        ]
      })
  }

  /// How old the figures behind states are, in months.
  static func table(_ all: [FreshnessListing]) -> DataTable {
    let roles = FreshnessRecord.Figure.Role.allCases
    return DataTable(
      ["company", "as_of", "age"] + roles.map(\.rawValue) + ["due", "reason"],
      rows: all.map { listing in
        let figures = listing.freshness?.figures ?? []
        return [
          .text(listing.company), .text(listing.asOf),
          DataTable.Cell(listing.freshness?.age.rawValue),
        ]
          + roles.map { role in DataTable.Cell(figures.first { $0.role == role }?.months) } + [
            .text(
              (listing.freshness?.due ?? []).map { "\($0.months) months to \($0.end)" }
                .joined(separator: "; ")),
            DataTable.Cell(listing.reason?.message),
          ]
      })
  }
}
