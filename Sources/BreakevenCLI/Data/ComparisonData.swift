import RunRecord

/// Companies side by side, for programs.
struct ComparisonData {
  let run: RunRecord
  let companies: [CompanyRecord]
  var differences: [CompanyDifference] = []

  /// The columns, which docs/data.md explains.
  static let keys = [
    "company", "measure", "value", "unit", "p5", "p50", "p95", "censored_at", "unknown",
  ]

  /// One row a company and measure, unrounded, then one a pair.
  var table: DataTable {
    var rows: [[DataTable.Cell]] = []
    func add(
      _ company: String, _ measure: String, _ quantity: Quantity, censoredAt limit: Double? = nil
    ) {
      let estimate = quantity.estimate
      rows.append([
        .text(company), .text(measure), DataTable.Cell(estimate?.value),
        DataTable.Cell(estimate?.unit.rawValue), DataTable.Cell(estimate?.p5),
        DataTable.Cell(estimate?.p50), DataTable.Cell(estimate?.p95),
        DataTable.Cell(estimate == nil ? nil : limit), DataTable.Cell(quantity.reason?.message),
      ])
    }
    for company in companies {
      let outcome = company.outcome
      for (suffix, states) in [
        ("", outcome.states), ("_outside", outcome.statesOutside),
        ("_inside", outcome.statesInside),
      ] {
        let unknown = Quantity.unknown(noOdds(company))
        add(company.id, "broke_even" + suffix, states.map { .estimate($0.brokeEven) } ?? unknown)
        add(
          company.id, "still_losing" + suffix, states.map { .estimate($0.stillLosing) } ?? unknown)
        add(company.id, "sold" + suffix, states.map { .estimate($0.sold) } ?? unknown)
        add(company.id, "cashed_out" + suffix, states.map { .estimate($0.cashedOut) } ?? unknown)
      }
      let runway = outcome.runwayMonths
      let noRunway = Quantity.unknown(noOdds(company))
      // Cash over burn of today looks no further than today.
      add(company.id, "runway_static", runway?.static ?? noRunway)
      add(
        company.id, "runway_alone", runway?.alone ?? noRunway, censoredAt: runway?.censoredAt)
      add(
        company.id, "runway_with_rounds", runway?.withRounds ?? noRunway,
        censoredAt: runway?.censoredAt)
      add(company.id, "median_break_even_year", outcome.medianBreakEvenYear)
      add(company.id, "headroom", outcome.headroom)
      add(company.id, "cash_cover", outcome.cashCover)
      add(company.id, "path_support", outcome.pathSupport)
      add(company.id, "uncovered_cost", outcome.uncoveredCost)
      for path in company.paths {
        add(company.id, "score/\(path.path)", path.score)
        add(company.id, "viability/\(path.path)", path.viability)
        add(company.id, "readiness/\(path.path)", path.readiness)
      }
      for other in companies where other.id != company.id {
        guard let probability = run.ranking.prefers[company.id]?[other.id] else { continue }
        rows.append([
          .text(company.id), .text("beats/\(other.id)"), DataTable.Cell(probability),
          .text("1"), .empty, .empty, .empty, .empty, .empty,
        ])
      }
    }
    rows += differences.flatMap { difference in
      ([("all", difference.odds, difference.headroom)]
        + difference.parts.map { ($0.name, $0.odds, $0.headroom) }).flatMap {
          name, odds, headroom -> [[DataTable.Cell]] in
          [("odds", odds, "1"), ("headroom", headroom, "point")].compactMap { what, share, unit in
            share.map {
              [
                .text(difference.first), .text("over/\(difference.second)/\(what)/\(name)"),
                .number($0), .text(unit), .empty, .empty, .empty, .empty, .empty,
              ]
            }
          }
        }
    }
    return DataTable(Self.keys, rows: rows)
  }

  private func noOdds(_ company: CompanyRecord) -> Reason {
    company.outcome.unknown?.reason
      ?? Reason(company.hasBrokenEven ? .earningHasNoOdds : .notAssessed)
  }
}

extension DifferencePart {
  /// Its name for programs: `growth`, `path:medical-ai`.
  fileprivate var name: String {
    paths.isEmpty ? kind.rawValue : "\(kind.rawValue):\(paths.joined(separator: "+"))"
  }
}
