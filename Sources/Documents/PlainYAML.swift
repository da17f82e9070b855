internal import Diagnostics

/// Reads the plain part of YAML that models are written in, many times faster than the library.
///
/// That is: keys with values and lists by indentation; both in brackets on one line; text without
/// quotes, or in quotes without escapes, on one line; and `>-`. A file that holds anything else,
/// or a mistake, has no answer here: the library then reads it, and says what is wrong with it.
struct PlainYAML {
  private let source: SourceText
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The next byte.
  private var place = 0
  private var line = 1
  private var lineStart = 0
  /// A column of the line that is known, from where others are counted.
  private var known = (place: 0, column: 1)
  private var count = 0

  /// The whole content of a text without refused characters; nil where the library must read it.
  static func root(of source: SourceText) -> YAMLNode? {
    let root = source.text.utf8.withContiguousStorageIfAvailable { bytes -> YAMLNode? in
      guard !bytes.contains(where: { $0 == Byte.tab || $0 == Byte.carriageReturn }) else {
        return nil
      }
      var reader = PlainYAML(source, bytes)
      return reader.document()
    }
    return root ?? nil
  }

  private init(_ source: SourceText, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.source = source
    self.bytes = bytes
  }

  private mutating func document() -> YAMLNode? {
    guard let indent = nextLine(), let root = block(indent, depth: 0), nextLine() == nil else {
      return nil
    }
    return root
  }

  // MARK: By indentation

  /// The keys or list whose first line is reached.
  private mutating func block(_ indent: Int, depth: Int) -> YAMLNode? {
    isAtDash ? list(indent, depth: depth) : mapping(indent, depth: depth)
  }

  private mutating func list(_ indent: Int, depth: Int) -> YAMLNode? {
    guard depth <= YAMLDocument.largestDepth else { return nil }
    let location = here
    var nodes: [YAMLNode] = []
    repeat {
      place += 1
      skipSpaces()
      guard let node = listed(depth: depth + 1) else { return nil }
      nodes.append(node)
    } while nextLine() == indent && isAtDash
    return node(.sequence(nodes), at: location, depth: depth)
  }

  /// What stands behind a hyphen.
  private mutating func listed(depth: Int) -> YAMLNode? {
    switch byte(at: place) {
    case Byte.newline, Byte.hash: return nil
    case Byte.leftBrace, Byte.leftBracket: return wholeLine(flow(depth: depth))
    default: break
    }
    let start = (place: place, known: known)
    guard let scalar = scalar(isInFlow: false, depth: depth) else { return nil }
    skipSpaces()
    guard byte(at: place) == Byte.colon else { return wholeLine(scalar) }
    (place, known) = start
    return mapping(place - lineStart, depth: depth)
  }

  private mutating func mapping(_ indent: Int, depth: Int) -> YAMLNode? {
    guard depth <= YAMLDocument.largestDepth else { return nil }
    let location = here
    var entries: [YAMLNode.Entry] = []
    while true {
      // A full stop in the first column may end the document.
      if place == lineStart, byte(at: place) == Byte.fullStop { return nil }
      guard let key = key(isInFlow: false, depth: depth + 1),
        let value = value(indent, depth: depth + 1)
      else { return nil }
      entries.append(
        YAMLNode.Entry(key: key.text, keyLocation: key.location, value: value))
      guard let next = nextLine(), next >= indent else { break }
      if next > indent { return nil }
    }
    return mapping(entries, at: location, depth: depth)
  }

  /// The value behind a key's colon.
  private mutating func value(_ indent: Int, depth: Int) -> YAMLNode? {
    let behindColon = here
    skipSpaces()
    switch byte(at: place) {
    case Byte.newline, Byte.hash:
      guard endLine() else { return nil }
      guard let next = nextLine(), next >= indent else {
        return nothing(at: behindColon, depth: depth)
      }
      if next > indent { return block(next, depth: depth) }
      return isAtDash ? nil : nothing(at: behindColon, depth: depth)
    case Byte.leftBrace, Byte.leftBracket: return wholeLine(flow(depth: depth))
    case Byte.greater: return folded(indent, depth: depth)
    default: return wholeLine(scalar(isInFlow: false, depth: depth))
    }
  }

  private mutating func nothing(at location: SourceLocation, depth: Int) -> YAMLNode? {
    node(.scalar(YAMLNode.Scalar(text: "", style: .plain)), at: location, depth: depth)
  }

