import Publishing
import RunRecord

// A company whose numbers moved.
extension ChangesNote {
  /// The company in words, its numbers, and what moved the first of them.
  func blocks(of company: CompanyChanges) -> [Block] {
    guard let main = company.main else {
      return [.paragraph(coming(company))]
    }
    var blocks: [Block] = [.paragraph(verdict(company, main))]
    if company.numbers.count > 1 || main.shares.count > 1 {
      blocks.append(
        .table(
          Table(
            columns: [
              column(ChangesWords.number), column(ChangesWords.before, .right),
              column(ChangesWords.after, .right), column(ChangesWords.difference, .right),
              column(ChangesWords.parts),
            ], rows: company.numbers.map(row))))
    }
    let items = items(of: main)
    if !items.isEmpty {
      blocks.append(
        .paragraph(line(ChangesWords.splitOf, ["number": [.text(label(main.headline))]])))
      blocks.append(.list(items, ordered: false))
    }
    return blocks
  }

  private func verdict(_ company: CompanyChanges, _ main: NumberChange) -> [Inline] {
    let cause = cause(of: main)
    let sentence = line(
      cause == nil ? ChangesWords.movesPlainly : ChangesWords.moves,
      [
        "name": [.text(text(company.names))], "number": [.text(label(main.headline))],
        "base": [.text(value(main.base, main))], "new": [.text(value(main.new, main))],
        "difference": [.text(difference(main.difference, main))],
        "error": [.text(magnitude(2 * main.standardError, main))],
        "cause": [.text(cause ?? "")],
      ])
    guard company.mixed > 0 else { return sentence }
    return sentences([
      sentence, line(ChangesWords.mixed, ["count": [.text(String(company.mixed))]]),
    ])
  }

  /// Odds that came or went.
  private func coming(_ company: CompanyChanges) -> [Inline] {
    let name: [Inline] = [.text(text(company.names))]
    if let odds = company.new.states?.brokeEven.value {
      return line(
        WhatIfWords.appears, ["name": name, "new": [.text(numbers.probability(odds))]])
    }
    if company.new.isEarning { return line(WhatIfWords.earns, ["name": name]) }
    return line(
      WhatIfWords.disappears,
      [
        "name": name,
        "base": [.text(company.base.states.map { numbers.probability($0.brokeEven.value) } ?? "")],
      ])
  }

  private func row(_ number: NumberChange) -> [[Inline]] {
    [
      [.text(label(number.headline))], [.text(value(number.base, number))],
      [.text(value(number.new, number))], [.text(difference(number.difference, number))],
      joined(number.shares.map { [.text(part($0, number))] }),
    ]
  }

  private func part(_ share: FactorShare, _ number: NumberChange) -> String {
    let phrase: ChangesWords =
      share.factor.kind == .noise
      ? ChangesWords.noisePart
      : share.isWithinNoise ? ChangesWords.partWithinNoise : ChangesWords.part
    return text(
      phrase,
      [
        "factor": name(of: share.factor), "share": magnitude(share.share, number, isSigned: true),
        "error": magnitude(2 * share.standardError, number),
      ])
  }

  /// The things that moved a number, those of each factor, most first.
  private func items(of number: NumberChange) -> [ListItem] {
    number.shares.flatMap { share in
      share.items.filter { 50 * abs($0.share) >= abs(number.difference) }.prefix(10).map { part in
        ListItem(
          line(
            ChangesWords.itemShare,
            [
              "share": [.text(magnitude(part.share, number, isSigned: true))],
              "item": [
                .text(
                  part.item.map { plainText(record.items[$0], isLong: true) }
                    ?? text(
                      ChangesWords.ofModel,
                      ["path": name(of: share.factor), "name": text(ChangesWords.joint)]))
              ],
            ]))
      }
    }
  }

  // MARK: Causes

  /// What most of a change is owed to: a thing where it makes up half of its factor's part.
  func cause(of number: NumberChange) -> String? {
    guard let share = number.shares.first(where: { $0.factor.kind != .noise }) else { return nil }
    if let part = share.items.first, let item = part.item, 2 * abs(part.share) >= abs(share.share) {
      return plainText(record.items[item], isLong: false)
    }
    return name(of: share.factor)
  }

