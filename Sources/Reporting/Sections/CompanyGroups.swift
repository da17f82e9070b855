import Publishing
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
      if outcome.alreadyBrokeEven {
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
      _ label: Words, _ companies: [CompanyRecord], _ detail: (CompanyRecord) -> [Inline]
    ) {
      guard !companies.isEmpty else { return }
      let names = companies.map { company -> [Inline] in
        let name = context.companyLink(company.id)
        let detail = detail(company)
        return detail.isEmpty
          ? name : context.line(Joining.nameWithDetail, ["name": name, "detail": detail])
      }
      lines.append(
        context.line(
          Joining.labelled,
          ["label": [.strong(context.line(label))], "value": context.joined(names)]))
    }
    if breakEven.isEmpty && !(runOut.isEmpty && open.isEmpty) {
      lines.append([.strong(context.line(Words.nobodyLikelyBreaksEven))])
    }
    add(Words.breakEven, breakEven) { odds($0, context, \.brokeEven.value) }
    add(Words.runOut, runOut) { odds($0, context, nil) }
    add(Words.open, open) { company in
      let states = company.outcome.statesWithBaseRate ?? company.outcome.states
      return states.map { [.text(CompanyVerdict.split($0, context))] } ?? []
    }
    add(Words.already, already) { _ in [] }
    add(Words.unknown, unknown) { _ in [] }
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
    let carried = company.paths.filter { $0.status == .assessed && ($0.carry.value ?? 0) >= 5 }
    guard value != nil,
      let best = carried.max(by: { ($0.carry.value ?? 0) < ($1.carry.value ?? 0) })
    else { return [.text(number)] }
    return context.line(
      Words.oddsByPath, ["odds": [.text(number)], "path": context.pathLink(best.path)])
  }
}

extension CompanyGroups {
  enum Words: String, Phrases {
    static let topic = "CompanyGroups"

    case oddsByPath = "{odds}, mostly by {path}"
    case nobodyLikelyBreaksEven = """
      No company with an outcome is more likely than not (55 % or more) to break even \
      before its money runs out.
      """
    case breakEven = "More likely than not to break even first"
    case runOut = "More likely than not to run out of money or be sold"
    case open = "Open: no group of outcomes reaches 55 %"
    case already = "Already profitable by reported figures"
    case unknown = "Not enough evidence for an outcome (what is missing stands below)"
  }
}
