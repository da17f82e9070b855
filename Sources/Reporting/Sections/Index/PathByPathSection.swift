package import RunRecord

extension Section where Subject == RunRecord {
  /// For how many companies each path pays back, and whom it carries most.
  package static let pathByPath = Section("PathByPath") { record, context in
    guard !record.paths.isEmpty else { return [] }
    return [
      context.heading(2, .pathByPath),
      .list(record.paths.map { ListItem(line($0, context)) }, ordered: false),
    ]
  }

  private static func line(_ path: PathRecord, _ context: ReportContext) -> [Inline] {
    let assessed = PathCells(path, context).assessed
    let name: [Inline] = [.strong(context.pathLink(path.id))]
    guard !assessed.isEmpty else { return context.line(.pathNobody, ["path": name]) }
    let pays = assessed.filter(\.givesMoneyBack)
    var line = context.line(
      .pathPays,
      [
        "path": name, "count": [.text(String(pays.count))],
        "total": [.text(String(assessed.count))],
      ])
    if !pays.isEmpty {
      line += context.line(
        .pathPaysWhom,
        [
          "names": context.joined(
            pays.map { item in
              context.line(
                .nameWithDetail,
                [
                  "name": context.companyLink(item.company.id),
                  "detail": context.probability(item.cell.viability),
                ])
            })
        ])
    }
    let carried = assessed.compactMap { item in item.cell.support.value.map { (item, $0) } }
    if let most = carried.max(by: { $0.1 < $1.1 }), most.1 >= 0.5 {
      line += context.line(
        .pathCarriesMost,
        [
          "name": context.companyLink(most.0.company.id),
          "points": [.text(context.numbers.points(most.1))],
        ])
    }
    return line
  }
}
