/// Entries, such as sources, that many pages list: a heading with a key and what stands under it.
///
/// In one file one page has them for all, and links lead there.
package enum SharedEntries {
  /// The pages without the entries that the page at the path has too.
  package static func moved(in pages: [Page], to list: String) -> [Page] {
    guard let keys = pages.first(where: { $0.path == list }).map(keys) else { return pages }
    return pages.map { page in
      var page = page
      if page.path != list {
        page.blocks = without(page.blocks) { keys.contains($0) }.withoutEmptyHeadings
      }
      page.blocks = page.blocks.mappingLinks { target in
        if case .page(_, let key?) = target, keys.contains(key) {
          return .page(list, anchor: key)
        }
        return target
      }
      return page
    }
  }

  /// The pages without the entries at the path to which no link leads.
  package static func linked(in pages: [Page], at list: String) -> [Page] {
    var linked: Set<String> = []
    for page in pages {
      for case .page(list, let key?) in page.blocks.linkTargets { linked.insert(key) }
    }
    return pages.map { page in
      guard page.path == list else { return page }
      var page = page
      page.blocks = without(page.blocks) { !linked.contains($0) }
      return page
    }
  }

  private static func keys(_ page: Page) -> Set<String> {
    Set(
      page.blocks.compactMap { block in
        if case .heading(_, _, let key?) = block { key } else { nil }
      })
  }

  /// The blocks without the headings with such keys and what stands under each.
  private static func without(_ blocks: [Block], _ isGone: (String) -> Bool) -> [Block] {
    var skips = false
    return blocks.filter { block in
      if case .heading(_, _, let key) = block { skips = key.map(isGone) ?? false }
      return !skips
    }
  }
}
