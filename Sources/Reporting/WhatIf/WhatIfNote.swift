package import Publishing
package import RunRecord

/// What `breakeven whatif` prints: what was changed, what became of each company, and what moved on
/// the way.
package struct WhatIfNote: Speaker {
  private let record: WhatIfRecord
  private let paths: [String: LocalizedText]
  package let language: Language

  private var words: MovedWords { MovedWords(paths: paths, language: language) }

  /// A note; `paths` are the titles of paths by id.
  package init(
    _ record: WhatIfRecord, paths: [String: LocalizedText], language: Language = .english
  ) {
    self.record = record
    self.paths = paths
    self.language = language
  }

  /// The note.
  package var page: Page {
    var blocks: [Block] = [
      heading(2, WhatIfWords.changed), .list(changes.map { ListItem($0) }, ordered: false),
    ]
    // Of many companies those that nothing happens to are left out.
    let told =
      record.companies.count > 3
      ? record.companies.filter { !$0.moved.isEmpty || $0.base != $0.new } : record.companies
    for company in told { blocks += self.blocks(of: company, isAlone: told.count <= 3) }
    if told.isEmpty { blocks.append(.paragraph(line(WhatIfWords.nothingMoved))) }
    if let atRisk = record.atRisk {
      blocks.append(
        .paragraph(
          line(
            WhatIfWords.together,
            [
              "base": [.text(numbers.number(atRisk.base))],
              "new": [.text(numbers.number(atRisk.new))],
            ])))
    }
    blocks.append(
      .paragraph(
        line(
          WhatIfWords.note,
          [
            "draws": [.text(String(record.draws))], "day": [.text(record.asOf)],
            "horizon": [.text(String(record.horizon))],
          ])))
    blocks += BasisWords.scenario(record.scenario, self)
    return .note(blocks)
  }

  // MARK: Changes

  private var changes: [[Inline]] {
    record.changes.map { change in
      var name =
        change.title.map {
          text(WhatIfWords.named, ["title": text($0), "name": change.name])
        } ?? change.name
      if let company = change.company { name = "\(company) · \(name)" }
      var line = line(
        change.base == nil ? WhatIfWords.changeNew : WhatIfWords.change,
        [
          "name": [.text(name)], "base": [.text(change.base ?? "")], "new": [.text(change.new)],
        ])
      if !change.remarks.isEmpty { line.append(.text(text(Joining.fullStop))) }
      return sentences(
        [line] + change.remarks.map { [.strong([.text(closed(sentence($0)))])] })
    }
  }

  // MARK: Companies

  private func blocks(of company: ChangedCompanyRecord, isAlone: Bool) -> [Block] {
    let verdict = WhatIfVerdict(company, draws: record.draws, words: words, language: language)
    let rows = isAlone ? rows(company) : []
    var blocks: [Block] = [.paragraph(verdict.sentences)]
    if !rows.isEmpty {
      blocks.append(
        .table(
          Table(
            columns: [
              column(WhatIfWords.what), column(WhatIfWords.base, .right),
              column(WhatIfWords.new, .right), column(WhatIfWords.difference, .right),
            ], rows: rows)))
    } else if isAlone {
      blocks.append(.paragraph(line(WhatIfWords.nothingMoved)))
    }
    return blocks
  }

  // MARK: The table

  private func rows(_ company: ChangedCompanyRecord) -> [[[Inline]]] {
    var rows = company.moved.map { moved -> [[Inline]] in
      [
        [.text(words.label(moved))], [.text(words.value(moved.base, moved))],
        [.text(words.value(moved.new, moved))], [.text(words.difference(moved))],
      ]
    }
    if let base = company.base.states, let new = company.new.states {
      for kind in StateKind.allCases {
        let (before, after) = (kind.estimate(base).value, kind.estimate(new).value)
        guard abs(after - before) >= 0.0005 else { continue }
        rows.append([
          [.text(text(kind.phrase))], [.text(numbers.probability(before))],
          [.text(numbers.probability(after))], [.text(words.points(after - before))],
        ])
      }
    }
    if company.base.rank != nil || company.new.rank != nil {
      rows.append([
        [.text(text(WhatIfWords.rank))], [.text(words.rank(company.base))],
        [.text(words.rank(company.new))], [.text(words.places(company))],
      ])
    }
    return rows
  }
}
