/// The places of pages and headings: all in one file, or each page in a file of a folder.
package struct HTMLPlaces: Sendable {
  /// Where the pages are.
  package enum Layout: Hashable, Sendable {
    case oneFile
    case folder
  }

  package let layout: Layout
  private let anchors: AnchorIndex
  private let links: LinkResolver
  /// The ids of each page's headings, by their anchors.
  private let ids: [String: [String: String]]
  /// The id of the page that a reader opens first.
  private static let firstPage = "answer"

  package init(_ pages: [Page], layout: Layout) {
    self.layout = layout
    anchors = AnchorIndex(pages)
    links = LinkResolver(anchors: anchors, suffix: "html")
    var ids: [String: [String: String]] = [:]
    for page in pages {
      let levels = page.blocks.collected { block -> Int? in
        if case .heading(let level, _, _) = block { level } else { nil }
      }
      var own: [String: String] = [:]
      for (index, slug) in anchors.anchors(on: page.path).enumerated() {
        let isInFile = layout == .oneFile
        // Sources are cited thousands of times, so headings of lower levels are numbered.
        let place = isInFile && levels[index] > 2 ? String(index) : slug
        own[slug] = isInFile ? Self.id(ofPage: page.path) + ":" + place : slug
      }
      ids[page.path] = own
    }
    self.ids = ids
  }

  /// The id of a page: its path, which no heading's id is.
  package static func id(ofPage page: String) -> String {
    page == Page.index ? firstPage : page
  }

  /// The ids of a page's headings in reading order; in one file they begin with the page's, so that
  /// they stay unique.
  package func headings(on page: String) -> [String] {
    anchors.anchors(on: page).map { ids[page]?[$0] ?? $0 }
  }

  /// The address of a target, or nil where there is nothing to link to.
  package func address(of target: LinkTarget, from page: String) -> String? {
    guard layout == .oneFile, case .page(let path, let key) = target else {
      return links.address(of: target, from: page)
    }
    guard anchors.hasPage(path) else { return nil }
    guard let key else { return "#" + Self.id(ofPage: path) }
    return anchors.anchor(key, on: path).flatMap { ids[path]?[$0] }.map { "#" + $0 }
  }

  /// The file of a page in a folder.
  package static func file(of page: String) -> String {
    LinkResolver.file(of: page, suffix: "html")
  }
}
