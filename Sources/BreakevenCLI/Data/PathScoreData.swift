import Findings
import RunRecord

/// Every path of every company of a run, for programs: a row each, assessed or not.
struct PathScoreData {
  let run: RunRecord

  /// The columns, which docs/data.md explains.
  static let keys: [String] = {
    let spread = [
      "exposure", "exposure_today", "drain", "money_back_index", "readiness", "score", "support",
    ].flatMap { name in [name, "\(name)_p5", "\(name)_p95"] }
    return ["company", "path", "status"] + spread + [
      "viability", "viability_beyond", "payback_year", "odds_without", "evidence",
      "mostly_assumption", "missing", "because",
    ]
  }()

  var table: DataTable {
    DataTable(
      Self.keys,
      rows: run.companies.flatMap { company in
        company.paths.map { path in
          let row = row(path, of: company.id)
          return Self.keys.map { row[$0] ?? .empty }
        }
      })
  }

  private func row(_ path: AssessmentRecord, of company: String) -> [String: DataTable.Cell] {
    var row: [String: DataTable.Cell] = [
      "company": .text(company), "path": .text(path.path), "status": .text(path.status.rawValue),
      "missing": path.missing.isEmpty
        ? .empty : .text(path.missing.map(\.description).joined(separator: "; ")),
      "because": .init(path.reason?.message),
    ]
    guard let results = path.results else { return row }
    let spread: [(String, Quantity)] = [
      ("exposure", results.exposure), ("exposure_today", results.exposureToday),
      ("drain", results.drain), ("money_back_index", results.moneyBackIndex),
      ("readiness", results.readiness), ("score", results.score), ("support", results.support),
    ]
    for (name, quantity) in spread {
      row[name] = .init(quantity.value)
      row[name + "_p5"] = .init(quantity.estimate?.p5)
      row[name + "_p95"] = .init(quantity.estimate?.p95)
    }
    row["viability"] = .init(results.viability.value)
    row["viability_beyond"] = .init(results.viabilityBeyond.value)
    row["payback_year"] = .init(results.payback.value)
    row["odds_without"] = .init(results.oddsWithout.value)
    row["evidence"] = .text(results.evidence.level.rawValue)
    row["mostly_assumption"] = .flag(results.evidence.mostlyAssumption)
    return row
  }
}
