/// HTML read by the rules of the standard that the files use: tags, attributes with and without
/// quotes, five character references, and end tags that may be left out (HTML, 13.1.2.4).
///
/// Shares nothing with what writes them. Whatever the rules don't allow is in `mistakes`.
struct ParsedHTML {
  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""
    /// The names of the elements that it stands in, outermost first.
    var parents: [String]
  }

  private(set) var elements: [Element] = []
  private(set) var mistakes: [String] = []
  private var open: [Int] = []

  private static let void: Set<String> = ["meta", "br", "input"]
  private static let raw: Set<String> = ["style", "script", "title"]
  private static let mayStayOpen: Set<String> = ["p", "li", "tr", "td", "th", "thead", "tbody"]
  private static let endsParagraph: Set<String> = [
    "p", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "div", "table", "figure", "blockquote",
    "details", "pre", "article", "nav", "main",
  ]

  init(_ text: String) {
    var rest = Substring(text)
    guard rest.hasPrefix("<!DOCTYPE html>") else {
      mistakes.append("no document type")
      return
    }
    rest = rest.dropFirst("<!DOCTYPE html>".count)
    while let first = rest.first {
      if first == "<" { readTag(&rest) } else { readText(&rest) }
    }
    for index in open where !Self.mayStayOpen.contains(elements[index].name) {
      mistakes.append("<\(elements[index].name)> is not closed")
    }
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  private mutating func readText(_ rest: inout Substring) {
    let text = rest.prefix { $0 != "<" }
    rest = rest[text.endIndex...]
    let read = references(text)
    for index in open { elements[index].text += read }
  }

  private mutating func references(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      let known = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
      if let found = known.first(where: { rest[mark...].hasPrefix($0.key) }) {
        result += found.value
        rest = rest[mark...].dropFirst(found.key.count)
      } else {
        mistakes.append("a bare &: \(rest[mark...].prefix(20))")
        rest = rest[mark...].dropFirst()
      }
    }
    return result + rest
  }

  private mutating func readTag(_ rest: inout Substring) {
    rest = rest.dropFirst()
    if rest.first == "/" {
      let name = rest.dropFirst().prefix { $0 != ">" }
      rest = rest[name.endIndex...].dropFirst()
      close(String(name))
      return
    }
    let name = rest.prefix { $0.isLetter || $0.isNumber }.lowercased()
    guard !name.isEmpty else {
      mistakes.append("a bare <: \(rest.prefix(20))")
      return
    }
    rest = rest.dropFirst(name.count)
    var attributes: [String: String] = [:]
    var closesItself = false
    while let next = rest.first, next != ">" {
      if next == " " || next == "\n" {
        rest = rest.dropFirst()
      } else if next == "/" {
        closesItself = true
        rest = rest.dropFirst()
      } else {
        let (key, value) = readAttribute(&rest)
        if attributes[key] != nil { mistakes.append("<\(name)> has \(key) twice") }
        attributes[key] = value
      }
    }
    rest = rest.dropFirst()
    closeWhatEnds(at: name)
    elements.append(
      Element(name: name, attributes: attributes, parents: open.map { elements[$0].name }))
    if Self.void.contains(name) || closesItself { return }
    open.append(elements.count - 1)
    if Self.raw.contains(name), let end = rest.firstRange(of: "</\(name)>") {
      let content = rest[..<end.lowerBound]
      elements[elements.count - 1].text = name == "title" ? references(content) : String(content)
      rest = rest[end.lowerBound...]
    }
  }

  private mutating func readAttribute(_ rest: inout Substring) -> (String, String) {
    let key = rest.prefix { $0 != "=" && $0 != " " && $0 != ">" }
    rest = rest[key.endIndex...]
    guard rest.first == "=" else { return (String(key), "") }
    rest = rest.dropFirst()
    if rest.first == "\"" {
      let value = rest.dropFirst().prefix { $0 != "\"" }
      rest = rest[value.endIndex...].dropFirst()
      return (String(key), references(value))
    }
    let value = rest.prefix { $0 != " " && $0 != ">" && $0 != "\n" }
    if value.isEmpty || value.contains(where: { "\"'`=<".contains($0) }) {
      mistakes.append("\(key) needs quotes: \(value)")
    }
    rest = rest[value.endIndex...]
    return (String(key), references(value))
  }

  private var innermost: String { open.last.map { elements[$0].name } ?? "" }

  /// Ends what a start tag ends: a paragraph, an item, a cell, a row.
  private mutating func closeWhatEnds(at name: String) {
    let ended: Set<String> =
      switch name {
      case "li": ["li", "p"]
      case "td", "th": ["td", "th"]
      case "tr": ["td", "th", "tr"]
      case "tbody": ["td", "th", "tr", "thead"]
      default: Self.endsParagraph.contains(name) ? ["p"] : []
      }
    while ended.contains(innermost) {
      // An item inside another one's list begins that list's first.
      if name == "li", innermost == "li", open.count >= 2 {
        open.removeLast()
        break
      }
      open.removeLast()
    }
  }

  private mutating func close(_ name: String) {
    while innermost != name, Self.mayStayOpen.contains(innermost) { open.removeLast() }
    if innermost == name {
      open.removeLast()
    } else {
      mistakes.append("</\(name)> ends nothing")
    }
  }
}
