import Findings
import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// The answer in five sentences that are true of their own numbers: who breaks even, who doesn't,
  /// what is open, by which path, and how sure that is.
  package static let brief = Section("Brief") { record, context in
    [
      .quote([.paragraph([.text(context.text(record.run.question))])]),
      BriefSentences(context).answerWithSureness,
    ]
  }
}

/// The sentences of the answer.
struct BriefSentences {
  private let context: ReportContext
  private let groups: [CompanyGroup: [CompanyRecord]]
  /// The companies with odds.
  private let atRisk: [CompanyRecord]

  /// The most names in a sentence; the others are counted.
  private static let mostNames = 6
  /// The most companies of which is said how much their paths move them.
  private static let mostMoved = 3

  init(_ context: ReportContext) {
    self.context = context
    groups = context.findings.groups
    atRisk = context.companiesByOdds
  }

  /// Who breaks even, who doesn't, what is open, and by which path.
  var answer: Block { list([breakEven, fail, open, paths]) }

  /// The same, and how sure that is.
  var answerWithSureness: Block { list([breakEven, fail, open, paths, sure]) }

  private func list(_ sentences: [[Inline]?]) -> Block {
    .list(sentences.compactMap(\.self).map { ListItem($0) }, ordered: false)
  }

  /// Who more likely than not breaks even before the money runs out.
  private var breakEven: [Inline] {
    let total = number(atRisk.count)
    let likely = groups[.breakEven, default: []]
    if atRisk.isEmpty { return [.strong(context.line(Words.nobodyAtRisk))] }
    let isAlone = atRisk.count == 1
    guard !likely.isEmpty else {
      return [
        .strong(
          context.line(
            isAlone ? Words.notTheOne : Words.nobody,
            ["count": total, "clear": clear, "names": names(atRisk, \.brokeEven)]))
      ]
    }
    let words = isAlone ? Words.theOne : likely.count == 1 ? Words.one : Words.breakEven
    return [
      .strong(
        context.line(
          words,
          ["number": number(likely.count), "count": total, "names": names(likely, \.brokeEven)]))
    ]
  }

  /// Who more likely than not runs out or is sold, and who still loses money.
  private var fail: [Inline]? {
    guard !atRisk.isEmpty else { return nil }
    let (out, losing) = (groups[.runOut, default: []], groups[.stillLosing, default: []])
    return context.line(
      Words.fail,
      [
        "out": out.isEmpty ? context.line(Words.none) : names(out, nil),
        "losing": losing.isEmpty ? context.line(Words.none) : names(losing, \.stillLosing),
        "horizon": [.text(String(context.record.run.horizon))], "clear": clear,
      ])
  }

  /// How many are open, and how many break even and run out in the same future.
  private var open: [Inline]? {
    // Of one company the sentence before says it.
    guard let together = context.record.atRisk, together.companies > 1 else { return nil }
    func whole(_ value: Double) -> [Inline] { [.text(context.numbers.number(value))] }
    return context.line(
      Words.open,
      [
        "open": number(groups[.open, default: []].count), "count": number(together.companies),
        "clear": clear,
        "fewest": whole(together.breakEven.p5), "most": whole(together.breakEven.p95),
        "fewestOut": whole(together.runOut.p5), "mostOut": whole(together.runOut.p95),
      ])
  }

  /// The path that most often pays, and the companies that paths move most.
  private var paths: [Inline]? {
    guard context.findings.hasAssessments else { return nil }
    let best = context.findings.pathsThatPayMost
    if best.isEmpty { return context.line(Words.noPath) }
    let counted = best.map { path -> [String: [Inline]] in
      [
        "path": context.pathLink(path.path.id), "pays": number(path.pays),
        "assessed": number(path.assessed),
      ]
    }
    let line =
      counted.count == 1
      ? context.line(Words.path, counted[0])
      : context.line(
        Words.paths,
        ["names": context.joined(counted.map { context.line(Words.pathCount, $0) })])
    let moved = atRisk.compactMap { company -> (CompanyRecord, with: Double, without: Double)? in
      guard context.findings.pathsMatter(company), let with = context.findings.odds(company),
        let without = company.outcome.statesOutside?.brokeEven.value
      else { return nil }
      return (company, with, without)
    }.sorted { abs($1.with - $1.without) < abs($0.with - $0.without) }.prefix(Self.mostMoved)
    guard !moved.isEmpty else { return line }
    let names = moved.map { company, with, without in
      context.line(
        Words.moved,
        [
          "name": context.companyLink(company.id),
          "without": [.text(context.numbers.probability(without))],
          "with": [.text(context.numbers.probability(with))],
        ])
    }
    return line + context.line(Words.pathsMove, ["names": context.joined(names)])
  }

