/// The parts of pages that a reader looks up: what is folded, what stands under headings of the third
/// level and below, and tables so long that HTML folds them.
///
/// They are of a kind if they have the same title. When one file grows too large, whole kinds are left
/// out of it, so that readers who miss one on a page needn't look for it on others.
package enum FoldedParts {
  /// A kind: its title, and how many bytes its parts take.
  package struct Kind: Hashable, Sendable {
    package var title: String
    package var bytes: Int

    package init(title: String, bytes: Int) {
      self.title = title
      self.bytes = bytes
    }
  }

  /// The fewest pages on which a kind stands that may be left out.
  private static let fewestPages = 3

  /// The kinds that several pages have, the largest first.
  ///
  /// The first page is the answer and keeps all it has.
  package static func kinds(
    in pages: [Page], bytes: (_ part: Block, _ page: Page) -> Int
  ) -> [Kind] {
    var total: [String: Int] = [:]
    var count: [String: Int] = [:]
    for page in pages.dropFirst() {
      let parts = parts(of: page).filter(\.isLong)
      for part in parts {
        total[part.title, default: 0] += part.blocks.reduce(0) {
          $0 + bytes(page.blocks[$1], page)
        }
      }
      for title in Set(parts.map(\.title)) { count[title, default: 0] += 1 }
    }
    return total.filter { count[$0.key, default: 0] >= fewestPages }
      .map { Kind(title: $0.key, bytes: $0.value) }
      .sorted { ($1.bytes, $0.title) < ($0.bytes, $1.title) }
  }

  /// The pages without the parts of these kinds; a page that had some says so at its end.
  package static func leftOut(
    _ titles: Set<String>, of pages: [Page], note: (_ titles: [String]) -> Block
  ) -> [Page] {
    guard !titles.isEmpty else { return pages }
    return pages.enumerated().map { index, page in
      guard index > 0 else { return page }
      let gone = parts(of: page).filter { titles.contains($0.title) }
      guard !gone.isEmpty else { return page }
      let places = Set(gone.flatMap(\.blocks))
      var result = page
      result.blocks =
        page.blocks.indices.filter { !places.contains($0) }.map { page.blocks[$0] }
        .withoutEmptyHeadings
      result.blocks.append(note(unique(gone.map(\.title))))
      return result
    }
  }

  /// A part: its title, its places among the page's blocks, and whether it is one by itself and not
  /// only because others of its title are.
  private struct Part {
    var title: String
    var blocks: Range<Int>
    var isLong = true
  }

  private static func parts(of page: Page) -> [Part] {
    var result: [Part] = []
    var heading = page.title
    var index = 0
    while index < page.blocks.count {
      var end = index + 1
      switch page.blocks[index] {
      case .heading(let level, let text, _) where level < 3: heading = text.plainText
      case .heading(let level, let text, _):
        while end < page.blocks.count, !isHeading(page.blocks[end], upTo: level) { end += 1 }
        result.append(Part(title: text.plainText, blocks: index..<end))
      case .details(let summary, _):
        result.append(Part(title: summary.plainText, blocks: index..<end))
      case .table(let table):
        let isLong = HTMLTableShape(table).isLong
        result.append(Part(title: heading, blocks: index..<end, isLong: isLong))
      case .paragraph, .list, .figure, .quote, .code, .tree: break
      }
      index = end
    }
    return result
  }

  private static func isHeading(_ block: Block, upTo level: Int) -> Bool {
    if case .heading(let other, _, _) = block { other <= level } else { false }
  }
}
