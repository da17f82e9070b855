import Findings
import Publishing
import RunRecord

/// Why one company does better than another: in words, then part by part.
///
/// Told from the side of the company that does better, whichever was named first.
struct DifferenceBlocks: Speaker {
  private let context: ReportContext
  private let difference: CompanyDifference
  /// The company that does better, and the other.
  private let leader: String
  private let other: String
  /// 1 where the first does better, else -1.
  private let sign: Double

  var language: Language { context.language }

  init(_ difference: CompanyDifference, _ context: ReportContext) {
    self.context = context
    self.difference = difference
    let isTurned = (difference.odds ?? difference.headroom ?? 0) < 0
    sign = isTurned ? -1 : 1
    leader = isTurned ? difference.second : difference.first
    other = isTurned ? difference.first : difference.second
  }

  /// What sets the two apart, in words.
  var words: Block {
    var said = [opening]
    let gains = told.filter { sign * weight($0) > 0 }
    let against = told.filter { sign * weight($0) < 0 }
    if !gains.isEmpty {
      said.append(line(Words.mostly, ["parts": joined(gains.prefix(3).map(share))]))
    }
    if !against.isEmpty {
      said.append(line(Words.against, ["parts": joined(against.prefix(2).map(share))]))
    }
    return .paragraph(context.sentences(said + [utility ?? []]))
  }

  /// The parts, one a row; nil where nothing can be split.
  var table: Block? {
    guard difference.headroom != nil || difference.odds != nil else { return nil }
    let hasOdds = difference.odds != nil
    let rows = difference.parts.map { part -> [[Inline]] in
      [
        [.text(name(part))], [.text(value(sign > 0 ? part.first : part.second))],
        [.text(value(sign > 0 ? part.second : part.first))],
      ] + (hasOdds ? [[.text(points(part.odds, part.oddsError))]] : [])
        + [[.text(headroom(part.headroom))]]
    }
    let luck: [[[Inline]]] =
      remainder.map { [[[.text(text(Words.luck))], [], [], [.text(points($0, nil))], []]] } ?? []
    let total: [[Inline]] =
      [[.text(text(Words.total))], [], []]
      + (hasOdds ? [[.text(points((difference.odds ?? 0) + (remainder ?? 0), nil))]] : [])
      + [[.text(headroom(difference.headroom))]]
    return .table(
      Table(
        columns: [
          column(Words.part), Table.Column(context.companyName(leader), .right),
          Table.Column(context.companyName(other), .right),
        ] + (hasOdds ? [column(Words.odds, .right)] : []) + [column(Words.headroom, .right)],
        rows: rows + luck + [total]))
  }

  /// What a reader needs to know of the split.
  var note: Block {
    paragraph(Words.note, ["draws": [.text(String(difference.draws))]])
  }

  // MARK: Sentences

  private var opening: [Inline] {
    let names: [String: [Inline]] = [
      "leader": [.text(context.companyName(leader))], "other": [.text(context.companyName(other))],
    ]
    guard let odds = difference.odds else { return withoutOdds(names) }
    let printed = [leader, other].map { id in
      context.company(id).flatMap { context.findings.odds($0) }
    }
    var values = names
    values["first"] = [.text(printed[0].map { numbers.probability($0) } ?? "?")]
    values["second"] = [.text(printed[1].map { numbers.probability($0) } ?? "?")]
    values["points"] = [.text(tenths(100 * abs(odds + (remainder ?? 0))))]
    values["error"] = [.text(tenths(100 * (difference.oddsError ?? 0)))]
    let isClear = abs(odds) > 2 * (difference.oddsError ?? 0) && abs(odds) >= 0.0005
    return line(isClear ? Words.leads : Words.even, values)
  }

  private func withoutOdds(_ names: [String: [Inline]]) -> [Inline] {
    let reasons = difference.reasons.sorted { $0.key < $1.key }.map { id, reason in
      line(
        Joining.labelled,
        ["label": [.text(context.companyName(id))], "value": [.text(sentence(reason))]])
    }
    let told = line(Words.noOdds, ["reasons": joined(reasons)])
    guard let headroom = difference.headroom else {
      return context.sentences([told, line(Words.nothing)])
    }
    var values = names
    values["points"] = [.text(tenths(abs(headroom)))]
    return context.sentences([told, line(Words.leadsHeadroom, values)])
  }

  /// By which criteria the ranking puts one first, exactly.
  private var utility: [Inline]? {
    func parts(_ id: String) -> [String: Double]? {
      context.record.ranking.order.first { $0.id == id }?.utilityByCriterion
    }
    guard let ours = parts(leader), let theirs = parts(other) else { return nil }
    let shares = context.record.ranking.weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .compactMap { criterion, _ -> [Inline]? in
        guard let one = ours[criterion], let other = theirs[criterion] else { return nil }
        return line(
          Words.shareOf,
          [
            "part": [.text(LeadsIfWords.criterion(criterion, context))],
            "points": [.text(signed(one - other))],
          ])
      }
    let sum = ours.values.reduce(0, +) - theirs.values.reduce(0, +)
    return line(Words.utility, ["points": [.text(signed(sum))], "parts": joined(shares)])
  }

