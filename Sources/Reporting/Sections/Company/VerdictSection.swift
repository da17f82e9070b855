import Findings
import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// A section with the company's outcome in sentences, before any table: the odds, the two
  /// assumptions that decide them, and how much evidence they rest on.
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
      blocks += ThinVerdict.blocks(company, unknown, context)
    } else {
      if let headline = CompanyVerdict.headline(company, context) {
        blocks.append(.paragraph([.strong(headline)]))
      }
      if let deciding = CompanyVerdict.deciding(company, context) {
        blocks.append(.paragraph(deciding))
      }
      if !company.hasBrokenEven, let accounts = context.findings.accounts(company) {
        blocks.append(.paragraph(AccountsWords.sentence(accounts, context)))
      }
      blocks.append(
        .list(CompanyVerdict.parts(company, context).map { ListItem($0) }, ordered: false))
    }
    if !company.warnings.isEmpty {
      blocks.append(
        .paragraph([
          .link(
            context.line(
              VerdictWords.beCareful, ["count": [.text(String(company.warnings.count))]]),
            to: .page(ReportContext.companyPage(company.id), anchor: ConflictWords.key))
        ]))
    }
    blocks.append(.paragraph(identity(company, context)))
    return blocks
  }

  private static func identity(_ company: CompanyRecord, _ context: ReportContext) -> [Inline] {
    var parts: [[Inline]] =
      company.kind.isEmpty ? [] : [[.text(context.written(company.kind))]]
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

/// The verdict on a company of which too little is known: what is on file, what isn't, and what to
/// find.
private enum ThinVerdict {
  static func blocks(
    _ company: CompanyRecord, _ unknown: UnknownOutcome, _ context: ReportContext
  ) -> [Block] {
    var items: [[Inline]] = []
    let known = unique(company.reported.map { context.title($0.title, name: $0.metric) })
    items.append(
      known.isEmpty
        ? context.line(VerdictWords.nothingKnown)
        : context.line(
          VerdictWords.known, ["names": context.joined(known.map { [.text($0)] })]))
    if !unknown.missing.isEmpty {
      items.append(
        context.line(
          VerdictWords.toFind,
          [
            "names": MissingNames.inlines(unknown.missing.map { .fact($0) }, context),
            "command": [.code("breakeven research \(company.id)")],
          ]))
    }
    // Of paths that nobody assessed there is nothing to say beyond their own table.
    if company.paths.contains(where: { $0.status == .assessed }) {
      items.append(CompanyVerdict.bestPath(company, context))
    }
    return [
      context.paragraph(
        VerdictWords.unknown, ["reason": [.text(context.sentence(unknown.reason))]]),
      .list(items.map { ListItem($0) }, ordered: false),
    ]
  }
}

/// The words that are said first of a company.
enum VerdictWords: String, Phrases {
  static let topic = "VerdictWords"

  case beCareful = "Be careful with these figures (remarks: {count})"
  case already = "Already profitable: {because}"
  case noOddsNeeded = """
    It has happened, so there are no odds; what follows is about how it holds.
    """
  case unknown = "What becomes of this company can't be said: {reason}."
  case nothingKnown = "On file: no figure at all"
  case known = "On file: {names}"
  case missing = "Missing facts: {names}"
  case toFind = "To find: {names}; {command} says what they would change"
  case regionIs = "region: {region}"
  case listedAt = "listed: {place}"
  case notListed = "not listed"
  case backedBy = "behind it: {parent}"
}
