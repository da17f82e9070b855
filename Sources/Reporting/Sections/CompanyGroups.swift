import RunRecord

/// The companies by what most likely becomes of them; each is in one group.
struct CompanyGroups {
  /// A probability from which an outcome counts as more likely than not: below it, and above its
  /// mirror image, odds are as good as even.
  private static let clear = 0.55

  private(set) var breakEven: [CompanyRecord] = []
  private(set) var runOut: [CompanyRecord] = []
  private(set) var open: [CompanyRecord] = []
  private(set) var already: [CompanyRecord] = []
  private(set) var unknown: [CompanyRecord] = []

  init(_ context: ReportContext) {
    for company in context.companiesInOrder {
      let outcome = company.outcome
      if company.hasBrokenEven {
        already.append(company)
      } else if let states = outcome.statesWithBaseRate ?? outcome.states {
        if states.brokeEven.value >= Self.clear {
          breakEven.append(company)
        } else if Self.lost(states) >= Self.clear {
          runOut.append(company)
        } else {
          open.append(company)
        }
      } else {
        unknown.append(company)
      }
    }
  }

  private static func lost(_ states: StateProbabilities) -> Double {
    states.cashedOut.value + states.sold.value
  }

  /// A line a group that has companies.
  func lines(_ context: ReportContext) -> [[Inline]] {
    var lines: [[Inline]] = []
    func add(
      _ label: Phrase, _ companies: [CompanyRecord], _ detail: (CompanyRecord) -> [Inline]
    ) {
      guard !companies.isEmpty else { return }
      let names = companies.map { company -> [Inline] in
        let name = context.companyLink(company.id)
        let detail = detail(company)
        return detail.isEmpty
          ? name : context.line(.nameWithDetail, ["name": name, "detail": detail])
      }
      lines.append(
        context.line(
          .labelled,
          ["label": [.strong(context.line(label))], "value": context.joined(names)]))
    }
    if breakEven.isEmpty && !(runOut.isEmpty && open.isEmpty) {
      lines.append([.strong(context.line(.nobodyLikelyBreaksEven))])
    }
    add(.groupBreakEven, breakEven) { odds($0, context, \.brokeEven.value) }
    add(.groupRunOut, runOut) { odds($0, context, nil) }
    add(.groupOpen, open) { company in
      let states = company.outcome.statesWithBaseRate ?? company.outcome.states
      return states.map { [.text(CompanyVerdict.split($0, context))] } ?? []
    }
    add(.groupAlready, already) { _ in [] }
    add(.groupUnknown, unknown) { _ in [] }
    return lines
  }

  /// The probability of the group, and the path that carries most where one carries much.
  private func odds(
    _ company: CompanyRecord, _ context: ReportContext,
    _ value: ((StateProbabilities) -> Double)?
  ) -> [Inline] {
    guard let states = company.outcome.statesWithBaseRate ?? company.outcome.states else {
      return []
    }
    let number = context.numbers.probability(value?(states) ?? Self.lost(states))
    let carried = company.paths.filter { $0.status == .assessed && ($0.support.value ?? 0) >= 5 }
    guard value != nil,
      let best = carried.max(by: { ($0.support.value ?? 0) < ($1.support.value ?? 0) })
    else { return [.text(number)] }
    return context.line(
      .oddsByPath, ["odds": [.text(number)], "path": context.pathLink(best.path)])
  }
}
