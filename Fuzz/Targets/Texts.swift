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
  let document = HTMLDocument(
    [page], groups: [.init(title: nil, pages: [page.path])], layout: .oneFile, words: words,
    language: .english)
  holdHTML(document.article(page))
  let printed = TerminalRenderer(width: 20 + text.utf8.count % 80).render(page)
  require(!printed.unicodeScalars.contains(where: drivesTerminals), "drives a terminal: \(printed)")
  let name = safeName(text)
  require(
    !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") },
    "\(text) gives the name \(name)")
  return isDone
}

private let words = HTMLWords(
  contents: "", skip: "", search: "", found: "", allPages: "", sort: "", filter: "", shown: "",
  rows: "{count}")

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

/// The elements that pages are made of.
///
/// Those that are `false` have no end tag here: what contains them, or follows, ends them (HTML, 13.1.2.4).
private let elements: [Substring: Bool] = [
  "article": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true,
  "div": true, "table": true, "details": true, "summary": true, "pre": true, "code": true,
  "blockquote": true, "ol": true, "ul": true, "a": true, "b": true, "em": true, "span": true,
  "p": false, "li": false, "thead": false, "tbody": false, "tr": false, "th": false, "td": false,
  "br": false,
]

private let attributes: Set<Substring> = ["id", "class", "href", "scope", "rel", "title"]

/// Holds the HTML of a page to elements and attributes that pages are made of, closed in order, none
/// of which runs anything.
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
    if name.hasPrefix("/") {
      require(open.popLast() == name.dropFirst(), "<\(tag)> closes another: \(html)")
      continue
    }
    guard let isClosed = elements[name] else {
      require(false, "<\(tag)> isn't of a page: \(html)")
      return
    }
    if isClosed { open.append(name) }
    holdAttributes(tag.dropFirst(name.count), html)
  }
  require(open.isEmpty, "\(open) aren't closed: \(html)")
}

private func holdAttributes(_ text: Substring, _ html: String) {
  var rest = text.drop { $0 == " " }
  while !rest.isEmpty {
    let name = rest.prefix { $0 != "=" && $0 != " " }
    require(attributes.contains(name), "the attribute \(name): \(html)")
    rest = rest.dropFirst(name.count)
    var value: Substring = ""
    if rest.first == "=" {
      rest = rest.dropFirst()
      let isQuoted = rest.first == "\""
      if isQuoted { rest = rest.dropFirst() }
      value = rest.prefix { isQuoted ? $0 != "\"" : $0 != " " }
      rest = rest.dropFirst(value.count + (isQuoted ? 1 : 0))
    }
    require(
      name != "href" || !value.lowercased().hasPrefix("javascript:"), "<\(text)> runs: \(html)")
    rest = rest.drop { $0 == " " }
  }
}
