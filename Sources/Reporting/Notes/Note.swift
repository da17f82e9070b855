package import Publishing
import RunRecord

extension Page {
  /// A note that a command prints: what pages say, without charts and what opens on demand.
  package static func note(_ blocks: [Block]) -> Page {
    Page(
      path: "note", title: "",
      blocks: blocks.filter { block in
        switch block {
        case .figure, .details: false
        default: true
        }
      })
  }

  /// True if there is nothing to print.
  package var isEmpty: Bool { blocks.isEmpty }
}

extension [Block] {
  /// The blocks with what opens on demand laid open under a heading: a terminal folds nothing.
  var unfolded: [Block] {
    flatMap { block -> [Block] in
      guard case .details(let summary, let blocks) = block else { return [block] }
      return [.heading(3, summary, key: nil)] + blocks
    }
  }

  /// The blocks with a list of what they cite under them.
  func withSources(_ context: ReportContext) -> [Block] {
    let keys = flatMap(\.links).compactMap { link -> String? in
      if case .page(_, let anchor?) = link { anchor } else { nil }
    }
    let ids = unique(keys).filter { $0.hasPrefix(ReportContext.sourceKey("")) }
      .map { String($0.dropFirst(ReportContext.sourceKey("").count)) }
      .filter { context.source($0) != nil }
    if ids.isEmpty { return self }
    return self + [
      context.heading(2, Pages.sources),
      .list(ids.map { ListItem(SourceEntry.line($0, context)) }, ordered: false),
    ]
  }
}

extension Block {
  /// The targets of its links, in reading order.
  fileprivate var links: [LinkTarget] {
    switch self {
    case .heading(_, let text, _), .paragraph(let text): text.links
    case .list(let items, _): items.flatMap { $0.text.links + $0.blocks.flatMap(\.links) }
    case .table(let table): table.rows.flatMap { $0.flatMap(\.links) }
    case .quote(let blocks), .details(_, let blocks): blocks.flatMap(\.links)
    case .tree(let root): root.links
    case .figure, .code: []
    }
  }
}

extension TreeNode {
  fileprivate var links: [LinkTarget] {
    text.links + details.flatMap(\.links) + children.flatMap(\.links)
  }
}

extension [Inline] {
  fileprivate var links: [LinkTarget] {
    flatMap { inline -> [LinkTarget] in
      switch inline {
      case .link(let text, let target): [target] + text.links
      case .strong(let text), .emphasis(let text): text.links
      case .text, .code, .lineBreak: []
      }
    }
  }
}
