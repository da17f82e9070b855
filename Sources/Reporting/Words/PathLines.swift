import Findings
import Publishing
import RunRecord

/// Sentences about a path that several pages say.
enum PathLines: String, Phrases {
  static let topic = "PathLines"

  case pays = """
    {path}: gives the money back, more likely than not, at {count} of {total} companies \
    assessed
    """
  case paysWhom = ": {names}"
  case doubtful = "{name} (more likely than not to run out of money or be sold)"
  case nobody = "{path}: no company could be assessed"
  case drain = " · drains {points}"
  case crowded = """
    {path}: the stories add up to {share} of the market ({range}): more than there is.
    """
  case notCrowded = "{path}: the stories add up to {share} of the market ({range})."

  /// A company on a path, with what most likely becomes of it where that isn't good: a path that pays
  /// helps nobody who doesn't live to see it.
  static func company(_ company: CompanyRecord, _ context: ReportContext) -> [Inline] {
    let name = context.companyLink(company.id)
    return context.findings.group(company) == .runOut
      ? context.line(PathLines.doubtful, ["name": name]) : name
  }
}
