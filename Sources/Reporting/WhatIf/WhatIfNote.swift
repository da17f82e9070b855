import Findings
package import Publishing
package import RunRecord

/// What `breakeven whatif` prints: what was changed, what became of each company, and what moved on
/// the way.
package struct WhatIfNote: Speaker {
  private let record: WhatIfRecord
  private let paths: [String: LocalizedText]
  package let language: Language

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
      for remark in change.remarks {
        line += [.text(". "), .strong([.text(sentence(remark) + ".")])]
      }
      return line
    }
  }

  // MARK: Companies

  private func blocks(of company: ChangedCompanyRecord, isAlone: Bool) -> [Block] {
    var sentence = verdict(company)
    let groups = [company.base, company.new].map { CompanyGroup($0, on: record.judgements) }
    if groups[0] != groups[1] {
      sentence +=
        [.text(" ")]
        + line(
          WhatIfWords.regroups,
          [
            "base": [.text(text(WhatIfWords.name(of: groups[0])))],
            "new": [.text(text(WhatIfWords.name(of: groups[1])))],
          ])
    }
    let rows = isAlone ? rows(company) : []
    var blocks: [Block] = [.paragraph(sentence)]
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

  /// The sentence that answers, with what it mostly comes from.
  private func verdict(_ company: ChangedCompanyRecord) -> [Inline] {
    let name: [Inline] = [.text(text(company.names))]
    guard let base = company.base.states, let new = company.new.states,
      let difference = company.difference, let error = company.standardError
    else {
      return without(company, name)
    }
    guard abs(difference) > 2 * error, abs(difference) >= 0.0005 else {
      return line(
        WhatIfWords.stays,
        ["name": name, "base": [.text(numbers.probability(base.brokeEven.value))]])
    }
    var sentence = line(
      WhatIfWords.moves,
      [
        "name": name, "base": [.text(numbers.probability(base.brokeEven.value))],
        "new": [.text(numbers.probability(new.brokeEven.value))],
        "difference": [.text(signed(100 * difference))],
        "error": [.text(tenths(100 * error))],
      ])
    // The state that gave or took most.
    let others: [StateKind] = [.stillLosing, .sold, .cashedOut]
    let moves = others.map { kind in
      (kind, kind.estimate(base).value, kind.estimate(new).value)
    }
    if let most = moves.max(by: {
      (difference > 0 ? $0.1 - $0.2 : $0.2 - $0.1) < (difference > 0 ? $1.1 - $1.2 : $1.2 - $1.1)
    }) {
      sentence +=
        [.text(" ")]
        + line(
          WhatIfWords.mostly,
          [
            "state": [.text(text(most.0.phrase))],
            "base": [.text(numbers.probability(most.1))],
            "new": [.text(numbers.probability(most.2))],
          ])
    }
    if let reasons = reasons(company) { sentence += [.text(" ")] + reasons }
    return sentence
  }

  private func without(_ company: ChangedCompanyRecord, _ name: [Inline]) -> [Inline] {
    switch (company.base.states, company.new.states) {
    case (nil, let new?):
      line(
        WhatIfWords.appears,
        ["name": name, "new": [.text(numbers.probability(new.brokeEven.value))]])
    case (let base?, nil):
      line(
        WhatIfWords.disappears,
        ["name": name, "base": [.text(numbers.probability(base.brokeEven.value))]])
    default:
      company.new.isEarning
        ? line(WhatIfWords.earns, ["name": name])
        : line(
          WhatIfWords.silent,
          ["name": name, "reason": [.text(company.new.reason.map { sentence($0) } ?? "")]])
    }
  }

  /// What the change went through: the result of the last year and the money.
  private func reasons(_ company: ChangedCompanyRecord) -> [Inline]? {
    let told = company.moved.filter {
      ["result", "money_lasts", "cash_today"].contains($0.name) && $0.stage != .input
    }
    guard !told.isEmpty else { return nil }
    let parts = told.map { moved -> [Inline] in
      line(
        WhatIfWords.moved,
        [
          "name": [.text(label(moved))], "base": [.text(value(moved.base, moved))],
          "new": [.text(value(moved.new, moved))],
        ])
    }
    return line(WhatIfWords.because, ["moves": joined(parts)])
  }

  // MARK: The table

  private func rows(_ company: ChangedCompanyRecord) -> [[[Inline]]] {
    var rows = company.moved.map { moved -> [[Inline]] in
      [
        [.text(label(moved))], [.text(value(moved.base, moved))], [.text(value(moved.new, moved))],
        [.text(self.difference(moved))],
      ]
    }
    guard let base = company.base.states, let new = company.new.states else { return rows }
    for kind in StateKind.allCases {
      let (before, after) = (kind.estimate(base).value, kind.estimate(new).value)
      guard abs(after - before) >= 0.0005 else { continue }
      rows.append([
        [.text(text(kind.phrase))], [.text(numbers.probability(before))],
        [.text(numbers.probability(after))], [.text(signed(100 * (after - before)))],
      ])
    }
    return rows
  }

  private func label(_ moved: MovedRecord) -> String {
    var name =
      switch (moved.stage, moved.name) {
      case (.line, "revenue"): text(WhatIfWords.line_revenue)
      case (.line, "contribution"): text(WhatIfWords.line_contribution)
      case (.line, _): text(WhatIfWords.line_investment)
      default: title(moved.title, name: moved.name)
      }
    if let path = moved.path {
      name = text(
        WhatIfWords.ofPath, ["path": paths[path].map { text($0) } ?? path, "name": name])
    }
    return moved.year.map {
      text(WhatIfWords.inYear, ["name": name, "year": String($0)])
    } ?? name
  }

  private func value(_ value: Double, _ moved: MovedRecord) -> String {
    numbers.value(value, unit: moved.unit)
  }

  private func difference(_ moved: MovedRecord) -> String {
    let sign = moved.difference > 0 ? "+" : ""
    return sign + numbers.value(moved.difference, unit: moved.unit)
  }

  private func signed(_ points: Double) -> String {
    (points > 0 ? "+" : "") + tenths(points)
  }

  /// One digit after the point: the error of odds is of that size.
  private func tenths(_ value: Double) -> String {
    numbers.number((10 * value).rounded() / 10)
  }
}
