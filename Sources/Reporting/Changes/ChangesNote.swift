import Findings
package import Publishing
package import RunRecord

/// What `breakeven changes` and `breakeven review` print, on a terminal and as the comment of a pull
/// request.
package struct ChangesNote: Speaker {
  let record: ChangesRecord
  private let listsFiles: Bool
  package let language: Language

  /// A note; `listsFiles` says whether the changed files are listed.
  package init(_ record: ChangesRecord, listsFiles: Bool = false, language: Language = .english) {
    self.record = record
    self.listsFiles = listsFiles
    self.language = language
  }

  /// More than this GitHub takes for no comment.
  package static let longestComment = 65_535

  /// How much is told of how many companies.
  private struct Extent {
    /// Companies told with their numbers and what moved them.
    var detailed: Int
    /// Companies told in a line of a table.
    var listed: Int
  }

  /// The note; nothing where nothing moved by more than noise and no rule is broken.
  package func page() -> Page {
    .note(blocks(Extent(detailed: 8, listed: 60)))
  }

  /// The note as a comment: whatever moved, it is as short as a comment must be.
  package var comment: String {
    var extent = Extent(detailed: 12, listed: 200)
    while true {
      let page = Page.note(blocks(extent))
      if page.isEmpty { return "" }
      let text = MarkdownRenderer(AnchorIndex([page])).render(page)
      if text.count <= Self.longestComment, text.utf16.count <= Self.longestComment { return text }
      guard extent.detailed + extent.listed > 0 else {
        return String(text.prefix(Self.longestComment / 2))
      }
      if extent.detailed > 0 { extent.detailed /= 2 } else { extent.listed /= 2 }
    }
  }

  private func blocks(_ extent: Extent) -> [Block] {
    let failures = self.failures(most: max(extent.listed, 20))
    if record.isSilent, failures.isEmpty { return [] }
    var blocks: [Block] = [
      heading(2, ChangesWords.title, ["base": name(of: record.base), "new": name(of: record.new)])
    ]
    blocks += failures
    blocks += coming
    let detailed = record.companies.prefix(extent.detailed)
    for company in detailed { blocks += self.blocks(of: company) }
    blocks += table(of: record.companies.dropFirst(extent.detailed).prefix(extent.listed))
    let left = record.companies.count - extent.detailed - extent.listed
    if left > 0 {
      blocks.append(.paragraph(line(ChangesWords.more, ["count": [.text(String(left))]])))
    }
    blocks += closing
    if listsFiles { blocks += files }
    return blocks
  }

  // MARK: Around the companies

  private func name(of side: ChangeSideRecord) -> String {
    let phrase: ChangesWords =
      switch side.kind {
      case .run: ChangesWords.side_run
      case .day: ChangesWords.side_day
      case .revision, .folder: ChangesWords.side_named
      }
    return text(phrase, ["name": side.name, "day": side.asOf])
  }

  private var coming: [Block] {
    func companies(_ phrase: ChangesWords, _ companies: [ComingCompany]) -> [Block] {
      guard !companies.isEmpty else { return [] }
      let names = companies.prefix(20).map { company -> [Inline] in
        guard let odds = company.standing.states?.brokeEven.value else {
          return [.text(text(company.names))]
        }
        return line(
          ChangesWords.comingOdds,
          ["name": [.text(text(company.names))], "odds": [.text(numbers.probability(odds))]])
      }
      return [.paragraph(line(phrase, ["names": joined(names)]))]
    }
    func paths(_ phrase: ChangesWords, _ paths: [String]) -> [Block] {
      paths.isEmpty
        ? []
        : [.paragraph(line(phrase, ["names": joined(paths.map { [.text(title(ofPath: $0))] })]))]
    }
    return companies(ChangesWords.came, record.came) + companies(ChangesWords.went, record.went)
      + paths(ChangesWords.pathsThatCame, record.pathsCame)
      + paths(ChangesWords.pathsThatWent, record.pathsWent)
  }

  func title(ofPath path: String) -> String {
    let item = record.items.first { $0.kind == .path && $0.name == path }
    return item?.title.map { text($0) } ?? path
  }

  private func table(of companies: some Collection<CompanyChanges>) -> [Block] {
    let rows = companies.compactMap { company -> [[Inline]]? in
      guard let number = company.main else { return nil }
      return [
        [.text(text(company.names))], [.text(label(number.headline))],
        [.text(value(number.base, number))], [.text(value(number.new, number))],
        [.text(cause(of: number) ?? "")],
      ]
    }
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        Table(
          columns: [
            column(ChangesWords.company), column(ChangesWords.number),
            column(ChangesWords.before, .right), column(ChangesWords.after, .right),
            column(ChangesWords.cause),
          ], rows: rows))
    ]
  }

  var closing: [Block] {
    let moved = record.companies.count
    let all = moved + record.withinNoise + record.unchanged
    var blocks: [Block] = [
      .paragraph(
        sentences([
          line(
            ChangesWords.count,
            [
              "moved": [.text(String(moved))], "all": [.text(String(all))],
              "noise": [.text(String(record.withinNoise))],
              "same": [.text(String(record.unchanged))],
            ]),
          line(
            ChangesWords.note,
            [
              "horizon": [.text(String(record.horizon))],
              "draws": [.text(String(record.base.draws))],
            ]),
        ]))
    ]
    blocks += record.remarks.map { .paragraph([.text(closed(sentence($0)))]) }
    return blocks
  }

  private var files: [Block] {
    let most = 40
    guard !record.files.isEmpty else { return [] }
    var items = record.files.prefix(most).map { file -> ListItem in
      switch file.status {
      case .changed: ListItem([.code(file.path)])
      case .added: ListItem(line(ChangesWords.added, ["file": [.code(file.path)]]))
      case .removed: ListItem(line(ChangesWords.removed, ["file": [.code(file.path)]]))
      }
    }
    if record.files.count > most {
      items.append(
        ListItem(
          line(
            ChangesWords.moreFiles, ["count": [.text(String(record.files.count - most))]])))
    }
    return [heading(3, ChangesWords.files), .list(items, ordered: false)]
  }

  // MARK: Rules

  private func failures(most: Int) -> [Block] {
    guard let review = record.review else { return [] }
    guard !review.failures.isEmpty else {
      guard !record.isSilent else { return [] }
      return [
        .paragraph(
          line(
            ChangesWords.kept,
            [
              "count": [.text(String(review.rules.rules.count))],
              "file": [.code(review.rules.file)],
            ]))
      ]
    }
    var items = review.failures.prefix(most).map { ListItem(line(of: $0, review.rules)) }
    if review.failures.count > most {
      items.append(
        ListItem(
          line(
            ChangesWords.moreFiles, ["count": [.text(String(review.failures.count - most))]])))
    }
    return [heading(3, ChangesWords.broken), .list(items, ordered: false)]
  }

  private func line(of failure: RuleFailure, _ rules: ReviewRules) -> [Inline] {
    let rule = rules.rules[failure.rule]
    var values: [String: [Inline]] = [
      "rule": [.text(rule.id)], "what": [.text(what(failure, rule))],
    ]
    guard let because = rule.because else { return line(ChangesWords.rule, values) }
    values["because"] = [.text(because)]
    return line(ChangesWords.ruleBecause, values)
  }

  private func what(_ failure: RuleFailure, _ rule: ReviewRule) -> String {
    let company = failure.company.flatMap { id in record.companies.first { $0.id == id } }
    switch rule.kind {
    case .group:
      let groups = company.map { [$0.base, $0.new] }?.map {
        text(WhatIfWords.name(of: $0.group))
      }
      return text(
        ChangesWords.regrouped,
        [
          "company": company.map { text($0.names) } ?? failure.company ?? "",
          "base": groups?.first ?? "", "new": groups?.last ?? "",
        ])
    case .odds, .runway:
      guard let number = company?.numbers.first(where: { $0.headline == failure.headline }) else {
        return ""
      }
      let limit = numbers.number(rule.atMost ?? 0)
      return text(
        ChangesWords.movedTooFar,
        [
          "company": company.map { text($0.names) } ?? "", "number": label(number.headline),
          "base": value(number.base, number), "new": value(number.new, number),
          "limit": rule.kind == .odds
            ? text(ChangesWords.points, ["difference": limit])
            : text(ChangesWords.months, ["count": limit]),
        ])
    case .factSource, .assumptionSource:
      return text(
        ChangesWords.unsourced,
        ["item": failure.item.map { plainText(record.items[$0], isLong: true) } ?? ""])
    case .membership:
      return text(
        ChangesWords.cameOrWent,
        ["name": failure.company ?? failure.path.map { title(ofPath: $0) } ?? ""])
    }
  }
}