  /// How past forecasts held, and how much of the answer rests on facts.
  private var sure: [Inline]? {
    let count = InputCount(context.record)
    let past = context.backtest.flatMap {
      BacktestPage($0, language: context.language).line(linkingTo: BacktestPage.path)
    }
    guard count.total > 0 else { return past }
    let byHand =
      count.overrides == 0
      ? [] : context.line(Words.byHand, ["count": number(count.overrides)])
    return context.sentences([
      past ?? [],
      context.line(
        InputCount.Words.howSure,
        [
          "total": number(count.total), "facts": number(count.facts),
          "estimates": number(count.estimates), "assumptions": number(count.assumptions),
        ]) + byHand,
    ])
  }

  private func number(_ count: Int) -> [Inline] { [.text(String(count))] }

  /// The chance from which on an outcome is named; below it nothing is said to be likely.
  private var clear: [Inline] {
    [.text(context.numbers.probability(context.findings.scale.likelihood.moreLikelyThanNot))]
  }

  /// Companies with the chance that put them in their group; of many the first, and how many more.
  private func names(
    _ companies: [CompanyRecord], _ state: KeyPath<StateProbabilities, Estimate>?
  ) -> [Inline] {
    let findings = context.findings
    func chance(_ company: CompanyRecord) -> Double {
      guard let states = findings.states(company) else { return 0 }
      return state.map { states[keyPath: $0].value } ?? findings.lost(states)
    }
    let ordered = companies.sorted { chance($1) < chance($0) }
    var parts = ordered.prefix(Self.mostNames).map { company in
      context.line(
        Joining.nameWithDetail,
        [
          "name": context.companyLink(company.id),
          "detail": [.text(context.numbers.probability(chance(company)))],
        ])
    }
    if ordered.count > Self.mostNames {
      parts.append(
        context.line(Words.more, ["count": number(ordered.count - Self.mostNames)]))
    }
    return context.joined(parts)
  }
}

private typealias Words = BriefSentences.Words

extension BriefSentences {
  enum Words: String, Phrases {
    static let topic = "Brief"

    case nobodyAtRisk = "No company at risk has odds."
    case nobody = """
      None of the {count} companies at risk is more likely than not ({clear} or more) to break \
      even before its money runs out.
      """
    case notTheOne = """
      The one company at risk is not more likely than not ({clear} or more) to break even before \
      its money runs out: {names}.
      """
    case theOne = """
      The one company at risk more likely than not breaks even before its money runs out: {names}.
      """
    case one = """
      Of {count} companies at risk, one more likely than not breaks even before its money runs \
      out: {names}.
      """
    case breakEven = """
      Of {count} companies at risk, {number} more likely than not break even before the money \
      runs out: {names}.
      """
    case fail = """
      At {clear} or more out of money or sold: {out}; at {clear} or more still losing money at the \
      end of {horizon}: {losing}.
      """
    case none = "none"
    case more = "{count} more"
    case open = """
      Open, since no outcome reaches {clear}: {open}. In nine of ten futures {fewest} to \
      {most} of the {count} break even, and in nine of ten {fewestOut} to {mostOut} run out of \
      money or are sold.
      """
    case path = """
      The path that most often gives the money back is {path} ({pays} of {assessed} companies \
      assessed).
      """
    case paths = "The paths that most often give the money back are {names}."
    case pathCount = "{path} ({pays} of {assessed} companies assessed)"
    case noPath = "No path gives the money back, more likely than not, at any company."
    case byHand = " {count} were set by hand for this run."
    case pathsMove = " Paths move the odds most at {names}."
    case moved = "{name} ({without} without them, {with} with)"
  }
}
