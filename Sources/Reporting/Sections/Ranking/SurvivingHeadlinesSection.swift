import Findings
import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// A section on which companies' groups are the same however far their paths' models are trusted,
  /// and which hang on it, or on the draws.
  package static let survivingHeadlines = Section("SurvivingHeadlines", Words.self) {
    record, context in
    let findings = context.findings
    var moved: [ListItem] = []
    var near: [[Inline]] = []
    var lasting = 0
    for company in findings.companiesInOrder {
      guard let states = findings.states(company) else { continue }
      let group = CompanyGroup(states, on: findings.scale)
      let views = [
        (Words.outside, company.outcome.statesOutside),
        (Words.inside, company.outcome.statesInside),
      ].compactMap { words, states in
        states.map { (words, CompanyGroup($0, on: findings.scale)) }
      }.filter { $0.1 != group }
      if views.isEmpty {
        lasting += 1
      } else {
        moved.append(
          ListItem(
            context.line(
              Words.flips,
              [
                "company": context.companyLink(company.id),
                "group": [.text(context.text(WhatIfWords.name(of: group)))],
                "views": context.joined(
                  views.map { words, other in
                    context.line(
                      words, ["group": [.text(context.text(WhatIfWords.name(of: other)))]])
                  }),
              ])))
      }
      if findings.isNearAnotherGroup(states) { near.append(context.companyLink(company.id)) }
    }
    guard lasting + moved.count > 0 else { return [] }
    var blocks: [Block] = [
      context.heading(2, Words.title),
      context.paragraph(
        Words.intro,
        [
          "lasting": [.text(String(lasting))], "all": [.text(String(lasting + moved.count))],
        ]),
    ]
    if !moved.isEmpty { blocks.append(.list(moved, ordered: false)) }
    if !near.isEmpty {
      blocks.append(context.paragraph(Words.near, ["companies": context.joined(near)]))
    }
    return blocks + [
      context.paragraph(Words.rest, ["command": [.code("breakeven robust")]])
    ]
  }
}

private enum Words: String, Phrases {
  static let topic = "SurvivingHeadlines"

  case title = "Which headlines survive"
  case intro = """
    Of {all} companies {lasting} stay in their group whether one trusts companies like them alone or \
    their paths' models in full.
    """
  case flips = "{company}, {group}: {views}"
  case outside = "{group} by companies like it alone"
  case inside = "{group} with its paths' models in full"
  case near = "So close to the next group that other draws may say otherwise: {companies}."
  case rest = """
    {command} tries other draws, other rates and horizons, and companies with nothing in \
    common.
    """
}
