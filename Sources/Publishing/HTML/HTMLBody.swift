/// Writes the blocks of pages as HTML.
///
/// What HTML lets out is left out: the end tags of paragraphs, items, rows and cells, and quotes that
/// an attribute doesn't need. A report of many companies is mostly tables, and is half as long so.
struct HTMLBody: Sendable {
  let places: HTMLPlaces
  let drawings: DrawingStyles
  let words: HTMLWords

  /// The page as an article with its headings, tables and charts.
  func article(_ page: Page) -> String {
    var writer = Writer(body: self, page: page.path, headings: places.headings(on: page.path)[...])
    let content = writer.blocks(page.blocks)
    let id = HTMLText.attribute("id", HTMLPlaces.id(ofPage: page.path))
    return "<article\(id)>\n\(content)\n</article>"
  }

  /// The bytes that a part of a page takes, about: as if it stood alone.
  func bytes(_ part: Block, of page: Page) -> Int {
    var writer = Writer(body: self, page: page.path, headings: [])
    return writer.blocks([part]).utf8.count
  }

  /// One page on its way to text: the headings whose ids are still to give, the tables counted.
  private struct Writer {
    let body: HTMLBody
    let page: String
    var headings: ArraySlice<String>
    /// How many tables have been written.
    private var tables = 0
    /// The level of the last heading, as written.
    private var outline = 0
    /// Whether what is written is folded already.
    private var isFolded = false

    init(body: HTMLBody, page: String, headings: ArraySlice<String>) {
      self.body = body
      self.page = page
      self.headings = headings
    }

    mutating func blocks(_ blocks: [Block]) -> String {
      var lines: [String] = []
      for item in blocks { lines.append(block(item)) }
      return lines.joined(separator: "\n")
    }

    private mutating func block(_ block: Block) -> String {
      switch block {
      case .heading(let level, let text, _):
        let id = headings.popFirst() ?? ""
        // The title of a page is where the page is.
        let named = level == 1 ? "" : HTMLText.attribute("id", id)
        // Headings are an outline: none is more than one level below the one before it.
        outline = min(level, outline + 1)
        return "<h\(outline)\(named)>\(inline(text))</h\(outline)>"
      case .paragraph(let text): return "<p>" + inline(text)
      case .list(let items, let ordered):
        let tag = ordered ? "ol" : "ul"
        var lines: [String] = []
        for item in items {
          let below = item.blocks.isEmpty ? "" : "\n" + blocks(item.blocks)
          lines.append("<li>" + inline(item.text) + below)
        }
        return "<\(tag)>\n\(lines.joined(separator: "\n"))\n</\(tag)>"
      case .table(let table): return self.table(table)
      case .figure(let figure):
        return "<figure>" + body.drawings.fragment(figure.drawing) + "</figure>"
      case .quote(let children): return "<blockquote>\n\(blocks(children))\n</blockquote>"
      case .details(let summary, let children):
        let wasFolded = isFolded
        isFolded = true
        defer { isFolded = wasFolded }
        return "<details><summary>\(inline(summary))</summary>\n\(blocks(children))\n</details>"
      case .code(let text, _): return "<pre><code>\(HTMLText.lines(text))</code></pre>"
      case .tree(let root): return self.block(.list([root.listItem], ordered: false))
      }
    }

    /// A table with its number on the page as id, by which a program finds its cells (row and column
    /// of the file, counted from 1); the rows of a long one are folded.
    private mutating func table(_ table: Table) -> String {
      guard !table.columns.isEmpty else { return "" }
      tables += 1
      let id = HTMLPlaces.id(ofPage: page) + "." + String(tables)
      let shape = HTMLTableShape(table)
      var lines = [
        "<div class=t><table\(HTMLText.attribute("id", id))"
          + "\(shape.alignments.isEmpty ? "" : HTMLText.attribute("class", shape.alignments))>"
          + "<thead><tr>"
          + table.columns.map { "<th scope=col>" + inline($0.title) }.joined() + "<tbody>"
      ]
      for row in table.rows {
        var line = "<tr>"
        for index in table.columns.indices {
          let cell = index < row.count ? inline(row[index]) : ""
          line += (index == 0 && shape.namesRows ? "<th>" : "<td>") + cell
        }
        lines.append(line)
      }
      let written = lines.joined(separator: "\n") + "</table></div>"
      guard shape.isLong, !isFolded else { return written }
      let count = body.words.rows.replacing("{count}", with: String(table.rows.count))
      return "<details><summary>\(HTMLText.text(count))</summary>\n\(written)\n</details>"
    }

    private func inline(_ inlines: [Inline], inLink: Bool = false) -> String {
      var result = ""
      for part in inlines {
        switch part {
        case .text(let text): result += inLink ? HTMLText.text(text) : linked(text)
        case .strong(let children): result += "<b>\(inline(children, inLink: inLink))</b>"
        case .emphasis(let children): result += "<em>\(inline(children, inLink: inLink))</em>"
        case .code(let text): result += "<code>\(HTMLText.text(text))</code>"
        case .link(let children, let target):
          let text = inline(children, inLink: true)
          let address = body.places.address(of: target, from: page)
          result += address.map { "<a\(HTMLText.attribute("href", $0))>\(text)</a>" } ?? text
        case .lineBreak: result += "<br>"
        }
      }
      return result
    }

    /// Text whose addresses are links, named by their site: the whole address shows on paper.
    private func linked(_ text: String) -> String {
      WebAddress.pieces(plainLine(text)).map { piece in
        switch piece {
        case .text(let text): HTMLText.text(text)
        case .address(let address):
          "<a class=w\(HTMLText.attribute("href", WebAddress.encoded(address)))>"
            + "\(HTMLText.text(WebAddress.site(address)))</a>"
        }
      }.joined()
    }
  }
}
