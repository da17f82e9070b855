/// Prints pages as HTML that stands alone: charts and style are in the page, nothing is fetched,
/// nothing runs.
package struct HTMLRenderer: PageRenderer {
  private let anchors: AnchorIndex
  private let links: LinkResolver
  private let language: String

  package init(_ anchors: AnchorIndex, language: String) {
    self.anchors = anchors
    self.language = language
    links = LinkResolver(anchors: anchors, suffix: "html")
  }

  package func render(_ page: Page) -> String {
    var headings = anchors.anchors(on: page.path)[...]
    let body = blocks(page.blocks, on: page, headings: &headings)
    return """
      <!DOCTYPE html>
      <html lang="\(HTMLEscaping.text(language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(HTMLEscaping.text(plainLine(page.title)))</title>
      <style>
      \(HTMLStyle.sheet)
      </style>
      </head>
      <body>
      \(body)
      </body>
      </html>

      """
  }

  private func blocks(
    _ blocks: [Block], on page: Page, headings: inout ArraySlice<String>
  ) -> String {
    var result: [String] = []
    for item in blocks { result.append(block(item, on: page, headings: &headings)) }
    return result.joined(separator: "\n")
  }

  private func block(_ block: Block, on page: Page, headings: inout ArraySlice<String>) -> String {
    switch block {
    case .heading(let level, let text, _):
      let anchor = headings.popFirst() ?? ""
      return "<h\(level) id=\"\(HTMLEscaping.text(anchor))\">\(inline(text, on: page))</h\(level)>"
    case .paragraph(let text):
      return "<p>\(inline(text, on: page))</p>"
    case .list(let items, let ordered):
      let tag = ordered ? "ol" : "ul"
      var parts: [String] = []
      for item in items {
        let below =
          item.blocks.isEmpty ? "" : "\n" + blocks(item.blocks, on: page, headings: &headings)
        parts.append("<li>\(inline(item.text, on: page))\(below)</li>")
      }
      return "<\(tag)>\n\(parts.joined(separator: "\n"))\n</\(tag)>"
    case .table(let content):
      return table(content, on: page)
    case .figure(let figure):
      return "<figure>\n\(SVGRenderer.fragment(figure.drawing))\n</figure>"
    case .quote(let children):
      return "<blockquote>\n\(blocks(children, on: page, headings: &headings))\n</blockquote>"
    case .details(let summary, let children):
      return "<details>\n<summary>\(inline(summary, on: page))</summary>\n"
        + blocks(children, on: page, headings: &headings) + "\n</details>"
    case .code(let text, _):
      return "<pre><code>\(HTMLEscaping.text(text))</code></pre>"
    case .tree(let root):
      return self.block(.list([root.listItem], ordered: false), on: page, headings: &headings)
    }
  }

  private func table(_ table: Table, on page: Page) -> String {
    func style(_ alignment: Table.Alignment) -> String {
      switch alignment {
      case .left: ""
      case .right: " class=\"right\""
      case .center: " class=\"center\""
      }
    }
    let head = table.columns.map {
      "<th scope=\"col\"\(style($0.alignment))>\(inline($0.title, on: page))</th>"
    }
    let rows = table.rows.map { cells in
      let parts = table.columns.indices.map { index in
        let cell = index < cells.count ? inline(cells[index], on: page) : ""
        return "<td\(style(table.columns[index].alignment))>\(cell)</td>"
      }
      return "<tr>\(parts.joined())</tr>"
    }
    return """
      <div class="table"><table>
      <thead><tr>\(head.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table></div>
      """
  }

  private func inline(_ inlines: [Inline], on page: Page, inLink: Bool = false) -> String {
    var result = ""
    for part in inlines {
      switch part {
      case .text(let text): result += self.text(text, linksAddresses: !inLink)
      case .strong(let children):
        result += "<strong>\(inline(children, on: page, inLink: inLink))</strong>"
      case .emphasis(let children):
        result += "<em>\(inline(children, on: page, inLink: inLink))</em>"
      case .code(let text): result += "<code>\(HTMLEscaping.text(plainLine(text)))</code>"
      case .link(let children, let target):
        let text = inline(children, on: page, inLink: true)
        if let address = links.address(of: target, from: page.path) {
          result += "<a href=\"\(HTMLEscaping.text(address))\">\(text)</a>"
        } else {
          result += text
        }
      case .lineBreak: result += "<br>"
      }
    }
    return result
  }

  private func text(_ text: String, linksAddresses: Bool) -> String {
    guard linksAddresses else { return HTMLEscaping.text(Self.tied(plainLine(text))) }
    return WebAddress.pieces(plainLine(text)).map { piece in
      switch piece {
      case .text(let text): HTMLEscaping.text(Self.tied(text))
      case .address(let address):
        "<a href=\"\(HTMLEscaping.text(WebAddress.encoded(address)))\">"
          + "\(HTMLEscaping.text(address))</a>"
      }
    }.joined()
  }

  /// Keeps a number on one line with its per cent sign, and a range in one piece.
  private static func tied(_ text: String) -> String {
    text.replacing(" %", with: "\u{A0}%").replacing("–", with: "\u{2060}–\u{2060}")
  }
}
