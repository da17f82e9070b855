import Findings
import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// A section with what is most worth finding out, by what it would improve of the odds.
  package static let whatToFindOut = Section("WhatToFindOut", Words.self) { record, context in
    let items = context.findings.research().items.filter { $0.worth > 0 }
    let table = ResearchTable(context: context, hasDecision: false)
    guard let list = table.block(Array(items.prefix(8))) else { return [] }
    return [
      context.heading(2, Words.title), context.paragraph(Words.intro), list,
      context.paragraph(Words.rest, ["command": [.code("breakeven research")]]),
    ]
  }
}

private enum Words: String, Phrases {
  static let topic = "WhatToFindOut"

  case title = "What to find out before acting"
  case intro = """
    What would improve the odds above most for an hour of work: the gain from learning a thing \
    exactly, in Brier points of 100 added up over the companies, times the chance of finding it, \
    over the hours.
    """
  case rest = "{command} lists all, for some companies or for a choice among them."
}
