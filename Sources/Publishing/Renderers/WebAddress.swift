/// Finds web addresses in text and makes them safe to print.
package enum WebAddress {
  /// A piece of text, or an address in it.
  package enum Piece: Hashable, Sendable {
    case text(String)
    case address(String)
  }

  /// Cuts text into addresses and what stands between them.
  package static func pieces(_ text: String) -> [Piece] {
    guard mayHoldAddress(text) else { return text.isEmpty ? [] : [.text(text)] }
    var result: [Piece] = []
    var pending = ""
    var rest = Substring(text)
    while let first = rest.first {
      let startsWord = pending.last.map { !$0.isLetter && !$0.isNumber } ?? true
      if startsWord, first == "h", let address = address(at: rest) {
        if !pending.isEmpty { result.append(.text(pending)) }
        pending = ""
        result.append(.address(String(address)))
        rest = rest[address.endIndex...]
      } else {
        pending.append(first)
        rest.removeFirst()
      }
    }
    if !pending.isEmpty { result.append(.text(pending)) }
    return result
  }

  /// The address when the whole text is one, else nil.
  package static func whole(_ text: String) -> String? {
    let pieces = pieces(text.trimmed)
    guard pieces.count == 1, case .address(let address) = pieces[0] else { return nil }
    return address
  }

  /// The address with everything percent-encoded that could end a link in Markdown or HTML.
  package static func encoded(_ address: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var result = ""
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where "-._~:/?#@!$&'*+,=%".utf8.contains(byte):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "%"
        result.append(digits[Int(byte >> 4)])
        result.append(digits[Int(byte & 15)])
      }
    }
    return result
  }

  /// The site of an address, with a mark where the address goes on: `www.example.org/…`.
  package static func site(_ address: String) -> String {
    let rest = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
    let site = rest.prefix { !"/?#".contains($0) }
    return site + (rest.dropFirst(site.count).contains { $0 != "/" } ? "/…" : "")
  }

  /// Returns true if the letters `http` stand somewhere, without which there is no address.
  private static func mayHoldAddress(_ text: String) -> Bool {
    var letters = "http".utf8[...]
    for byte in text.utf8 {
      if byte != letters.first { letters = "http".utf8[...] }
      if byte == letters.first { letters.removeFirst() }
      if letters.isEmpty { return true }
    }
    return false
  }

  private static func address(at text: Substring) -> Substring? {
    guard let scheme = ["https://", "http://"].first(where: { text.hasPrefix($0) }) else {
      return nil
    }
    var end = text.startIndex
    for index in text.indices {
      guard let ascii = text[index].asciiValue, ascii > 32, ascii < 127,
        !"<>\"`\\^{}|".utf8.contains(ascii)
      else { break }
      end = text.index(after: index)
    }
    var address = text[..<end]
    while let last = address.last, ".,;:!?'*_~".contains(last) || closesNothing(last, in: address) {
      address.removeLast()
    }
    return address.count > scheme.count ? address : nil
  }

  /// Returns true if a closing bracket has no opening one before it.
  private static func closesNothing(_ last: Character, in address: Substring) -> Bool {
    switch last {
    case ")": address.count { $0 == ")" } > address.count { $0 == "(" }
    case "]": address.count { $0 == "]" } > address.count { $0 == "[" }
    default: false
    }
  }
}
