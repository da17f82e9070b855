package import Publishing
package import RunRecord

/// The words for the age of the figures behind a state.
package enum FreshnessWords: String, Phrases {
  package static let topic = "FreshnessWords"

  case rests = "It rests on: {figures}."
  case figure = "{role} to {end} ({months} mo ago)"
  case revenue = "revenue"
  case revenueSince = "newer revenue"
  case result
  case cashFlow = "cash flow"
  case cash = "cash"
  case due = " Due since and not on file: {reports}."
  case nothingDue = " No report has been due since."
  case report = "{kind} to {end}"
  case year = "the year"
  case half = "the half-year"
  case quarter = "the quarter"
  case nineMonths = "nine months"
  case old = """
    Too old to say anything of: {companies}. Stale, older than the method asks for: {stale}.
    """
  case noneOld = "No company's accounts are too old to say anything of. Stale: {stale}."
  case nobody = "none"
  case base = "Base"
  case fresh
  case stale
  case tooOld = "too old"
  case unknown
  case months = "{months} mo"
  case dueSince = "Due since"

  /// `It rests on revenue to 2025-06 (15 months ago), …`.
  static func paragraph(_ freshness: FreshnessRecord, _ speaker: some Speaker) -> Block {
    let separator = speaker.text(Joining.listSeparator)
    let figures = freshness.figures.map { figure(_: $0, speaker) }.joined(separator: separator)
    let due = freshness.due.map { report($0, speaker) }.joined(separator: separator)
    return .paragraph([
      .text(speaker.text(FreshnessWords.rests, ["figures": figures])),
      .text(
        due.isEmpty
          ? speaker.text(FreshnessWords.nothingDue)
          : speaker.text(FreshnessWords.due, ["reports": due])),
    ])
  }

  /// `revenue to 2025-06 (15 months ago)`.
  static func figure(_ figure: FreshnessRecord.Figure, _ speaker: some Speaker) -> String {
    speaker.text(
      FreshnessWords.figure,
      [
        "role": speaker.text(name(of: figure.role)), "end": MonthWords.month(figure.end),
        "months": speaker.numbers.points(figure.months),
      ])
  }

  /// `the half-year to 2026-06`.
  package static func report(
    _ report: FreshnessRecord.DueReport, _ speaker: some Speaker
  ) -> String {
    let kind: FreshnessWords =
      switch report.months {
      case 12: FreshnessWords.year
      case 9: FreshnessWords.nineMonths
      case 6: FreshnessWords.half
      default: FreshnessWords.quarter
      }
    return speaker.text(
      FreshnessWords.report,
      ["kind": speaker.text(kind), "end": MonthWords.month(report.end)])
  }

  /// How old a base is.
  static func name(of age: FreshnessRecord.Age) -> FreshnessWords {
    switch age {
    case .fresh: FreshnessWords.fresh
    case .stale: FreshnessWords.stale
    case .tooOld: FreshnessWords.tooOld
    }
  }

  static func name(of role: FreshnessRecord.Figure.Role) -> FreshnessWords {
    switch role {
    case .revenue: FreshnessWords.revenue
    case .revenueSince: FreshnessWords.revenueSince
    case .result: FreshnessWords.result
    case .cashFlow: FreshnessWords.cashFlow
    case .cash: FreshnessWords.cash
    }
  }
}
