import FuzzSupport
@testable import Publishing

/// Puts any text in any place of a page.
///
/// As HTML its tags are closed and nothing runs; in a terminal nothing but characters comes out.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let text = Input(start, count).text else { return isOfNoUse }
  let page = page(of: text)
  let anchors = AnchorIndex([page])
  _ = MarkdownRenderer(anchors).render(page)
  holdHTML(HTMLRenderer(anchors, language: "en").render(page))
  let printed = TerminalRenderer(width: 20 + text.utf8.count % 80).render(page)
  require(!printed.unicodeScalars.contains(where: drivesTerminals), "drives a terminal: \(printed)")
  let name = safeName(text)
  require(
    !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") },
    "\(text) gives the name \(name)")
  return isDone
}

private func page(of text: String) -> Page {
  let inline: [Inline] = [
    .text(text), .strong([.text(text)]), .emphasis([.text(text)]), .code(text), .lineBreak,
    .link([.text(text)], to: .web(text)), .link([.text(text)], to: .page(text, anchor: text)),
  ]
  return Page(
    path: Page.index, title: text,
    blocks: [
      .heading(1, [.text(text)], key: text), .list([ListItem(inline)], ordered: true),
      .table(
        Table(
          columns: [.init(text), .init("b", .right, place: .below)],
          rows: [[[.text(text)], [.code(text)]]])),
      .details(summary: [.text(text)], [.quote([.paragraph([.text(text)])])]),
      .code(text, language: nil),
    ])
}

private let empty: Set<String> = ["br", "meta", "!DOCTYPE", "hr", "img", "link"]

/// Holds HTML to tags that are closed in order, none of which runs anything.
private func holdHTML(_ html: String) {
  var open: [Substring] = []
  var rest = html.utf8[...]
  while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
    guard let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) else {
      require(false, "a tag without an end: \(html)")
      return
    }
    let tag = Substring(rest[rest.index(after: start)..<end])
    rest = rest[rest.index(after: end)...]
    let name = tag.prefix { $0 != " " }
    require(name != "script" && !tag.contains("=\"javascript:"), "runs: \(html)")
    if name.hasPrefix("/") {
      require(open.popLast() == name.dropFirst(), "<\(tag)> closes another: \(html)")
    } else if !empty.contains(String(name)), !tag.hasSuffix("/") {
      open.append(name)
    }
  }
  require(open.isEmpty, "\(open) aren't closed: \(html)")
}
