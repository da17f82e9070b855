import Findings
import RunRecord

/// Claims and their tests, for programs.
enum ThesisData {
  /// A row a claim.
  static func claims(_ theses: [ThesisRecord]) -> DataTable {
    DataTable(
      [
        "thesis", "claim", "title", "verdict", "class", "chance", "standard_error", "unknown",
        "rests_on", "as_of", "since", "chance_before", "class_before", "holds",
      ],
      rows: theses.flatMap { thesis in
        thesis.claims.map { claim in
          let finding = ClaimFinding(claim)
          return [
            .text(thesis.id), .text(claim.id), .text(claim.title.text(in: "en")),
            .text(finding.verdict.rawValue), .text(finding.plain.rawValue),
            .init(claim.chance.value), .init(claim.chance.estimate?.standardError),
            .init(claim.chance.reason?.message), .init(restsOn(finding)), .text(thesis.asOf),
            .init(thesis.since), .init(claim.before?.value),
            .init(finding.before?.rawValue), .init(claim.holds),
          ]
        }
      })
  }

  /// A row for the claim as it stands, for each hinge, for all of them, for each further form and
  /// for the earlier day.
  static func tests(of claim: ClaimRecord, in thesis: ThesisRecord) -> DataTable {
    func row(_ kind: String, _ name: String?, _ detail: String?, _ chance: Quantity)
      -> [DataTable.Cell]
    {
      [
        .text(thesis.id), .text(claim.id), .text(kind), .init(name), .init(detail),
        .init(chance.value), .init(chance.reason?.message),
        .text(ClaimVerdict(chance).rawValue),
        .flag(ClaimFinding.isMoved(claim.chance, to: chance)),
      ]
    }
    var rows = [row("as_it_stands", nil, claim.holds, claim.chance)]
    rows += claim.hinges.map { row("hinge", $0.input, $0.neutral, $0.chance) }
    if let all = claim.allHinges { rows.append(row("all_hinges", nil, nil, all)) }
    rows += claim.also.map { row("form", $0.id, $0.holds, $0.chance) }
    if let before = claim.before { rows.append(row("before", thesis.since, nil, before)) }
    return DataTable(
      ["thesis", "claim", "test", "name", "detail", "chance", "unknown", "class", "moves"],
      rows: rows)
  }

  /// The hinges that a claim hangs on.
  private static func restsOn(_ finding: ClaimFinding) -> String? {
    if finding.restsOnAllTogether { return "all_hinges" }
    return finding.restsOn.isEmpty ? nil : finding.restsOn.joined(separator: ", ")
  }
}
