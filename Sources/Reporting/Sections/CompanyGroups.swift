import Findings
import Publishing
import RunRecord

/// The companies by what most likely becomes of them, a line a group.
struct CompanyGroups {
  private let groups: [CompanyGroup: [CompanyRecord]]

  init(_ context: ReportContext) {
    groups = context.findings.groups
  }

  /// The companies of a group.
  subscript(group: CompanyGroup) -> [CompanyRecord] { groups[group] ?? [] }

  /// A line a group that has companies.
  func lines(_ context: ReportContext) -> [[Inline]] {
    var lines: [[Inline]] = []
    let clear = context.numbers.probability(
      context.findings.scale.likelihood.moreLikelyThanNot)
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
          [
            "label": [.strong(context.line(label, ["clear": [.text(clear)]]))],
            "value": context.joined(names),
          ]))
    }
    let others = self[.runOut] + self[.stillLosing] + self[.open]
    if self[.breakEven].isEmpty && !others.isEmpty {
      lines.append([
        .strong(context.line(Words.nobodyLikelyBreaksEven, ["clear": [.text(clear)]]))
      ])
    }
    add(Words.breakEven, self[.breakEven]) { odds($0, context, \.brokeEven.value) }
    add(Words.runOut, self[.runOut]) { odds($0, context, nil) }
    add(Words.stillLosing, self[.stillLosing]) { odds($0, context, \.stillLosing.value) }
    add(Words.open, self[.open]) { company in
      context.findings.states(company).map { [.text(CompanyVerdict.split($0, context))] } ?? []
    }
    add(Words.already, self[.already]) { _ in [] }
    add(Words.unknown, self[.unknown]) { _ in [] }
    return lines
  }

  /// The probability of the group, and what of it is left without the paths where they move it.
  private func odds(
    _ company: CompanyRecord, _ context: ReportContext,
    _ value: KeyPath<StateProbabilities, Double>?
  ) -> [Inline] {
    let findings = context.findings
    guard let states = findings.states(company) else { return [] }
    let number = context.numbers.probability(
      value.map { states[keyPath: $0] } ?? findings.lost(states))
    guard value == \.brokeEven.value, findings.pathsMatter(company),
      let outside = company.outcome.statesOutside
    else {
      return [.text(number)]
    }
    return context.line(
      Words.oddsWithPaths,
      [
        "odds": [.text(number)],
        "outside": [.text(context.numbers.probability(outside.brokeEven.value))],
      ])
  }
}

extension CompanyGroups {
  enum Words: String, Phrases {
    static let topic = "CompanyGroups"

    case oddsWithPaths = "{odds}; {outside} without its paths"
    case nobodyLikelyBreaksEven = """
      No company with an outcome is more likely than not ({clear} or more) to break even \
      before its money runs out.
      """
    case breakEven = "More likely than not to break even first"
    case runOut = "More likely than not to run out of money or be sold"
    case stillLosing = "More likely than not to lose money still"
    case open = "Open: no outcome reaches {clear}"
    case already = "Already profitable by reported figures"
    case unknown = "Not enough evidence for an outcome (what is missing stands below)"
  }
}
