import Findings
import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// A section by path: for how many companies it pays back, and whom it carries most.
  package static let pathByPath = Section("PathByPath", Words.self) { record, context in
    guard !record.paths.isEmpty else { return [] }
    return [
      context.heading(2, Words.title),
      .list(record.paths.map { ListItem(line($0, context)) }, ordered: false),
    ]
  }

  private static func line(_ path: PathRecord, _ context: ReportContext) -> [Inline] {
    let cells = PathCells(path, context)
    let assessed = cells.assessed
    let name: [Inline] = [.strong(context.pathLink(path.id))]
    guard !assessed.isEmpty else { return context.line(PathLines.nobody, ["path": name]) }
    let pays = cells.paying
    var line = context.line(
      PathLines.pays,
      [
        "path": name, "count": [.text(String(pays.count))],
        "total": [.text(String(assessed.count))],
      ])
    if !pays.isEmpty {
      line += context.line(
        PathLines.paysWhom,
        [
          "names": context.names(
            pays.map { item in
              context.line(
                Joining.nameWithDetail,
                [
                  "name": context.companyLink(item.company.id),
                  "detail": context.probability(item.cell.viability),
                ])
            })
        ])
    }
    let carried = assessed.compactMap { item in item.cell.support.value.map { (item, $0) } }
    if let most = carried.max(by: { $0.1 < $1.1 }), most.1 >= context.findings.scale.support.some {
      line += context.line(
        Words.supportsMost,
        [
          "name": context.companyLink(most.0.company.id),
          "points": [.text(context.numbers.points(most.1))],
        ])
      // To be carried most isn't to live.
      let company = most.0.company
      if context.findings.group(company) == .runOut, let states = context.findings.states(company) {
        line += context.line(
          Words.lostAllTheSame,
          ["chance": [.text(context.numbers.probability(context.findings.lost(states)))]])
      }
    }
    return line
  }
}

private enum Words: String, Phrases {
  static let topic = "PathByPath"

  case title = "Path by path"
  case supportsMost = "; supports {name} most ({points} of 100 points)"
  case lostAllTheSame = ", which runs out of money or is sold at {chance} all the same"
}
