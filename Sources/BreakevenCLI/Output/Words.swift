import Findings
import Publishing
import Reporting
import RunRecord

/// The words in which results are put, the same in every command.
enum Words {
  /// The footer of every comparison (Method 5.6).
  static let footer = "Differences smaller than the sign says are noise or taste."
  /// A reason for having no number, without the words that it is printed after.
  static func reason(_ reason: Reason) -> String {
    let text = reason.message
    return text.hasPrefix("\(notEnough): ") ? String(text.dropFirst(notEnough.count + 2)) : text
  }

  /// A chance in words: `very unlikely`, `as likely as not`.
  static func likelihood(_ probability: Double) -> String {
    Language.english.text(LikelihoodWords(Likelihood(probability, on: .standard)))
  }

  /// `a, b or c`.
  static func list(_ items: [String], _ word: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(word) \(last)"
  }

  /// The text as a sentence: with a capital, and a stop at its end.
  static func sentence(_ text: String) -> String {
    let text = text.trimmed
    let isEnded = text.last.map { ".!?。！？".contains($0) } ?? true
    return text.prefix(1).uppercased() + text.dropFirst() + (isEnded ? "" : ".")
  }

  /// What is shown in place of a number that isn't known.
  static let notEnough = "not enough evidence"

  /// What a sign says.
  static func meaning(of sign: RankSign) -> String {
    switch sign {
    case .clear: "clear"
    case .likely: "likely"
    case .even: "can't tell"
    }
  }

  /// A runway in months: `20 (14–31)`, `30 (16 to >54)` where the horizon cuts it off.
  static func runway(_ quantity: Quantity, censoredAt: Double) -> String {
    guard let estimate = quantity.estimate else { return "–" }
    let months = [estimate.p5, estimate.p50, estimate.p95].map {
      NumberText.english.months($0, censoredAt: censoredAt)
    }
    if Set(months).count == 1 { return months[1] }
    // A dash before > would read as an arrow.
    return "\(months[1]) (\(months[0])\(months[2].hasPrefix(">") ? " to " : "–")\(months[2]))"
  }

  /// `not pursued`, `lacks 3 facts`, or the score with its interval.
  static func score(_ assessment: AssessmentRecord?) -> String {
    guard let assessment else { return "–" }
    switch assessment.status {
    case .notPursued: return "not pursued"
    case .missingFacts: return "lacks " + Messages.plural(assessment.missing.count, "fact")
    case .assessed:
      guard let score = assessment.score.estimate else { return Words.notEnough }
      let mark = assessment.evidence?.mostlyAssumption == true ? " *" : ""
      return NumberText.english.interval(score) + mark
    }
  }

  /// When a company leads (Method 5.6).
  static func leadsIf(_ place: RankedCompany, _ run: RunRecord) -> String {
    switch Findings(run).leadsIf(place) {
    case .never: "never"
    case .rarely: "hardly ever"
    case .anyway: "weights as usual"
    case .when(let criterion, let weighs, _, _):
      "\(self.criterion(criterion)) weighs \(NumberText.english.probability(weighs))"
    }
  }

  /// A criterion's name for readers: `cash_cover` is `cash cover`.
  static func criterion(_ id: String) -> String {
    id.replacing("_", with: " ").replacing("-", with: " ").printable
  }

  /// The answer of a run in a sentence: who breaks even, who may, how many don't, and of how
  /// many that can't be said.
  static func answer(_ run: RunRecord) -> String {
    let findings = Findings(run)
    let groups = findings.groups
    let already = groups[.already, default: []].count
    let unknown = groups[.unknown, default: []].count
    let odds = run.companies.count - already - unknown
    let likely = groups[.breakEven, default: []]
      .map { (name: $0.name, value: findings.odds($0) ?? 0) }
      .sorted { ($1.value, $0.name) < ($0.value, $1.name) }
      .map { "\($0.name) (\(NumberText.english.probability($0.value)))" }
    var text =
      odds == 0
      ? "There are odds for no company"
      : "Of \(plural(odds, "company", "companies")) with odds, "
        + (likely.isEmpty
          ? "none is more likely than not to break even by \(run.run.horizon) before its money "
            + "runs out"
          : "\(list(likely, "and")) \(likely.count == 1 ? "is" : "are") more likely than not to "
            + "break even by \(run.run.horizon) before the money runs out")
    if already > 0 { text += "; \(already) already broke even" }
    if unknown > 0 { text += "; for \(unknown) the evidence is not enough" }
    return text + "."
  }

  private static func plural(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  /// The conditions of a run in a line.
  static func conditions(_ info: RunInfo) -> String {
    var parts = ["As of \(info.asOf)", "to \(info.horizon)"]
    parts.append(info.scenario.map { "scenario \($0)" } ?? "base case")
    for (name, text) in info.overrides.sorted(by: { $0.key < $1.key }) {
      parts.append("\(name) set to \(text)")
    }
    parts.append("\(info.draws) draws, seed \(info.seed)")
    return parts.joined(separator: ", ") + "."
  }
}
