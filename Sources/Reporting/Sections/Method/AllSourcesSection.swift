import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// Every source of the run.
  package static let allSources = Section("AllSources", Words.self) { record, context in
    let estimates = record.sources.filter { $0.kind == .memory || $0.kind == .assumption }
    var blocks = QuestionHead.blocks(
      context.line(Words.question),
      answer: context.line(
        Words.intro,
        [
          "count": [.text(String(record.sources.count))],
          "estimates": [.text(String(estimates.count))],
        ]))
    for id in unique(record.sources.map(\.id)).sorted() {
      blocks += SourceEntry.blocks(id, level: 3, context)
    }
    return blocks
  }
}

private enum Words: String, Phrases {
  static let topic = "AllSources"

  case question = "What does this run rest on?"
  case intro = """
    The run rests on {count} sources; {estimates} of them are memory or assumptions, and \
    what they give is marked as an estimate.
    """
}