  /// The parts that move the difference by more than the draws leave open.
  private var told: [DifferencePart] {
    difference.parts.filter { part in
      let weight = abs(weight(part))
      return difference.odds == nil
        ? weight >= 0.05 : weight >= 0.0005 && weight > 2 * (part.oddsError ?? 0)
    }
  }

  private func weight(_ part: DifferencePart) -> Double {
    (difference.odds == nil ? part.headroom : part.odds) ?? 0
  }

  private func share(_ part: DifferencePart) -> [Inline] {
    let points = difference.odds == nil ? weight(part) : 100 * weight(part)
    let own = value(sign > 0 ? part.first : part.second)
    let others = value(sign > 0 ? part.second : part.first)
    let values: [String: [Inline]] = [
      "part": [.text(name(part))], "points": [.text(signed(sign * points))],
      "own": [.text(own)], "other": [.text(others)],
    ]
    return line(own.isEmpty || others.isEmpty ? Words.shareOf : Words.shareWith, values)
  }

  // MARK: Cells

  private func name(_ part: DifferencePart) -> String {
    switch part.kind {
    case .size: text(Words.size)
    case .growth: text(Words.growth)
    case .costs: text(Words.costs)
    case .gap: text(Words.gap)
    case .money: text(Words.money)
    case .region: text(Words.region)
    case .path: text(Words.path, ["path": context.pathTitle(part.paths.first ?? "")])
    case .paths: text(Words.paths)
    case .settings: text(Words.settings)
    }
  }

  private func value(_ estimate: Estimate?) -> String {
    estimate.map { numbers.value($0.value, unit: $0.unit) } ?? ""
  }

  private func points(_ share: Double?, _ error: Double?) -> String {
    guard let share else { return "" }
    return signed(sign * 100 * share) + (error.map { " ± " + tenths(100 * $0) } ?? "")
  }

  private func headroom(_ share: Double?) -> String {
    share.map { signed(sign * $0) } ?? ""
  }

  /// What the printed odds differ by beyond the split, which is on draws that both share; nil where
  /// it is too little to print.
  private var remainder: Double? {
    guard let odds = difference.odds,
      let first = context.company(difference.first).flatMap({ context.findings.odds($0) }),
      let second = context.company(difference.second).flatMap({ context.findings.odds($0) }),
      abs(first - second - odds) >= 0.0005
    else { return nil }
    return first - second - odds
  }

  private func signed(_ points: Double) -> String {
    (points >= 0.05 ? "+" : "") + tenths(points)
  }

  /// One digit after the point: errors are of that size.
  private func tenths(_ value: Double) -> String {
    let rounded = (10 * value).rounded() / 10
    return numbers.number(rounded == 0 ? 0 : rounded)
  }
}

extension DifferenceBlocks {
  enum Words: String, Phrases {
    static let topic = "Difference"

    case leads = """
      **{leader} leads {other} by {points} points**: it breaks even first in {first}, against \
      {second} (± {error}).
      """
    case even = """
      **{leader} and {other} break even first about as often**, in {first} and {second}: they are \
      {points} points apart, which the draws leave open (± {error}).
      """
    case noOdds = "There are no odds to split. {reasons}."
    case nothing = "Nor is there a headroom of both."
    case leadsHeadroom = "**{leader} has {points} points more headroom than {other}.**"
    case mostly = "That is mostly {parts}."
    case against = "It would be more but for {parts}."
    case utility = "In the ranking it is {points} points of utility: {parts}."
    case shareOf = "{part} {points}"
    case shareWith = "{part} {points} ({own} against {other})"
    case part = "What sets them apart"
    case odds = "Odds, points"
    case headroom = "Headroom, points"
    case total = "Together"
    case luck = "The draws that each has for itself"
    case size = "revenue today"
    case growth = "growth of revenue"
    case costs = "cost over revenue"
    case gap = "cash flow beyond the result, over cost"
    case money = "cash (months of cost), rounds and backing"
    case region = "region"
    case path = "line of {path}"
    case paths = "lines of the other paths"
    case settings = "what was set for one alone"
    case note = """
      Each part is the mean of what it adds over all orders in which the parts are swapped from one \
      company to the other, on the same {draws} draws; the parts add up. Money and \
      lines are held against revenue: a company of another size has as much cash for it, and a line \
      that grows as its company does adds nothing in any mixture. \
      Markets and assumptions are common to both and cancel.
      """
  }
}
