package import Publishing
package import RunRecord

/// What `breakeven scenarios` prints: each scenario with what it changes and why.
package enum ScenariosNote {
  package static func page(_ scenarios: [ScenarioListing], _ language: Language) -> Page {
    .note(scenarios.flatMap { blocks($0, language) })
  }

  private static func blocks(_ scenario: ScenarioListing, _ language: Language) -> [Block] {
    var blocks: [Block] = [
      language.heading(
        2, Words.heading, ["title": language.text(scenario.title), "id": scenario.id]),
      .paragraph([.text(language.written(scenario.because))]),
    ]
    if let parent = scenario.extends {
      blocks.append(language.paragraph(Words.extends, ["parent": [.code(parent)]]))
    }
    blocks.append(
      .list(
        scenario.changes.map { change in
          let because = change.because == scenario.because ? "" : change.because
          var item: [Inline] = [.code(change.text)]
          if let title = change.title {
            item +=
              [.text(" ")] + language.line(Words.title, ["title": [.text(language.text(title))]])
          }
          if change.scenario != scenario.id {
            item += [.text(" ")] + language.line(Words.from, ["scenario": [.code(change.scenario)]])
          }
          if !because.isEmpty {
            item = language.line(
              Joining.labelled, ["label": item, "value": [.text(language.written(because))]])
          }
          return ListItem(item)
        }, ordered: false))
    return blocks
  }

  enum Words: String, Phrases {
    static let topic = "ScenariosNote"

    case heading = "{title} ({id})"
    case extends = "It starts from {parent}."
    case title = "({title})"
    case from = "[from {scenario}]"
  }
}

/// What `breakeven whatif --scenario A --scenario B` prints: a row a company, a column a scenario.
package struct ScenarioComparisonNote: Speaker {
  private let record: ScenarioComparison
  package let language: Language
  private let words: MovedWords

  /// A note.
  package init(_ record: ScenarioComparison, language: Language = .english) {
    self.record = record
    self.language = language
    words = MovedWords(paths: [:], language: language)
  }

  /// The note.
  package var page: Page {
    let told =
      record.companies.count > 8
      ? record.companies.filter { company in
        company.base.states != nil || company.scenarios.contains { $0.new.states != nil }
      } : record.companies
    var blocks: [Block] = [
      .list(
        record.scenarios.map { scenario in
          ListItem(
            line(
              Joining.labelled,
              [
                "label": [.code(scenario.id)],
                "value": [.text(text(scenario.title))],
              ]))
        }, ordered: false),
      .table(
        Table(
          columns: [column(Columns.company), column(Words.asItIs, .right)]
            + record.scenarios.map { Table.Column($0.id, .right) },
          rows: told.map(row) + [atRisk].compactMap(\.self))),
    ]
    let regrouped = told.compactMap(regrouping)
    if !regrouped.isEmpty {
      blocks.append(.list(regrouped.map { ListItem($0) }, ordered: false))
    }
    blocks.append(paragraph(Words.note, BasisWords.values(record.basis)))
    return .note(blocks)
  }

  private func row(_ company: ScenarioComparison.Company) -> [[Inline]] {
    let currency = record.basis.currency
    return [
      [.text(text(company.names))], [.text(words.headline(company.base, currency: currency))],
    ] + company.scenarios.map { [.text(words.headline($0, currency: currency))] }
  }

  /// How many of those at risk break even first.
  private var atRisk: [[Inline]]? {
    record.atRisk.map { atRisk in
      [line(Words.together), [.text(numbers.number(atRisk.base))]]
        + atRisk.scenarios.map { [.text(numbers.number($0))] }
    }
  }

  /// The groups that a company changes to.
  private func regrouping(_ company: ScenarioComparison.Company) -> [Inline]? {
    let changes = zip(record.scenarios, company.scenarios).filter {
      $0.1.new.group != company.base.group
    }
    guard !changes.isEmpty else { return nil }
    func group(_ standing: StandingRecord) -> [Inline] {
      [.text(text(WhatIfWords.name(of: standing.group)))]
    }
    return line(
      Words.regroups,
      [
        "name": [.text(text(company.names))], "base": group(company.base),
        "changes": joined(
          changes.map { scenario, variant in
            line(
              Words.regrouped,
              ["scenario": [.code(scenario.id)], "new": group(variant.new)])
          }),
      ])
  }

  enum Words: String, Phrases {
    static let topic = "ScenarioComparisonNote"

    case asItIs = "as it is"
    case together = "break even first, on average"
    case regroups = "{name}: \"{base}\" as it is; {changes}."
    case regrouped = "\"{new}\" under {scenario}"
    case note = """
      Odds of breaking even first, behind them the difference to the study as it is in points with its \
      error; of companies without odds the operating result of the last year. All on the same {draws} \
      draws, as of {day}, to the end of {horizon}. Scenarios are assumptions: `breakeven scenarios` \
      says what each changes and why.
      """
  }
}
