/// Moves the rows that tables of several pages have in common to a page of their own, so that a
/// report in one file says them once.
///
/// Tables belong together that have the same columns under the same headings. In the place of its
/// rows a table names their numbers in the shared one.
package struct SharedRows {
  /// The words that stand on the page and in the place of rows.
  package struct Words {
    /// The title of the page.
    package var title: String
    /// What it is.
    package var intro: String
    /// The note in the place of rows, for the numbers and the link to their table.
    package var note: (_ numbers: String, _ link: [Inline]) -> [Inline]

    package init(
      title: String, intro: String,
      note: @escaping (_ numbers: String, _ link: [Inline]) -> [Inline]
    ) {
      self.title = title
      self.intro = intro
      self.note = note
    }
  }

  /// The path of the page.
  package static let page = "shared"

  /// Tables that belong together.
  private struct Group: Hashable {
    var title: String
    var columns: [Table.Column]
  }

  /// A row, and the pages that have it.
  private struct Seen {
    var pages = 0
    var lastPage = -1
    var number: Int?
  }

  private typealias Row = [[Inline]]

  private let words: Words
  private var seen: [Group: [Row: Seen]] = [:]
  /// The groups of which rows move, and those rows in the order of their first appearance.
  private var moved: [Group: [Row]] = [:]
  private var order: [Group] = []

  /// Rows under this many characters stay: a reference wouldn't be shorter.
  private static let shortestRow = 100
  /// A group with less than this to spare, in characters, stays as it is.
  private static let leastSpared = 4000

  private init(_ words: Words) { self.words = words }

  /// The pages without the rows that others have too, and the page of those rows at the end, if any.
  package static func moved(in pages: [Page], words: Words) -> [Page] {
    var sharing = SharedRows(words)
    for (index, page) in pages.enumerated() {
      var titles: [Int: String] = [:]
      sharing.count(page.blocks, titles: &titles, page: index)
    }
    sharing.choose()
    guard !sharing.moved.isEmpty else { return pages }
    var result = pages.map { page -> Page in
      var page = page
      var titles: [Int: String] = [:]
      page.blocks = sharing.replaced(page.blocks, titles: &titles)
      return page
    }
    result.append(sharing.sharedPage)
    return result
  }

  // MARK: Finding

  private mutating func count(_ blocks: [Block], titles: inout [Int: String], page: Int) {
    for block in blocks {
      switch block {
      case .heading(let level, let text, _): Self.enter(level, text.plainText, &titles)
      case .table(let table):
        let group = Self.group(table, titles)
        if seen[group] == nil { order.append(group) }
        for row in table.rows where Self.length(row) >= Self.shortestRow {
          var found = seen[group]?[row] ?? Seen()
          if found.lastPage != page { found.pages += 1 }
          found.lastPage = page
          seen[group, default: [:]][row] = found
          if found.pages == 2 { moved[group, default: []].append(row) }
        }
      case .quote(let children), .details(_, let children):
        count(children, titles: &titles, page: page)
      case .list(let items, _):
        for item in items { count(item.blocks, titles: &titles, page: page) }
      case .paragraph, .figure, .code, .tree: break
      }
    }
  }

  /// Keeps the groups that are worth it and numbers their rows.
  private mutating func choose() {
    for group in order {
      guard let rows = moved[group] else { continue }
      let spared = rows.reduce(0) { total, row in
        total + Self.length(row) * ((seen[group]?[row]?.pages ?? 1) - 1)
      }
      if spared < Self.leastSpared {
        moved[group] = nil
      } else {
        for (index, row) in rows.enumerated() { seen[group]?[row]?.number = index + 1 }
      }
    }
  }

  private static func enter(_ level: Int, _ text: String, _ titles: inout [Int: String]) {
    titles = titles.filter { $0.key < level }
    titles[level] = text
  }

  /// Pages have titles of their own; what stands under the headings below it belongs together.
  private static func group(_ table: Table, _ titles: [Int: String]) -> Group {
    let title = titles.keys.sorted().filter { $0 > 1 }.compactMap { titles[$0] }
    return Group(title: title.joined(separator: " · "), columns: table.columns)
  }

  private static func length(_ row: Row) -> Int {
    row.reduce(0) { $0 + $1.plainText.unicodeScalars.count }
  }

  // MARK: Replacing

  private func replaced(_ blocks: [Block], titles: inout [Int: String]) -> [Block] {
    var result: [Block] = []
    for block in blocks {
      switch block {
      case .heading(let level, let text, _):
        Self.enter(level, text.plainText, &titles)
        result.append(block)
      case .table(let table): result += replaced(table, in: Self.group(table, titles))
      case .quote(let children): result.append(.quote(replaced(children, titles: &titles)))
      case .details(let summary, let children):
        result.append(.details(summary: summary, replaced(children, titles: &titles)))
      case .list(let items, let ordered):
        var changed: [ListItem] = []
        for item in items {
          changed.append(ListItem(item.text, replaced(item.blocks, titles: &titles)))
        }
        result.append(.list(changed, ordered: ordered))
      case .paragraph, .figure, .code, .tree: result.append(block)
      }
    }
    return result
  }

  private func replaced(_ table: Table, in group: Group) -> [Block] {
    guard moved[group] != nil, let known = seen[group] else { return [.table(table)] }
    let numbers = table.rows.compactMap { known[$0]?.number }
    guard !numbers.isEmpty else { return [.table(table)] }
    var rest = table
    rest.rows = table.rows.filter { known[$0]?.number == nil }
    let link = Inline.link([.text(group.title)], to: .page(Self.page, anchor: key(of: group)))
    let note = Block.paragraph(words.note(Self.ranges(numbers), [link]))
    return rest.rows.isEmpty ? [note] : [.table(rest), note]
  }

  private func key(of group: Group) -> String {
    "shared:" + String(order.firstIndex(of: group) ?? 0)
  }

  /// Numbers in short: `1–4, 7`.
  private static func ranges(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in Set(numbers).sorted() {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
      .joined(separator: ", ")
  }

  private var sharedPage: Page {
    var blocks: [Block] = [
      .heading(1, [.text(words.title)], key: nil), .paragraph([.text(words.intro)]),
    ]
    for group in order {
      guard let rows = moved[group] else { continue }
      blocks.append(.heading(2, [.text(group.title)], key: key(of: group)))
      blocks.append(
        .table(
          Table(
            columns: group.columns,
            rows: rows.enumerated().map { index, row in
              [[.text("\(index + 1) · ")] + (row.first ?? [])] + row.dropFirst()
            })))
    }
    return Page(path: Self.page, title: words.title, blocks: blocks)
  }
}
