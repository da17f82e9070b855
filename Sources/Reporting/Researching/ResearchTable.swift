import Findings
import Publishing
import RunRecord

/// What to find out, a row a thing: shared by the command and the report.
struct ResearchTable: Speaker {
  let context: ReportContext
  /// True if what it is worth for a decision is told.
  let hasDecision: Bool

  var language: Language { context.language }

  /// The table of some items; nil where there is none.
  func block(_ items: [ResearchItem]) -> Block? {
    guard !items.isEmpty else { return nil }
    return .table(
      Table(
        columns: [
          column(Words.what), column(Words.whose),
        ]
          + (hasDecision
            ? [column(Words.decision, .right), column(Words.flips, .right)] : [])
          + [
            column(Words.gain, .right), column(Words.effort, .right),
            column(Words.place, place: .below),
          ],
        rows: items.map(row)))
  }

  private func row(_ item: ResearchItem) -> [[Inline]] {
    let gain = item.gain.map { numbers.number(Self.rounded(100 * $0)) } ?? "–"
    let effort = text(
      Words.effortOf,
      [
        "chance": numbers.probability(item.findable), "hours": numbers.number(item.hours),
      ])
    return [[.text(title(item))], whose(item)]
      + (hasDecision
        ? [
          [.text(numbers.number(Self.rounded(item.decisionGain ?? 0)))],
          [.text(numbers.probability(item.flips ?? 0))],
        ] : [])
      + [[.text(gain)], [.text(effort)], place(item)]
  }

  /// `◇ Price of an advertisement shown (Chat advertising)`.
  func title(_ item: ResearchItem) -> String {
    let name = title(item.title, name: item.name)
    let titled =
      item.path.map { text(Words.ofPath, ["name": name, "path": context.pathTitle($0)]) } ?? name
    return text(
      Words.ofKind, ["kind": text(Words(item.kind)), "name": titled])
  }

  /// The companies whose odds it moves, two of them by name.
  func whose(_ item: ResearchItem) -> [Inline] {
    let named = item.companies.prefix(2).map { context.companyLink($0) }
    guard item.companies.count > 2 else { return joined(named) }
    return line(
      Words.andOthers,
      ["names": joined(named), "count": [.text(String(item.companies.count - 2))]])
  }

  /// What would answer and where, and whether a report has been due.
  func place(_ item: ResearchItem) -> [Inline] {
    var parts = item.because.map { reason -> [Inline] in
      guard case .named(let what)? = reason.facts["what"],
        case .named(let place)? = reason.facts["where"]
      else { return [.text(sentence(reason))] }
      return line(Words.answer, ["what": [.text(text(what))], "where": [.text(text(place))]])
    }
    if parts.isEmpty {
      switch item.kind {
      case .accounts: parts.append(line(Words.inAccounts))
      case .assumption: parts.append(line(Words.nobodySays))
      case .fact, .estimate: parts.append(line(Words.exactly))
      case .missing, .chance: break
      }
    }
    if let due = item.due {
      parts.append(
        line(
          Words.due,
          [
            "report": [.text(FreshnessWords.report(due, self))],
            "since": [.text(MonthWords.month(due.since))],
          ]))
    }
    return .joined(parts, separator: "; ")
  }

  /// Three digits, as much as the draws hold.
  static func rounded(_ value: Double) -> Double {
    value >= 1 ? (value * 10).rounded() / 10 : (value * 1000).rounded() / 1000
  }
}

extension ResearchTable {
  enum Words: String, Phrases {
    static let topic = "Research"

    case what = "What to find out"
    case whose = "Moves the odds of"
    case gain = "Gain, Brier points of 100"
    case decision = "Gain, companies that break even"
    case flips = "Changes the choice"
    case effort = "Found, hours"
    case place = "What would answer"
    case effortOf = "{chance}, {hours} h"
    case ofPath = "{name} ({path})"
    case ofKind = "{kind}: {name}"
    case andOthers = "{names} and {count} more"
    case answer = "{what}, usually found in {where}"
    case inAccounts = "its next accounts"
    case nobodySays = "nothing on file says what would replace it"
    case exactly = "a figure more exact than the one on file"
    case due = "{report} has been due since {since} and isn't on file"
    case missing
    case assumption = "◇ assumption"
    case estimate = "≈ estimate"
    case fact = "fact, a range"
    case accounts = "today's accounts"
    case chance

    init(_ kind: ResearchItem.Kind) {
      self =
        switch kind {
        case .missing: Words.missing
        case .assumption: Words.assumption
        case .estimate: Words.estimate
        case .fact: Words.fact
        case .accounts: Words.accounts
        case .chance: Words.chance
        }
    }
  }
}
