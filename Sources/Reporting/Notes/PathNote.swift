package import Publishing
package import RunRecord

/// The note that `explain COMPANY PATH` prints: the score among its parts, and the tree that it
/// rests on.
package struct PathNote {
  private let company: CompanyRecord
  private let cell: AssessmentRecord
  private let isFull: Bool
  private let context: ReportContext

  package init(
    _ company: CompanyRecord, on cell: AssessmentRecord, isFull: Bool, _ context: ReportContext
  ) {
    self.company = company
    self.cell = cell
    self.isFull = isFull
    self.context = context.page(of: company)
  }

  /// The names that a tree can be asked for.
  package var names: [String] { tree(showsPlaces: false).names }

  /// The whole note.
  package var page: Page {
    guard cell.status == .assessed else {
      return .note([title, .paragraph(withoutNumbers)].withSources(context))
    }
    var blocks = [title] + PathParts.verdict(cell, context)
    blocks.append(.table(CompanyPathsTable.table([cell], company, context)))
    func part(_ title: some Phrases, _ content: [Block]) {
      if !content.isEmpty { blocks += [context.heading(3, title)] + content }
    }
    part(Headings.drivers, PathParts.drivers(cell, of: company, context))
    part(PathParts.Words.storyTitle, PathParts.story(cell, context))
    if let note = CurrencyNote.paragraph(for: blocks, context) { blocks.append(note) }
    blocks += [
      context.heading(3, Words.treeTitle), .tree(tree(showsPlaces: isFull).whole),
    ]
    if !isFull {
      blocks.append(context.paragraph(Words.leftOut, ["option": [.code("--full")]]))
    }
    return .note(blocks.withSources(context))
  }

  /// The tree of one variable, input, result or criterion; nil if there is none of this name.
  package func page(of name: String) -> Page? {
    guard cell.status == .assessed else { return nil }
    return tree(showsPlaces: true).subtree(name).map {
      .note([title, .tree($0)].withSources(context))
    }
  }

  private var title: Block {
    context.heading(
      1, Words.title,
      ["company": context.text(company.names), "path": context.pathTitle(cell.path)])
  }

  private var withoutNumbers: [Inline] {
    if let notPursued = cell.notPursued {
      let reason = context.line(
        Words.notPursued, ["reason": [.text(context.sentence(notPursued.because))]])
      return notPursued.sources.isEmpty
        ? reason
        : reason
          + context.line(
            Joining.inBrackets, ["content": context.citations(notPursued.sources)])
    }
    return context.line(Words.missing, ["names": MissingNames.inlines(cell.missing, context)])
  }

  private func tree(showsPlaces: Bool) -> TraceTree {
    TraceTree(
      cell, of: company.id, isFull: isFull, showsPlaces: showsPlaces, context)
  }

  enum Words: String, Phrases {
    static let topic = "PathNote"

    case title = "{company} on {path}"
    case notPursued = "Not pursued: {reason}"
    case missing = "Not assessed, because facts are missing: {names}"
    case treeTitle = "What the score rests on"
    case leftOut = "Small parts and the depths are left out; {option} shows them."
  }
}
