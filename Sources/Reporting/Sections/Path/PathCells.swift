import Findings
import Publishing
import RunRecord

/// All companies on one path.
struct PathCells {
  struct Item {
    let company: CompanyRecord
    let cell: AssessmentRecord
  }

  /// With numbers, best mean score first.
  let assessed: [Item]
  /// Without business on this path.
  let notPursued: [Item]
  /// With facts missing.
  let missing: [Item]
  /// Those that get their money back, more likely than not.
  let paying: [Item]

  init(_ path: PathRecord, _ context: ReportContext) {
    let all = context.record.companies.compactMap { company in
      company.paths.first { $0.path == path.id }.map { Item(company: company, cell: $0) }
    }
    assessed = all.filter { $0.cell.status == .assessed }.sorted {
      let left = $0.cell.score.value ?? -1
      let right = $1.cell.score.value ?? -1
      return left == right ? $0.company.id < $1.company.id : left > right
    }
    paying = assessed.filter { context.findings.givesMoneyBack($0.cell) }
    notPursued = all.filter { $0.cell.status == .notPursued }
    missing = all.filter { $0.cell.status == .missingFacts }
  }

  /// Inputs that all companies share, each once, in the order of the model.
  func sharedInputs(scope: InputScope) -> [InputRecord] {
    var seen: Set<[String]> = []
    return assessed.flatMap(\.cell.inputs).filter { input in
      input.scope == scope && seen.insert([input.name, input.distribution]).inserted
    }
  }
}
