package import RunRecord

extension Section where Subject == CompanyRecord {
  /// What becomes of the company, before any table.
  package static let verdict = Section("Verdict") { company, context in
    let outcome = company.outcome
    var blocks: [Block] = []
    if let because = company.alreadyBrokeEven {
      blocks.append(
        context.paragraph(
          .verdictAlready,
          ["because": [.strong([.text(context.sentence(because))])]]))
      if outcome.states != nil { blocks.append(context.paragraph(.noOddsNeeded)) }
    }
    if let unknown = outcome.unknown {
      blocks.append(
        context.paragraph(
          .verdictUnknown, ["reason": [.text(context.sentence(unknown.reason))]]))
      if !unknown.missing.isEmpty {
        blocks.append(
          context.paragraph(
            .verdictMissing, ["names": MissingNames.inlines(unknown.missing.map { .fact($0) }, context)]))
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
                .labelled, ["label": [.text(context.text(company.names))], "value": first]))
          ]))
      }
      blocks.append(.list(parts.map { ListItem($0) }, ordered: false))
    }
    blocks.append(.paragraph(identity(company, context)))
    if !company.warnings.isEmpty {
      blocks.append(
        .quote([
          context.paragraph(.beCareful),
          .list(company.warnings.map { ListItem([.text(context.sentence($0))]) }, ordered: false),
        ]))
    }
    return blocks
  }

  private static func identity(_ company: CompanyRecord, _ context: ReportContext) -> [Inline] {
    var parts: [[Inline]] = [[.text(company.kind)]]
    if company.name != context.text(company.names) { parts.append([.text(company.name)]) }
    parts.append(context.line(.regionIs, ["region": [.text(company.region)]]))
    parts.append(
      company.listing.map { context.line(.listedAt, ["place": [.text($0)]]) }
        ?? context.line(.notListed))
    if let parent = company.parent {
      parts.append(context.line(.backedBy, ["parent": [.text(parent)]]))
    }
    return .joined(parts, separator: " · ")
  }
}