  /// Text after `>-`: its lines joined by spaces.
  private mutating func folded(_ indent: Int, depth: Int) -> YAMLNode? {
    guard byte(at: place + 1) == Byte.hyphen else { return nil }
    place += 2
    guard endLine() else { return nil }
    let width = spaces(from: place)
    guard width > indent, byte(at: place + width) != Byte.newline else { return nil }
    let location = source.location(line: line, column: width + 1)
    var text: [UInt8] = []
    var isAtEnd = false
    while place < bytes.count {
      let spaces = spaces(from: place)
      if byte(at: place + spaces) == Byte.newline {
        // Empty lines are fine behind the text; within it they break lines.
        guard spaces == 0 else { return nil }
        _ = endLine()
        isAtEnd = true
        continue
      }
      if spaces < width { break }
      if isAtEnd || spaces > width { return nil }
      if !text.isEmpty { text.append(Byte.space) }
      let start = place + width
      var end = start
      while end < bytes.count, bytes[end] != Byte.newline { end += 1 }
      text += bytes[start..<end]
      place = end
      _ = endLine()
    }
    let scalar = YAMLNode.Scalar(text: String(decoding: text, as: UTF8.self), style: .block)
    return node(.scalar(scalar), at: location, depth: depth)
  }

  // MARK: In brackets

  private mutating func flow(depth: Int) -> YAMLNode? {
    guard depth <= YAMLDocument.largestDepth else { return nil }
    let location = here
    let isMapping = bytes[place] == Byte.leftBrace
    let end = isMapping ? Byte.rightBrace : Byte.rightBracket
    var entries: [YAMLNode.Entry] = []
    var nodes: [YAMLNode] = []
    place += 1
    skipSpaces()
    var isAtEnd = byte(at: place) == end
    while !isAtEnd {
      if isMapping {
        guard let key = key(isInFlow: true, depth: depth + 1) else { return nil }
        skipSpaces()
        guard let value = flowValue(depth: depth + 1) else { return nil }
        entries.append(
          YAMLNode.Entry(key: key.text, keyLocation: key.location, value: value))
      } else {
        guard let value = flowValue(depth: depth + 1) else { return nil }
        nodes.append(value)
      }
      skipSpaces()
      isAtEnd = byte(at: place) == end
      if isAtEnd { break }
      guard byte(at: place) == Byte.comma else { return nil }
      place += 1
      skipSpaces()
    }
    place += 1
    return isMapping
      ? mapping(entries, at: location, depth: depth)
      : node(.sequence(nodes), at: location, depth: depth)
  }

  private mutating func flowValue(depth: Int) -> YAMLNode? {
    switch byte(at: place) {
    case Byte.leftBrace, Byte.leftBracket: flow(depth: depth)
    default: scalar(isInFlow: true, depth: depth)
    }
  }

  // MARK: Text

  /// A key and its colon, with a space or the end of the line behind it.
  private mutating func key(
    isInFlow: Bool, depth: Int
  ) -> (text: String, location: SourceLocation)? {
    let start = place
    guard let node = scalar(isInFlow: isInFlow, depth: depth), let scalar = node.scalar,
      place - start <= YAMLDocument.longestKey
    else { return nil }
    skipSpaces()
    guard byte(at: place) == Byte.colon, isSpaceOrEnd(place + 1) else { return nil }
    place += 1
    return (scalar.text, node.location)
  }

  private mutating func scalar(isInFlow: Bool, depth: Int) -> YAMLNode? {
    switch byte(at: place) {
    case Byte.quote, Byte.apostrophe: quoted(depth: depth)
    default: plain(isInFlow: isInFlow, depth: depth)
    }
  }

  private mutating func quoted(depth: Int) -> YAMLNode? {
    let mark = bytes[place]
    let start = place + 1
    var end = start
    while end < bytes.count, bytes[end] != mark {
      if bytes[end] == Byte.newline || bytes[end] == Byte.backslash { return nil }
      end += 1
    }
    guard end < bytes.count, byte(at: end + 1) != mark else { return nil }
    let location = here.advanced(by: 1)
    place = end + 1
    return node(.scalar(scalar(start..<end, .quoted)), at: location, depth: depth)
  }

  /// Text without quotes up to what ends it, which is reached then.
  private mutating func plain(isInFlow: Bool, depth: Int) -> YAMLNode? {
    guard Self.beginsPlainText(byte(at: place), before: byte(at: place + 1)) else { return nil }
    let location = here
    let start = place
    var end = start
    scan: while place < bytes.count {
      switch bytes[place] {
      case Byte.space:
        place += 1
        continue
      case Byte.newline: break scan
      case Byte.colon:
        if isSpaceOrEnd(place + 1) { break scan }
        if isInFlow, Self.isFlowIndicator(bytes[place + 1]) { return nil }
      case Byte.hash:
        if bytes[place - 1] == Byte.space { break scan }
      case Byte.comma, Byte.rightBracket, Byte.rightBrace:
        if isInFlow { break scan }
      case Byte.leftBracket, Byte.leftBrace:
        if isInFlow { return nil }
      default: break
      }
      place += 1
      end = place
    }
    return node(.scalar(scalar(start..<end, .plain)), at: location, depth: depth)
  }

