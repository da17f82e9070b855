internal import Diagnostics
internal import Formulas
internal import RunRecord
internal import Scoring
internal import Simulation

/// A number of a company that shall be at least, or at most, something: `odds>=50%`.
struct Goal: Sendable {
  /// As it was typed.
  let text: String
  let measure: GoalRecord.Measure
  let isAtLeast: Bool
  /// A fraction, months, or money a year in the study's currency.
  let target: Double
  /// The currency in which it was said; nil where none was.
  let currency: String?

  private static let form =
    "say odds>=50%, out<=20%, runway>=24m or result>=0; the measures are "
    + GoalRecord.Measure.allCases.map(\.rawValue).joined(separator: ", ")

  /// Reads a goal as it was typed.
  ///
  /// - Throws: `Diagnostic` for what is none, and for chances that can't be.
  init(_ text: String, currencies: some Collection<String>) throws {
    let plain = text.replacing("≥", with: ">=").replacing("≤", with: "<=")
    guard let sign = plain.firstRange(of: /[<>]=?/) else {
      throw Diagnostic("\"\(text)\" is no goal", help: Self.form)
    }
    func trimmed(_ part: Substring) -> String {
      part.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    let name = trimmed(plain[..<sign.lowerBound])
    guard let measure = GoalRecord.Measure(rawValue: name) else {
      throw Diagnostic(
        "there is no \"\(name)\" to aim at",
        help: Suggestion.help(for: name, among: GoalRecord.Measure.allCases.map(\.rawValue))
          ?? Self.form, category: .missing)
    }
    var number = trimmed(plain[sign.upperBound...])
    if measure == .runway {
      for word in ["months", "month", "m", "個月", "个月"] where number.hasSuffix(word) {
        number.removeLast(word.count)
        break
      }
    }
    guard let amount = try? TypedAmount(number, currencies: currencies), amount.period == nil,
      amount.currency == nil || measure == .result, !(amount.isPercent && !measure.isChance)
    else {
      // What is a bound says so itself.
      _ = try TypedNumber.notation(number)
      throw Diagnostic("\"\(number)\" is no number to aim at", help: Self.form)
    }
    let target = amount.number
    currency = amount.currency
    self.text = text
    self.measure = measure
    self.target = target
    isAtLeast = plain[sign].hasPrefix(">")
    if measure.isChance, !(0...1).contains(target) {
      throw Diagnostic(
        "a chance lies between 0 and 100 %, not at \"\(number)\"",
        help: amount.isPercent ? nil : "\(name)\(plain[sign])\(NumberNotation.print(target))%")
    }
    if measure == .runway, target < 0 {
      throw Diagnostic("money lasts no less than 0 months, not \"\(number)\"")
    }
  }

  /// Throws for months that lie beyond those that the model looks at: nobody can tell those.
  func check(_ side: CompanySide) throws {
    guard measure == .runway, let limit = side.outcome?.censoredAt,
      isAtLeast ? target > limit : target >= limit
    else { return }
    let months = NumberNotation.print(limit.rounded(.down))
    throw Diagnostic(
      "money is looked at for \(months) months, to the end of the last year, and \"\(text)\" lies "
        + "beyond",
      help: "aim at less, or look further with horizon=…")
  }

  /// True if a number reaches the goal; unknown ones don't.
  func isMet(by number: Double?) -> Bool {
    number.map { isAtLeast ? $0 >= target : $0 <= target } ?? false
  }

  /// True if one number is nearer to the goal than another, or farther beyond it.
  func isBetter(_ number: Double, than other: Double) -> Bool {
    isAtLeast ? number > other : number < other
  }

  /// The number of a company; nil where nobody asks for it, or nothing can be said.
  func number(of side: CompanySide) -> Double? {
    switch measure {
    case .result: return side.course("result").flatMap { Summary($0).p50 }
    case .runway: return side.outcome.flatMap { Summary($0.knownRunwayMonths).p50 }
    default:
      guard let shares = side.outcome.flatMap({ StateShares($0) }) else { return nil }
      switch measure {
      case .odds: return shares.brokeEven
      case .losing: return shares.stillLosing
      case .sold: return shares.sold
      case .out: return shares.cashedOut
      default: return shares.sold + shares.cashedOut
      }
    }
  }

  /// 1 in the draws in which things are as the goal wants them, 0 in others, NaN where unknown: what
  /// inputs are sifted by.
  func event(of side: CompanySide) -> [Double] {
    func indicator(_ isSo: Bool) -> Double { isSo == isAtLeast ? 1 : 0 }
    switch measure {
    case .result:
      return (side.course("result") ?? []).map { $0.isFinite ? indicator($0 >= target) : .nan }
    case .runway:
      guard let outcome = side.outcome else { return [] }
      return zip(outcome.states, outcome.runwayMonths).map { state, months in
        state == nil ? .nan : indicator(months >= target)
      }
    default:
      let wanted = measure.states
      return side.states.map { state in
        state.map { indicator(wanted.contains($0)) } ?? .nan
      }
    }
  }
}

extension GoalRecord.Measure {
  /// True if it is the chance of something.
  var isChance: Bool { self != .runway && self != .result }

  /// The states whose chance it is.
  fileprivate var states: Set<OutcomeState> {
    switch self {
    case .odds: [.brokeEven]
    case .losing: [.stillLosing]
    case .sold: [.sold]
    case .out: [.cashedOut]
    case .lost: [.sold, .cashedOut]
    case .runway, .result: []
    }
  }
}
