package import Publishing
package import RunRecord

/// What `breakeven whatif --goal` prints: the least that would have to be otherwise.
package struct GoalNote: Speaker {
  private let record: GoalRecord
  package let language: Language

  /// A note.
  package init(_ record: GoalRecord, language: Language = .english) {
    self.record = record
    self.language = language
  }

  /// The note.
  package var page: Page {
    var blocks = record.companies.flatMap(blocks)
    if !record.changes.isEmpty {
      blocks.append(
        paragraph(
          WhatIfTableNote.Words.everywhere,
          ["changes": joined(record.changes.map { [.code($0.text)] })]))
    }
    blocks.append(paragraph(Words.note, BasisWords.values(record.basis)))
    blocks += BasisWords.scenario(record.basis.scenario, self)
    return .note(blocks)
  }

  private func blocks(_ company: GoalRecord.Company) -> [Block] {
    var values: [String: [Inline]] = [
      "name": [.text(text(company.names))], "measure": [.text(text(measure))],
      "target": [.text(value(record.target, nil))],
      "base": [.text(company.base.map { value($0, company) } ?? "")],
    ]
    guard company.base != nil else {
      values["reason"] = [.text(company.reason.map { sentence($0) } ?? "")]
      return [paragraph(Words.silent, values)]
    }
    let isAtLeast = record.isAtLeast
    if company.isMet {
      return [paragraph(isAtLeast ? Words.metAbove : Words.metBelow, values)]
    }
    var said = [line(isAtLeast ? Words.atLeast : Words.atMost, values)]
    if let nearest = company.nearest {
      said.append(
        line(
          Words.outOfReach,
          ["reached": [.text(value(nearest.reached, company))], "inputs": told(nearest)]))
    } else if let first = company.single.first {
      said.append(line(Words.single, ["inputs": told(first)]))
    } else {
      said.append(line(company.tried == 0 ? Words.nothing : Words.nothingHelps))
    }
    if let pair = company.pair {
      said.append(line(Words.pair, ["inputs": told(pair)]))
    } else if company.single.isEmpty, company.tried > 1 {
      said.append(line(Words.noPair))
    }
    let ways = company.single + [company.pair].compactMap(\.self)
    let answer = Block.paragraph(sentences(said))
    return ways.isEmpty ? [answer] : [answer, .table(table(ways, company))]
  }

  /// `Price of an ad 0.4 (92nd percentile)` and so on.
  private func told(_ way: GoalRecord.Way) -> [Inline] {
    joined(
      way.inputs.map { input in
        line(
          Words.input,
          [
            "title": [.text(title(input.title, name: input.name))],
            "value": [.text(numbers.value(input.value, unit: input.unit))],
            "percentile": [.text(numbers.number(input.percentile.rounded()))],
          ])
      })
  }

  private func table(_ ways: [GoalRecord.Way], _ company: GoalRecord.Company) -> Table {
    Table(
      columns: [
        column(Words.input_column), column(Words.today, .right), column(Words.needed, .right),
        column(Words.percentile, .right), column(Words.reached, .right),
        column(Words.type, place: .below),
      ],
      rows: ways.map { way in
        func lines(_ part: (GoalRecord.Input) -> String) -> [Inline] {
          [.text(way.inputs.map(part).joined(separator: text(Joining.listSeparator)))]
        }
        return [
          lines { title($0.title, name: $0.name) },
          lines { numbers.value($0.median, unit: $0.unit) },
          lines { numbers.value($0.value, unit: $0.unit) },
          lines { numbers.number($0.percentile.rounded()) },
          [.text(value(way.reached, company))], [.code(way.changes.joined(separator: " "))],
        ]
      })
  }

  // MARK: Measures

  /// A number of a company; what is aimed at is told as it was asked for.
  private func value(_ value: Double, _ company: GoalRecord.Company?) -> String {
    switch record.measure {
    case .runway: numbers.runway(value, censoredAt: company?.censoredAt)
    case .result: numbers.value(value, unit: .perYear(record.basis.currency))
    default: company == nil ? numbers.share(100 * value) : numbers.probability(value)
    }
  }

  private var measure: Words {
    switch record.measure {
    case .odds: Words.odds
    case .losing: Words.losing
    case .sold: Words.sold
    case .out: Words.out
    case .lost: Words.lost
    case .runway: Words.runway
    case .result: Words.result
    }
  }

  enum Words: String, Phrases {
    static let topic = "GoalNote"

    case atLeast = "**{name}**: {measure}: {base}; the goal is at least {target}."
    case atMost = "**{name}**: {measure}: {base}; the goal is at most {target}."
    case metAbove = "**{name}**: {measure}: {base}, which is at least {target} already."
    case metBelow = "**{name}**: {measure}: {base}, which is at most {target} already."
    case silent = "**{name}**: {measure}: nothing can be said: {reason}."
    case single = "The least single change that reaches it: {inputs}."
    case outOfReach = """
      It is out of reach by any single input; the best gets to {reached}: {inputs}.
      """
    case nothing = "No input of it is uncertain, so nothing was tried."
    case nothingHelps = "None of the inputs that were tried brings it nearer."
    case pair = "The most plausible pair: {inputs}."
    case noPair = "No pair among the most telling inputs reaches it either."
    case input = "{title} at {value} (percentile {percentile} of what is assumed)"
    case input_column = "Input"
    case today = "Median today"
    case needed = "Needed"
    case percentile = "Percentile"
    case reached = "Reached"
    case type = "To type"
    case odds = "odds of breaking even first"
    case losing = "odds of losing money still"
    case sold = "odds of being sold"
    case out = "odds of running out of money"
    case lost = "odds of being sold or running out of money"
    case runway = "months that the money lasts, the median"
    case result = "operating result of the last year, the median"
    case note = """
      Inputs are moved one at a time, or two, within the 1st to 99th percentile of what is assumed of \
      them today; each way was evaluated on the same {draws} draws, as of {day}, to the end of \
      {horizon}.
      """
  }
}
