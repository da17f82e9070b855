/// Prints a page in some format.
package protocol PageRenderer: Sendable {
  func render(_ page: Page) -> String
}

/// Turns link targets into addresses that work from the page they stand on.
package struct LinkResolver: Sendable {
  private let anchors: AnchorIndex
  private let suffix: String

  package init(anchors: AnchorIndex, suffix: String) {
    self.anchors = anchors
    self.suffix = suffix
  }

  /// The address, or nil where there is nothing to link to; then the text stands alone.
  package func address(of target: LinkTarget, from page: String) -> String? {
    switch target {
    case .web(let address):
      return WebAddress.whole(address).map(WebAddress.encoded)
    case .page(let path, let key):
      guard anchors.hasPage(path) else { return nil }
      var anchor = ""
      if let key {
        guard let slug = anchors.anchor(key, on: path) else { return nil }
        anchor = "#" + slug
      }
      if path == page && !anchor.isEmpty { return anchor }
      return relative(Self.file(of: path, suffix: suffix), from: page) + anchor
    }
  }

  /// The file of a page; the index of pages for browsers is the one they look for.
  package static func file(of page: String, suffix: String) -> String {
    (suffix == "html" && page == Page.index ? "index" : page) + "." + suffix
  }

  /// A path relative to the folder of a page.
  package func relative(_ path: String, from page: String) -> String {
    var from = page.split(separator: "/").dropLast()
    var to = path.split(separator: "/")[...]
    while let first = from.first, to.count > 1, to.first == first {
      from.removeFirst()
      to.removeFirst()
    }
    return String(repeating: "../", count: from.count) + to.joined(separator: "/")
  }
}