  private static func beginsPlainText(_ byte: UInt8, before next: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
      true
    case Byte.hyphen:
      switch next {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: false
      }
    case UInt8(ascii: "("), UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "~"),
      UInt8(ascii: "$"), UInt8(ascii: "_"), Byte.fullStop:
      true
    default: false
    }
  }

  private static func isFlowIndicator(_ byte: UInt8) -> Bool {
    switch byte {
    case Byte.comma, Byte.leftBracket, Byte.rightBracket, Byte.leftBrace, Byte.rightBrace,
      UInt8(ascii: "?"):
      true
    default: false
    }
  }

  private func scalar(_ range: Range<Int>, _ style: YAMLNode.Scalar.Style) -> YAMLNode.Scalar {
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    return YAMLNode.Scalar(text: text, style: style)
  }

  // MARK: Nodes

  /// The node, within the bounds on size and depth.
  private mutating func node(
    _ content: YAMLNode.Content, at location: SourceLocation, depth: Int
  ) -> YAMLNode? {
    count += 1
    guard count <= YAMLDocument.largestNodeCount, depth <= YAMLDocument.largestDepth else {
      return nil
    }
    return YAMLNode(content: content, location: location, source: source)
  }

  /// The keys with their values, each key once.
  private mutating func mapping(
    _ entries: [YAMLNode.Entry], at location: SourceLocation, depth: Int
  ) -> YAMLNode? {
    let areDistinct =
      if entries.count <= 16 {
        entries.indices.allSatisfy { index in
          !entries[..<index].contains { $0.key == entries[index].key }
        }
      } else {
        Set(entries.lazy.map(\.key)).count == entries.count
      }
    return areDistinct ? node(.mapping(entries), at: location, depth: depth) : nil
  }

  // MARK: Places

  /// The byte at a place; behind the last one the end of a line.
  private func byte(at place: Int) -> UInt8 {
    place < bytes.count ? bytes[place] : Byte.newline
  }

  private func isSpaceOrEnd(_ place: Int) -> Bool {
    let byte = byte(at: place)
    return byte == Byte.space || byte == Byte.newline
  }

  private var isAtDash: Bool { byte(at: place) == Byte.hyphen && isSpaceOrEnd(place + 1) }

  /// The place of the next byte.
  private var here: SourceLocation {
    mutating get {
      if place < known.place { known = (lineStart, 1) }
      var column = known.column
      for index in known.place..<place where bytes[index] & 0xC0 != 0x80 { column += 1 }
      known = (place, column)
      return source.location(line: line, column: column)
    }
  }

  private func spaces(from place: Int) -> Int {
    var end = place
    while end < bytes.count, bytes[end] == Byte.space { end += 1 }
    return end - place
  }

  private mutating func skipSpaces() {
    place += spaces(from: place)
  }

  /// The node, when nothing but a comment stands behind it on its line.
  private mutating func wholeLine(_ node: YAMLNode?) -> YAMLNode? {
    node != nil && endLine() ? node : nil
  }

  /// Goes to the beginning of the next line; false where something is left on this one.
  private mutating func endLine() -> Bool {
    skipSpaces()
    switch byte(at: place) {
    case Byte.newline: break
    case Byte.hash where place == lineStart || bytes[place - 1] == Byte.space:
      while place < bytes.count, bytes[place] != Byte.newline { place += 1 }
    default: return false
    }
    guard place < bytes.count else { return true }
    place += 1
    line += 1
    lineStart = place
    known = (place, 1)
    return true
  }

  /// Goes to the first character of the next line that says something, unless it is there, and
  /// gives its indentation; nil at the end.
  private mutating func nextLine() -> Int? {
    while place < bytes.count {
      skipSpaces()
      switch byte(at: place) {
      case Byte.newline, Byte.hash: _ = endLine()
      default: return place - lineStart
      }
    }
    return nil
  }
}

/// The characters that mean something.
private enum Byte {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let hash = UInt8(ascii: "#")
  static let apostrophe = UInt8(ascii: "'")
  static let comma = UInt8(ascii: ",")
  static let hyphen = UInt8(ascii: "-")
  static let fullStop = UInt8(ascii: ".")
  static let colon = UInt8(ascii: ":")
  static let greater = UInt8(ascii: ">")
  static let leftBracket = UInt8(ascii: "[")
  static let backslash = UInt8(ascii: "\\")
  static let rightBracket = UInt8(ascii: "]")
  static let leftBrace = UInt8(ascii: "{")
  static let rightBrace = UInt8(ascii: "}")
}
