import Findings
import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// A section with the answer: who breaks even, who runs out, by which path, how sure.
  package static let answer = Section("Answer", Words.self) { record, context in
    let groups = CompanyGroups(context)
    var blocks: [Block] = [
      .quote([.paragraph([.text(context.text(record.run.question))])]),
      .paragraph(RunAnswer.line(context)),
      .list(groups.lines(context).map { ListItem($0) }, ordered: false),
    ]
    if let sure = sureness(record, context) { blocks.append(.paragraph(sure)) }
    blocks.append(
      context.paragraph(
        Words.scope,
        ["date": [.text(record.run.asOf)], "horizon": [.text(String(record.run.horizon))]]))
    return blocks
  }

  /// The share of the answer that rests on facts, and whether ranks hang on weights or on inputs.
  private static func sureness(_ record: RunRecord, _ context: ReportContext) -> [Inline]? {
    let count = InputCount(record)
    guard count.total > 0 else { return nil }
    var line = context.line(
      InputCount.Words.howSure,
      [
        "total": [.text(String(count.total))], "facts": [.text(String(count.facts))],
        "estimates": [.text(String(count.estimates))],
        "assumptions": [.text(String(count.assumptions))],
      ])
    if let sourced = count.sourcedLine(context) { line += sourced }
    if count.overrides > 0 {
      line += context.line(Words.howSureOverrides, ["count": [.text(String(count.overrides))]])
    }
    if let weights = record.ranking.instabilityFromWeights {
      line += context.line(
        Words.howSureWeights,
        [
          "weights": [.text(context.numbers.probability(weights))],
          "inputs": [.text(context.numbers.probability(1 - weights))],
        ])
    }
    return line
  }
}

private enum Words: String, Phrases {
  static let topic = "Answer"

  case scope = """
    What follows holds as of {date} and looks to the end of {horizon}. "First" means: \
    before the money runs out. Odds weigh what became of companies like each one and what its \
    paths add.
    """
  case howSureOverrides = " {count} were set by hand for this run."
  case howSureWeights = """
     Where ranks are unstable, {weights} of it comes from how one weighs the criteria \
    (argue) and {inputs} from the inputs (research).
    """
}
