package import RunRecord

extension Section where Subject == RunRecord {
  /// Who breaks even, who runs out, by which path, how sure.
  package static let answer = Section("Answer") { record, context in
    var blocks: [Block] = [.quote([.paragraph([.text(context.text(record.run.question))])])]
    blocks.append(
      context.paragraph(
        .answerScope,
        [
          "date": [.text(record.run.asOf)], "horizon": [.text(String(record.run.horizon))],
        ]))
    blocks.append(.list(groups(context).map { ListItem($0) }, ordered: false))
    if let sure = sureness(record, context) { blocks.append(.paragraph(sure)) }
    let odds = context.companiesInOrder.filter {
      context.headline($0.outcome) != nil && !$0.outcome.alreadyBrokeEven
    }
    if !odds.isEmpty {
      blocks.append(context.heading(2, .companyByCompany))
      blocks.append(
        .list(odds.map { CompanyVerdict.item($0, context) }, ordered: false))
    }
    let paths = record.paths.compactMap { pathLine($0, context) }
    if !paths.isEmpty {
      blocks.append(context.heading(2, .pathByPath))
      blocks.append(.list(paths.map { ListItem($0) }, ordered: false))
    }
    return blocks
  }

  /// The companies by what most likely becomes of them, a line a group.
  private static func groups(_ context: ReportContext) -> [[Inline]] {
    var breakEven: [[Inline]] = []
    var runOut: [[Inline]] = []
    var open: [[Inline]] = []
    var already: [[Inline]] = []
    var unknown: [[Inline]] = []
    func named(_ company: CompanyRecord, _ detail: String) -> [Inline] {
      context.line(
        .nameWithDetail,
        ["name": context.companyLink(company.id), "detail": [.text(detail)]])
    }
    for company in context.companiesInOrder {
      let outcome = company.outcome
      if outcome.alreadyBrokeEven {
        already.append(context.companyLink(company.id))
      } else if let states = outcome.statesWithBaseRate ?? outcome.states {
        let lost = states.cashedOut.value + states.sold.value
        if states.brokeEven.value >= 0.55 {
          breakEven.append(named(company, context.numbers.probability(states.brokeEven.value)))
        } else if lost >= 0.55 {
          runOut.append(named(company, context.numbers.probability(lost)))
        } else {
          open.append(named(company, CompanyVerdict.split(states, context)))
        }
      } else {
        let missing = outcome.missing.joined(separator: ", ")
        unknown.append(missing.isEmpty ? context.companyLink(company.id) : named(company, missing))
      }
    }
    var lines: [[Inline]] = []
    func add(_ label: Phrase, _ names: [[Inline]]) {
      guard !names.isEmpty else { return }
      lines.append(
        context.line(
          .labelled,
          ["label": [.strong([.text(context.text(label))])], "value": context.joined(names)]))
    }
    if breakEven.isEmpty && !(runOut.isEmpty && open.isEmpty) {
      lines.append([.strong([.text(context.text(.nobodyLikelyBreaksEven))])])
    }
    add(.groupBreakEven, breakEven)
    add(.groupRunOut, runOut)
    add(.groupOpen, open)
    add(.groupAlready, already)
    add(.groupUnknown, unknown)
    return lines
  }

  /// How much of it rests on facts, and whether ranks hang on weights or on inputs.
  private static func sureness(_ record: RunRecord, _ context: ReportContext) -> [Inline]? {
    let count = InputCount(record)
    guard count.total > 0 else { return nil }
    var line = context.line(
      .howSure,
      [
        "total": [.text(String(count.total))], "facts": [.text(String(count.facts))],
        "estimates": [.text(String(count.estimates))],
        "assumptions": [.text(String(count.assumptions))],
      ])
    if count.overrides > 0 {
      line += context.line(.howSureOverrides, ["count": [.text(String(count.overrides))]])
    }
    if let weights = record.ranking.instabilityFromWeights {
      line += context.line(
        .howSureWeights,
        [
          "weights": [.text(context.numbers.share(weights * 100))],
          "inputs": [.text(context.numbers.share((1 - weights) * 100))],
        ])
    }
    return line
  }

  /// For how many companies a path pays back, and whom it carries most.
  private static func pathLine(_ path: PathRecord, _ context: ReportContext) -> [Inline]? {
    let cells = context.companiesInOrder.compactMap { company in
      company.paths.first { $0.path == path.id && $0.status == .assessed }.map { (company, $0) }
    }
    guard !cells.isEmpty else {
      return context.line(.pathNobody, ["path": [.strong(context.pathLink(path.id))]])
    }
    let pays = cells.filter { ($0.1.viability.value ?? 0) >= 0.5 }
    var line = context.line(
      .pathPays,
      [
        "path": [.strong(context.pathLink(path.id))], "count": [.text(String(pays.count))],
        "total": [.text(String(cells.count))],
      ])
    if !pays.isEmpty {
      line += context.line(
        .pathPaysWhom,
        [
          "names": context.joined(
            pays.map { company, cell in
              context.line(
                .nameWithDetail,
                [
                  "name": context.companyLink(company.id),
                  "detail": context.probability(cell.viability),
                ])
            })
        ])
    }
    let carried = cells.compactMap { cell in cell.1.carry.value.map { (cell.0, $0) } }
    if let most = carried.max(by: { $0.1 < $1.1 }), most.1 >= 0.5 {
      line += context.line(
        .pathCarriesMost,
        [
          "name": context.companyLink(most.0.id),
          "points": [.text(context.numbers.points(most.1))],
        ])
    }
    return line
  }
}
