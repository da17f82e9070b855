/// The escaping by which plain text becomes Markdown that shows exactly this text (CommonMark and
/// GitHub's tables).
package enum MarkdownEscaping {
  /// Escapes text inside a line; web addresses in it become links unless it is in a link already.
  package static func text(_ text: String, linksAddresses: Bool = true) -> String {
    guard linksAddresses else { return escaped(plainLine(text)) }
    var result = ""
    for piece in WebAddress.pieces(plainLine(text)) {
      switch piece {
      case .text(let text): result += escaped(text)
      case .address(let address): result += "<" + WebAddress.encoded(address) + ">"
      }
    }
    return result
  }

  /// Escapes what would begin a list, a heading's underline or the like at the start of a line
  /// whose text is escaped already.
  package static func lineStart(_ line: String) -> String {
    let line = line.trimmed
    guard let first = line.first else { return line }
    if first == "-" || first == "+" || first == "=" || first == ">" { return "\\" + line }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty {
      let rest = line[digits.endIndex...]
      if let mark = rest.first, mark == "." || mark == ")",
        rest.dropFirst().first.map({ $0 == " " }) ?? true
      {
        return digits + "\\" + rest
      }
    }
    return line
  }

  /// Code in a line, between as many backticks as it takes.
  package static func code(_ text: String, inTable: Bool) -> String {
    let text = plainLine(text).trimmed
    guard !text.isEmpty else { return "" }
    if inTable && text.contains("|") && text.contains("\\") { return escaped(text) }
    let fence = String(repeating: "`", count: longestRun(of: "`", in: text) + 1)
    let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    let body = inTable ? text.replacing("|", with: "\\|") : text
    return fence + pad + body + pad + fence
  }

  /// The length of the longest run of a character.
  package static func longestRun(of character: Character, in text: String) -> Int {
    var longest = 0
    var run = 0
    for next in text {
      run = next == character ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  private static func escaped(_ text: String) -> String {
    escapedByBytes(text) ?? escapedByCharacters(text)
  }

  /// The rules of `escapedByCharacters` on bytes, which is much faster; nil where a character that
  /// may need a backslash stands before one that could combine with it, which bytes don't tell.
  private static func escapedByBytes(_ text: String) -> String? {
    guard text.utf8.contains(where: { special[Int($0)] }) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8)
    for (index, byte) in bytes.enumerated() {
      if special[Int(byte)] {
        let next = index + 1 < bytes.count ? bytes[index + 1] : nil
        // E4 to E9 begin ideographs, which combine with nothing.
        let isClear = next.map { $0 < 0x80 || ((0xE4...0xE9).contains($0) && byte != and) } ?? true
        guard isClear else { return nil }
        if needsBackslash(byte, after: result, before: next) { result.append(UInt8(ascii: "\\")) }
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let and = UInt8(ascii: "&")

  /// The bytes that may need a backslash before them, as true at their place.
  private static let special: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "\\`*[]<|~$_#&!/.".utf8 { table[Int(byte)] = true }
    return table
  }()

  private static func needsBackslash(
    _ byte: UInt8, after before: [UInt8], before next: UInt8?
  ) -> Bool {
    switch byte {
    case UInt8(ascii: "_"): !(isWord(before.last) && isWord(next))
    case UInt8(ascii: "#"): before.last.map { $0 == UInt8(ascii: " ") } ?? true
    case and: next == UInt8(ascii: "#") || (isWord(next) && !isDigit(next))
    case UInt8(ascii: "!"): next == nil
    case UInt8(ascii: "/"): before.last == UInt8(ascii: ":") && next == byte
    case UInt8(ascii: "."): before.suffix(3).elementsEqual("www".utf8)
    default: true
    }
  }

  private static func isWord(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8?) -> Bool {
    byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  private static func escapedByCharacters(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let character = rest.first {
      rest.removeFirst()
      switch character {
      case "\\", "`", "*", "[", "]", "<", "|", "~", "$":
        result.append("\\")
      case "_" where !(isWord(result.last) && isWord(rest.first)):
        result.append("\\")
      case "#" where result.last.map { $0 == " " } ?? true:
        result.append("\\")
      case "&" where rest.first.map({ $0 == "#" || $0.isLetter }) ?? false:
        result.append("\\")
      case "!" where rest.isEmpty:
        result.append("\\")
      case "/" where result.last == ":" && rest.first == "/":
        // An address that isn't one to us must not become a link that swallows our escapes.
        result.append("\\")
      case "." where result.hasSuffix("www"):
        result.append("\\")
      default: break
      }
      result.append(character)
    }
    return result
  }

  /// Returns true for a character of a word: an underscore between two such characters stays
  /// plain.
  private static func isWord(_ character: Character?) -> Bool {
    character.map { $0.isASCII && ($0.isLetter || $0.isNumber) } ?? false
  }
}