  func name(of factor: ChangeFactor) -> String {
    let path = factor.path.map { title(ofPath: $0) }
    let phrase: ChangesWords =
      switch factor.kind {
      case .facts: ChangesWords.facts
      case .assumptions: ChangesWords.assumptions
      case .models: ChangesWords.models
      case .scoring: ChangesWords.scoring
      case .time: ChangesWords.time
      case .companies: ChangesWords.companies
      case .pathCame: path == nil ? ChangesWords.pathsCame : ChangesWords.pathCame
      case .pathWent: path == nil ? ChangesWords.pathsWent : ChangesWords.pathWent
      case .noise: ChangesWords.noise
      }
    return text(phrase, ["path": path ?? ""])
  }

  /// A thing as readers know it, with what it was and is; long, with its sources.
  func plainText(_ item: ChangedItem, isLong: Bool) -> String {
    let label = label(of: item)
    let phrase: ChangesWords? =
      switch (item.base, item.new) {
      case (nil, nil): nil
      case (nil, _): ChangesWords.itemNew
      case (_, nil): ChangesWords.itemGone
      case (_, _): ChangesWords.item
      }
    let whole =
      phrase.map {
        text($0, ["label": label, "base": item.base ?? "", "new": item.new ?? ""])
      } ?? label
    guard isLong, !item.sources.isEmpty else { return whole }
    return text(
      ChangesWords.itemSources,
      ["item": whole, "sources": item.sources.joined(separator: ", ")])
  }

  private func label(of item: ChangedItem) -> String {
    let name = title(item.title, name: item.name)
    switch item.kind {
    case .fact: return text(ChangesWords.ofPeriod, ["name": name, "period": item.period ?? ""])
    case .marketFact:
      return text(
        ChangesWords.ofPeriod,
        [
          "name": text(ChangesWords.ofModel, ["path": item.path ?? "", "name": name]),
          "period": item.period ?? "",
        ])
    case .rating:
      return text(
        ChangesWords.ratings,
        ["name": text(ChangesWords.ofModel, ["path": item.path ?? "", "name": item.name])])
    case .assumption, .marketInput:
      return item.path.map { text(ChangesWords.ofModel, ["path": $0, "name": name]) } ?? name
    case .model:
      return text(
        ChangesWords.form, ["name": item.path == nil ? text(ChangesWords.companyModel) : name])
    case .company: return text(ChangesWords.traits, ["name": item.name])
    case .day: return text(ChangesWords.asOfDay)
    case .rate, .metrics, .override, .scoring, .membership, .path: return name
    }
  }

  // MARK: Numbers

  func label(_ headline: Headline) -> String {
    text(ChangesWords.name(of: headline), ["year": String(record.horizon)])
  }

  func value(_ value: Double, _ number: NumberChange) -> String {
    number.headline.isOdds
      ? numbers.probability(value) : numbers.value(value, unit: number.unit.rawValue)
  }

  private func difference(_ value: Double, _ number: NumberChange) -> String {
    let size = magnitude(value, number, isSigned: true)
    return number.headline.isOdds ? text(ChangesWords.points, ["difference": size]) : size
  }

  /// A difference without its unit where the number has said it: points of odds, months, years.
  private func magnitude(_ value: Double, _ number: NumberChange, isSigned: Bool = false) -> String
  {
    let sign = isSigned && value > 0 ? "+" : ""
    switch number.headline {
    case .brokeEven, .cashedOut, .sold, .stillLosing:
      return sign + numbers.number((1000 * value).rounded() / 10)
    case .runway, .breakEvenYear:
      return sign + numbers.number((10 * value).rounded() / 10)
    case .revenue, .result:
      return sign + numbers.value(value, unit: number.unit.rawValue)
    }
  }
}

extension CompanyChanges {
  /// The number that is told first: the first odds, breaking even before running out, that moved half
  /// as much as those that moved most; without odds the first that moved.
  var main: NumberChange? {
    let odds = numbers.filter(\.headline.isOdds)
    let most = odds.map { abs($0.difference) }.max() ?? 0
    return odds.first { 2 * abs($0.difference) >= most } ?? numbers.first
  }
}
