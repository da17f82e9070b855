extension [Block] {
  /// The targets of all links, in reading order.
  package var linkTargets: [LinkTarget] {
    var result: [LinkTarget] = []
    _ = mappingLinks { target in
      result.append(target)
      return target
    }
    return result
  }

  /// The blocks with other targets in their links.
  package func mappingLinks(_ change: (LinkTarget) -> LinkTarget) -> [Block] {
    map { block in
      switch block {
      case .heading(let level, let text, let key):
        .heading(level, text.mappingLinks(change), key: key)
      case .paragraph(let text): .paragraph(text.mappingLinks(change))
      case .list(let items, let ordered):
        .list(
          items.map { ListItem($0.text.mappingLinks(change), $0.blocks.mappingLinks(change)) },
          ordered: ordered)
      case .table(var table):
        {
          for row in table.rows.indices {
            for column in table.rows[row].indices {
              table.rows[row][column] = table.rows[row][column].mappingLinks(change)
            }
          }
          return .table(table)
        }()
      case .quote(let children): .quote(children.mappingLinks(change))
      case .details(let summary, let children):
        .details(summary: summary.mappingLinks(change), children.mappingLinks(change))
      case .tree(let root): .tree(root.mappingLinks(change))
      case .figure, .code: block
      }
    }
  }

  /// The blocks without headings under which nothing stands, save for those of the page itself.
  package var withoutEmptyHeadings: [Block] {
    var result: [Block] = []
    // From the end: a heading is empty if what follows is one of its level or above, or nothing.
    var following: Block?
    for block in reversed() {
      if case .heading(let level, _, _) = block, level > 1 {
        switch following {
        case nil: continue
        case .heading(let next, _, _)? where next <= level: continue
        default: break
        }
      }
      result.append(block)
      following = block
    }
    return result.reversed()
  }
}

extension [Inline] {
  /// The inlines with other targets in their links.
  fileprivate func mappingLinks(_ change: (LinkTarget) -> LinkTarget) -> [Inline] {
    map { inline in
      switch inline {
      case .link(let text, let target): .link(text, to: change(target))
      case .strong(let children): .strong(children.mappingLinks(change))
      case .emphasis(let children): .emphasis(children.mappingLinks(change))
      case .text, .code, .lineBreak: inline
      }
    }
  }
}

extension TreeNode {
  fileprivate func mappingLinks(_ change: (LinkTarget) -> LinkTarget) -> TreeNode {
    TreeNode(
      text.mappingLinks(change), details: details.map { $0.mappingLinks(change) },
      children: children.map { $0.mappingLinks(change) })
  }
}
