import Findings
import Publishing
import RunRecord

/// The answer of a run in a sentence or two.
enum RunAnswer {
  /// The number of companies that break even, run out and so on, and the path that most often
  /// pays.
  static func line(_ context: ReportContext) -> [Inline] {
    [.strong(count(CompanyGroups(context), context))] + together(context) + bestPath(context)
  }

  private static func count(_ groups: CompanyGroups, _ context: ReportContext) -> [Inline] {
    func number(_ companies: [CompanyRecord]) -> [Inline] { [.text(String(companies.count))] }
    return context.line(
      Words.count,
      [
        "total": number(context.record.companies), "breakEven": number(groups[.breakEven]),
        "runOut": number(groups[.runOut]),
        "stillLosing": number(groups[.stillLosing]), "open": number(groups[.open]),
        "already": number(groups[.already]), "unknown": number(groups[.unknown]),
      ])
  }

  /// How many of the companies at risk break even and run out in the same future.
  private static func together(_ context: ReportContext) -> [Inline] {
    guard let atRisk = context.record.atRisk else { return [] }
    func number(_ value: Double) -> [Inline] { [.text(context.numbers.number(value))] }
    return context.line(
      Words.together,
      [
        "count": number(Double(atRisk.companies)), "fewest": number(atRisk.breakEven.p5),
        "most": number(atRisk.breakEven.p95), "fewestOut": number(atRisk.runOut.p5),
        "mostOut": number(atRisk.runOut.p95),
      ])
  }

  /// The path that gives the money back at the largest number of companies.
  private static func bestPath(_ context: ReportContext) -> [Inline] {
    guard context.findings.hasAssessments else { return [] }
    guard let best = context.findings.pathThatPaysMost() else {
      return context.line(Words.noPath)
    }
    return context.line(
      Words.path,
      [
        "path": context.pathLink(best.path.id), "count": [.text(String(best.pays))],
        "total": [.text(String(best.assessed))],
      ])
  }
}

extension RunAnswer {
  enum Words: String, Phrases {
    static let topic = "RunAnswer"

    case count = """
      Of {total} companies, more likely than not to break even before the money runs out: \
      {breakEven}; to run out or be sold: {runOut}; to lose money still: {stillLosing}; open: \
      {open}; profitable already: {already}; too little known: {unknown}.
      """
    case together = """
       Of the {count} at risk {fewest} to {most} break even in nine of ten futures; in as many \
      {fewestOut} to {mostOut} run out of money or are sold.
      """
    case path = """
       The path that most often gives the money back is {path} ({count} of {total} \
      companies assessed).
      """
    case noPath = " No path gives the money back, more likely than not, at any company."
  }
}
