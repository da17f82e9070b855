import Findings
import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// The question of the page on companies without odds.
  package static let whyNoOdds = Section("WhyNoOdds", Words.self) { record, context in
    let groups = context.findings.groups
    let earning = groups[.already]?.count ?? 0
    let unknown = groups[.unknown]?.count ?? 0
    guard earning + unknown > 0 else { return [] }
    return QuestionHead.blocks(
      context.line(Words.question),
      answer: context.line(
        Words.answer,
        [
          "count": [.text(String(earning + unknown))],
          "all": [.text(String(record.companies.count))],
          "earning": [.text(String(earning))], "unknown": [.text(String(unknown))],
        ]))
  }
}

private enum Words: String, Phrases {
  static let topic = "WhyNoOdds"

  case question = "Which companies have no odds, and why?"
  case answer = """
    {count} of {all} companies have none: {earning} earn already by their reported figures, and of \
    {unknown} too little is known.
    """
}
