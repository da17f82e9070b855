import Publishing
import RunRecord

/// The sentences that answer what becomes of a company: the odds, why they move, group and rank.
struct WhatIfVerdict: Speaker {
  let company: ChangedCompanyRecord
  let draws: Int
  let words: MovedWords
  let language: Language

  init(_ company: ChangedCompanyRecord, draws: Int, words: MovedWords, language: Language) {
    self.company = company
    self.draws = draws
    self.words = words
    self.language = language
  }

  /// All of them.
  var sentences: [Inline] {
    sentences([verdict, mostly, why, group, rank].compactMap(\.self))
  }

  private var name: [Inline] { [.text(text(company.names))] }

  // MARK: Odds

  private var verdict: [Inline] {
    guard let base = company.base.states, let new = company.new.states,
      let difference = company.difference, let error = company.standardError
    else { return withoutOdds }
    guard isMoved else {
      let stays = line(
        WhatIfWords.stays,
        ["name": name, "base": [.text(numbers.probability(base.brokeEven.value))]])
      guard abs(difference) >= 0.005 else { return stays }
      return line(
        WhatIfWords.unsure,
        [
          "name": name, "base": [.text(numbers.probability(base.brokeEven.value))],
          "difference": [.text(words.points(difference))],
          "error": [.text(words.tenths(100 * error))], "draws": [.text(String(16 * draws))],
        ])
    }
    return line(
      WhatIfWords.moves,
      [
        "name": name, "base": [.text(numbers.probability(base.brokeEven.value))],
        "new": [.text(numbers.probability(new.brokeEven.value))],
        "difference": [.text(words.points(difference))],
        "error": [.text(words.tenths(100 * error))],
      ])
  }

  /// True if the odds move by more than the draws leave open.
  private var isMoved: Bool {
    guard let difference = company.difference, let error = company.standardError else {
      return false
    }
    return abs(difference) > 2 * error && abs(difference) >= 0.0005
  }

  private var withoutOdds: [Inline] {
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

  /// The state that gave or took most.
  private var mostly: [Inline]? {
    guard isMoved, let base = company.base.states, let new = company.new.states,
      let difference = company.difference
    else { return nil }
    let sign = difference > 0 ? 1.0 : -1
    let moves = [StateKind.stillLosing, .sold, .cashedOut].map { kind in
      (kind: kind, base: kind.estimate(base).value, new: kind.estimate(new).value)
    }
    let most = moves.max { sign * ($0.base - $0.new) < sign * ($1.base - $1.new) }
    return most.flatMap { most -> [Inline]? in
      // What reads the same before and after explains nothing.
      guard numbers.probability(most.base) != numbers.probability(most.new) else { return nil }
      return line(
        WhatIfWords.mostly,
        [
          "state": [.text(text(most.kind.phrase))],
          "base": [.text(numbers.probability(most.base))],
          "new": [.text(numbers.probability(most.new))],
        ])
    }
  }

  // MARK: Why

  /// What moved most on the way, and what moved with it.
  private var why: [Inline]? {
    let ends = company.moved.filter {
      ["result", "money_lasts", "cash_today"].contains($0.name) && $0.stage != .input
    }
    guard let most else {
      return ends.isEmpty
        ? nil : line(WhatIfWords.because, ["moves": joined(ends.map(said))])
    }
    let rest = ends.filter { $0 != most }
    guard !rest.isEmpty else { return line(WhatIfWords.because, ["moves": said(most)]) }
    return line(
      WhatIfWords.mostOnTheWay, ["most": said(most), "moves": joined(rest.map(said))])
  }

  /// The line of business with the largest change; where none moved, what moved most for its size of
  /// the company's course and money.
  private var most: MovedRecord? {
    let lines = company.moved.filter { $0.stage == .line }
    if let most = lines.max(by: { abs($0.difference) < abs($1.difference) }) { return most }
    func size(_ moved: MovedRecord) -> Double {
      abs(moved.difference) / max(abs(moved.base), abs(moved.new))
    }
    return company.moved.filter {
      ($0.stage == .course || $0.stage == .money)
        && !["revenue", "cost", "result"].contains($0.name)
    }.max { size($0) < size($1) }
  }

  private func said(_ moved: MovedRecord) -> [Inline] {
    line(
      WhatIfWords.moved,
      [
        "name": [.text(words.label(moved))], "base": [.text(words.value(moved.base, moved))],
        "new": [.text(words.value(moved.new, moved))],
      ])
  }

  // MARK: Group and rank

  private var group: [Inline]? {
    let groups = [company.base.group, company.new.group]
    guard groups[0] != groups[1] else {
      return company.base.states == nil
        ? nil : line(WhatIfWords.staysInGroup, ["group": [.text(name(of: groups[0]))]])
    }
    return line(
      WhatIfWords.regroups,
      ["base": [.text(name(of: groups[0]))], "new": [.text(name(of: groups[1]))]])
  }

  private func name(of group: CompanyGroup) -> String { text(WhatIfWords.name(of: group)) }

  private var rank: [Inline]? {
    switch (company.base.rank, company.new.rank) {
    case (let base?, let new?) where base != new:
      line(
        WhatIfWords.ranks,
        ["base": [.text(words.rank(company.base))], "new": [.text(words.rank(company.new))]])
    case (let base?, .some):
      line(WhatIfWords.keepsRank, ["rank": [.text(String(base))]])
    default: nil
    }
  }
}
