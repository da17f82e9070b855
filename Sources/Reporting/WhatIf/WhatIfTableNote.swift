package import Publishing
package import RunRecord

/// What `breakeven whatif --table` prints: the odds of each company over a grid.
package struct WhatIfTableNote: Speaker {
  private let record: WhatIfTable
  package let language: Language
  private let words: MovedWords

  /// A note.
  package init(_ record: WhatIfTable, language: Language = .english) {
    self.record = record
    self.language = language
    words = MovedWords(paths: [:], language: language)
  }

  /// The note.
  package var page: Page {
    var blocks =
      record.axes.count > 1 ? record.companies.flatMap(grid) : record.companies.flatMap(list)
    if !record.changes.isEmpty {
      blocks.append(
        paragraph(
          Words.everywhere,
          ["changes": joined(record.changes.map { [.code($0.text)] })]))
    }
    blocks.append(paragraph(Words.note, BasisWords.values(record.basis)))
    blocks += BasisWords.scenario(record.basis.scenario, self)
    return .note(blocks)
  }

  private func heading(_ company: WhatIfTable.Company) -> Block {
    paragraph(
      company.base.states == nil ? Words.result : Words.odds,
      [
        "name": [.text(text(company.names))],
        "base": [.text(words.headline(company.base, currency: record.basis.currency))],
      ])
  }

  /// A row a value of the first axis, a column a value of the second.
  private func grid(_ company: WhatIfTable.Company) -> [Block] {
    let columns =
      [Table.Column(record.axes.map(\.name).joined(separator: " \\ "))]
      + record.axes[1].values.map { Table.Column(record.axes[1].short($0), .right) }
    let rows = zip(record.axes[0].values, company.cells).map { value, cells -> [[Inline]] in
      [[.text(record.axes[0].short(value))]]
        + cells.map { [.text(words.headline($0, currency: record.basis.currency))] }
    }
    return [heading(company), .table(Table(columns: columns, rows: rows))]
  }

  /// A row a value, with what else becomes of the company.
  private func list(_ company: WhatIfTable.Company) -> [Block] {
    let columns = [
      Table.Column(record.axes[0].name), column(Words.oddsColumn, .right),
      column(StateKind.Words.cashedOut, .right),
      column(Words.runway, .right), column(Words.resultColumn, .right),
    ]
    func cells(_ standing: StandingRecord) -> [[Inline]] {
      [
        [.text(standing.states.map { numbers.probability($0.cashedOut.value) } ?? "")],
        [
          .text(
            standing.runwayMonths.map {
              numbers.runway($0, censoredAt: standing.runwayCensoredAt)
            } ?? "")
        ],
        [
          .text(
            standing.operatingResult.map {
              numbers.value($0, unit: .perYear(record.basis.currency))
            } ?? "")
        ],
      ]
    }
    let base: [[Inline]] =
      [
        line(Words.asItIs),
        [.text(company.base.states.map { numbers.probability($0.brokeEven.value) } ?? "")],
      ] + cells(company.base)
    let rows = zip(record.axes[0].values, company.cells).map { value, row -> [[Inline]] in
      let variant = row[0]
      let odds =
        variant.new.states == nil ? "" : words.headline(variant, currency: record.basis.currency)
      return [[.text(record.axes[0].short(value))], [.text(odds)]] + cells(variant.new)
    }
    return [heading(company), .table(Table(columns: columns, rows: [base] + rows))]
  }

  enum Words: String, Phrases {
    static let topic = "WhatIfTableNote"

    case odds = """
      **{name}**: odds of breaking even first, {base} as it is; behind them the difference in points \
      with its error.
      """
    case result = "**{name}** has no odds: operating result of the last year, {base} as it is."
    case oddsColumn = "Odds"
    case runway = "Money lasts"
    case resultColumn = "Operating result"
    case asItIs = "as it is"
    case everywhere = "Changed in every cell: {changes}."
    case note = """
      All on the same {draws} draws, as of {day}, to the end of {horizon}; runway and result are \
      medians.
      """
  }
}

extension WhatIfTable.Axis {
  /// What is changed, as it was typed.
  fileprivate var name: String {
    var name = text.prefix { $0 != "=" }
    while let last = name.last, "*+-×−".contains(last) { name.removeLast() }
    return String(name)
  }

  /// A value without the name in front of it, and without the sign that says that it is set.
  fileprivate func short(_ value: String) -> String {
    let rest = value.hasPrefix(name) ? String(value.dropFirst(name.count)) : value
    return rest.hasPrefix("=") ? String(rest.dropFirst()) : rest
  }
}

/// What answers are made from, for the places of phrases.
enum BasisWords: String, Phrases {
  static let topic = "BasisWords"

  case inScenario = "All of it in the scenario {scenario}."

  /// That everything is told in a scenario; nothing of the base case.
  static func scenario(_ scenario: String?, _ speaker: some Speaker) -> [Block] {
    scenario.map { [speaker.paragraph(BasisWords.inScenario, ["scenario": [.code($0)]])] } ?? []
  }

  static func values(_ basis: AnswerBasis) -> [String: [Inline]] {
    [
      "draws": [.text(String(basis.draws))], "day": [.text(basis.asOf)],
      "horizon": [.text(String(basis.horizon))],
    ]
  }
}
