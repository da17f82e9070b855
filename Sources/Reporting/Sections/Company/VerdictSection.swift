import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// A section with the company's outcome in sentences, before any table.
  package static let verdict = Section("Verdict", VerdictWords.self) { company, context in
    let outcome = company.outcome
    var blocks: [Block] = []
    if let because = company.alreadyBrokeEven {
      blocks.append(
        context.paragraph(
          VerdictWords.already,
          ["because": [.strong([.text(context.sentence(because))])]]))
      if outcome.states != nil { blocks.append(context.paragraph(VerdictWords.noOddsNeeded)) }
    }
    if let unknown = outcome.unknown {
      blocks.append(
        context.paragraph(
          VerdictWords.unknown, ["reason": [.text(context.sentence(unknown.reason))]]))
      if !unknown.missing.isEmpty {
        blocks.append(
          context.paragraph(
            VerdictWords.missing,
            ["names": MissingNames.inlines(unknown.missing.map { .fact($0) }, context)]))
      }
      blocks.append(.paragraph(CompanyVerdict.bestPath(company, context)))
    } else {
      var parts = CompanyVerdict.parts(company, context)
      if !company.hasBrokenEven, !parts.isEmpty {
        let first = parts.removeFirst()
        blocks.append(
          .paragraph([
            .strong(
              context.line(
                Joining.labelled, ["label": [.text(context.text(company.names))], "value": first]))
          ]))
      }
      blocks.append(.list(parts.map { ListItem($0) }, ordered: false))
    }
    blocks.append(.paragraph(identity(company, context)))
    if !company.warnings.isEmpty {
      blocks.append(
        .quote([
          context.paragraph(VerdictWords.beCareful),
          .list(company.warnings.map { ListItem([.text(context.sentence($0))]) }, ordered: false),
        ]))
    }
    return blocks
  }

  private static func identity(_ company: CompanyRecord, _ context: ReportContext) -> [Inline] {
    var parts: [[Inline]] = [[.text(context.written(company.kind))]]
    if company.name != context.text(company.names) { parts.append([.text(company.name)]) }
    parts.append(context.line(VerdictWords.regionIs, ["region": [.text(company.region)]]))
    parts.append(
      company.listing.map { context.line(VerdictWords.listedAt, ["place": [.text($0)]]) }
        ?? context.line(VerdictWords.notListed))
    if let parent = company.parent {
      parts.append(
        context.line(VerdictWords.backedBy, ["parent": [.text(context.written(parent))]]))
    }
    return .joined(parts, separator: " · ")
  }
}

/// The words that are said first of a company.
enum VerdictWords: String, Phrases {
  static let topic = "VerdictWords"

  case beCareful = "Be careful with these figures:"
  case already = "Already profitable: {because}"
  case noOddsNeeded = """
    It has happened, so there are no odds; what follows is about how it holds.
    """
  case unknown = "What becomes of this company can't be said: {reason}."
  case missing = "Missing facts: {names}"
  case regionIs = "region: {region}"
  case listedAt = "listed: {place}"
  case notListed = "not listed"
  case backedBy = "behind it: {parent}"
}
