package import Publishing
package import RunRecord

/// What `breakeven research` prints: what is most worth finding out, in words, then the list.
package struct ResearchNote: Speaker {
  private let record: ResearchRecord
  private let context: ReportContext
  /// The number of rows.
  private let most: Int

  package var language: Language { context.language }

  /// A note with so many rows at most.
  package init(_ record: ResearchRecord, most: Int = .max, _ context: ReportContext) {
    self.record = record
    self.most = most
    self.context = context
  }

  /// The note.
  package var page: Page {
    var blocks: [Block] = [.paragraph(opening)]
    let table = ResearchTable(context: context, hasDecision: record.decision != nil)
    if let list = table.block(Array(worthwhile.prefix(most))) { blocks.append(list) }
    let rest = worthwhile.count - most
    if rest > 0 {
      blocks.append(
        paragraph(
          Words.more, ["count": [.text(String(rest))], "option": [.code("--all")]]))
    }
    if !record.chance.isEmpty {
      blocks += [
        heading(2, Words.chance),
        .list(record.chance.prefix(6).map { ListItem(chance($0)) }, ordered: false),
      ]
    }
    if !record.missing.isEmpty {
      blocks += [heading(2, Words.missing), .list(missing.map { ListItem($0) }, ordered: false)]
    }
    blocks += [paragraph(Words.note, ["draws": [.text(String(record.draws))]])]
    return .note(blocks)
  }

  /// The items that are worth something.
  private var worthwhile: [ResearchItem] { record.items.filter { $0.worth > 0 } }

  // MARK: Words

  private var opening: [Inline] {
    var said = [record.decision.map(decision) ?? []]
    let ceiling = record.companies.compactMap(\.ceiling).reduce(0, +)
    guard let best = worthwhile.first else {
      let words: Words =
        ceiling == 0
        ? Words.noOdds : record.decision == nil ? Words.nothingHelps : Words.nothingChanges
      return sentences(said + [line(words, ["reasons": joined(reasons)])])
    }
    let table = ResearchTable(context: context, hasDecision: record.decision != nil)
    said.append(
      line(Words.best, ["item": [.text(table.title(best))], "companies": table.whose(best)]))
    let place = table.place(best)
    if !place.isEmpty { said.append(line(Words.whereItIs, ["where": place])) }
    if record.decision == nil {
      let gain = (best.gain ?? 0)
      said.append(
        line(
          Words.ceiling,
          [
            "gain": [.text(numbers.number(ResearchTable.rounded(100 * gain)))],
            "ceiling": [.text(numbers.number(ResearchTable.rounded(100 * ceiling)))],
          ]))
    }
    return sentences(said)
  }

  private func decision(_ decision: DecisionRecord) -> [Inline] {
    line(
      Words.decision,
      [
        "count": [.text(String(decision.picks))],
        "options": [.text(String(decision.options.count))],
        "chosen": joined(decision.chosen.map { context.companyLink($0) }),
        "value": [.text(numbers.number(ResearchTable.rounded(decision.value)))],
        "ceiling": [.text(numbers.number(ResearchTable.rounded(decision.ofEverything)))],
      ])
  }

  private var reasons: [[Inline]] {
    record.companies.compactMap { company in
      company.reason.map { reason in
        line(
          Joining.labelled,
          [
            "label": [.text(context.companyName(company.id))],
            "value": [.text(sentence(reason))],
          ])
      }
    }
  }

  private func chance(_ item: ResearchItem) -> [Inline] {
    line(
      Words.chanceOf,
      [
        "name": [.text(title(item.title, name: item.name))],
        "companies": ResearchTable(context: context, hasDecision: false).whose(item),
        "gain": [.text(numbers.number(ResearchTable.rounded(100 * (item.gain ?? 0))))],
      ])
  }

  /// The missing facts of each company, those of its outcome before those of paths.
  private var missing: [[Inline]] {
    var groups: [(company: String, path: String?, names: [String])] = []
    for item in record.missing {
      let company = item.company ?? ""
      if let index = groups.firstIndex(where: { $0.company == company && $0.path == item.path }) {
        groups[index].names.append(item.name)
      } else {
        groups.append((company, item.path, [item.name]))
      }
    }
    return groups.map { group in
      line(
        group.path == nil ? Words.missingOfCompany : Words.missingOfPath,
        [
          "company": [.text(context.companyName(group.company))],
          "path": [.text(group.path.map { context.pathTitle($0) } ?? "")],
          "names": joined(group.names.map { [.code($0)] }),
        ])
    }
  }
}

extension ResearchNote {
  enum Words: String, Phrases {
    static let topic = "ResearchNote"

    case decision = """
      Of {options} companies with odds the best {count} by what is known: {chosen}. Of these {value} \
      break even first on average; knowing everything beforehand would add {ceiling}.
      """
    case best = "**Most worth an hour: {item}**; it moves the odds of {companies}."
    case whereItIs = "What would answer: {where}."
    case ceiling = """
      Learning it exactly is worth {gain} Brier points of 100; knowing how it all ends would be worth \
      {ceiling}.
      """
    case nothingHelps = "Nothing that anybody could find out moves the odds by more than noise."
    case nothingChanges = "Nothing that anybody could find out changes the choice."
    case noOdds = "There are no odds to improve. {reasons}."
    case more = "… and {count} more: {option} lists them."
    case chance = "What no research settles"
    case chanceOf = "{name}: {gain} Brier points of 100 ({companies})"
    case missing = "Missing: what it would be worth nobody can say before it is there"
    case missingOfCompany = "{company} has no outcome without one of {names}"
    case missingOfPath = "{company} isn't assessed on {path} without {names}"
    case note = """
      A gain is what learning a thing exactly would improve; a fact only narrows it, so that it is an \
      upper bound. The order is by gain times the chance of an answer over the hours it takes. \
      {draws} draws; what explains less than 1 % of a company's odds, or no more than so many draws leave to chance, is left out.
      """
  }
}
