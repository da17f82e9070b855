/// The width of drawn text, from a table of common sans-serif fonts: on the wide side, so that
/// what fits by this measure fits on paper.
package enum TextWidth {
  /// The width of text at a font size, in the units of the drawing.
  package static func width(_ text: String, size: Double) -> Double {
    var total = 0.0
    for scalar in text.unicodeScalars { total += em(scalar) }
    return total * size
  }

  /// The text, cut with `…` where it is wider than allowed.
  package static func fitted(_ text: String, size: Double, width limit: Double) -> String {
    if width(text, size: size) <= limit { return text }
    let mark = em("…") * size
    var result = ""
    var used = mark
    for character in text {
      let next = width(String(character), size: size)
      if used + next > limit { break }
      used += next
      result.append(character)
    }
    return result.trimmed + "…"
  }

  /// The text on as many lines as allowed; the last one is cut where it doesn't fit.
  package static func wrapped(
    _ text: String, size: Double, width limit: Double, lines most: Int
  ) -> [String] {
    var lines: [String] = []
    var rest = Substring(text.trimmed)
    while !rest.isEmpty {
      if lines.count == most - 1 || width(String(rest), size: size) <= limit {
        lines.append(fitted(String(rest), size: size, width: limit))
        break
      }
      var end = rest.startIndex
      var breakAt: Substring.Index?
      var used = 0.0
      while end < rest.endIndex {
        used += width(String(rest[end]), size: size)
        if used > limit { break }
        if rest[end] == " " || rest[end] == "-" || isWide(rest[end]) {
          breakAt = rest.index(after: end)
        }
        end = rest.index(after: end)
      }
      let cut = breakAt ?? max(end, rest.index(after: rest.startIndex))
      lines.append(String(rest[..<cut]).trimmed)
      rest = Substring(String(rest[cut...]).trimmed)
    }
    return lines
  }

  private static func isWide(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { em($0) >= 1 } ?? false
  }

  /// The advance of a character in ems: Helvetica's for ASCII with a little to spare, one for East
  /// Asian characters.
  private static func em(_ scalar: Unicode.Scalar) -> Double {
    if scalar.value < 128 { return ascii[Int(scalar.value)] }
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200D: return 0
    case 0x2013, 0x2212, 0x2248: return 0.6
    case 0x1100...0x115F, 0x2190...0x21FF, 0x2500...0x27BF, 0x2E80...0xA4CF, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F000...0x3FFFD,
      0x2014, 0x2026:
      return 1
    default: return 0.65
    }
  }

  private static let ascii: [Double] = {
    var table = [Double](repeating: 0.6, count: 128)
    func set(_ characters: String, _ width: Double) {
      for byte in characters.utf8 { table[Int(byte)] = width }
    }
    set("ijl'|", 0.25)
    set(" .,:;!/\\ft[]I()-`", 0.35)
    set("crsksvxyzJ\"*{}", 0.53)
    set("abdeghnopquL0123456789?_$#", 0.6)
    set("<>=+~^", 0.62)
    set("ABEFKPSTVXYZ&", 0.7)
    set("CDGHNOQRUw", 0.78)
    set("mM%", 0.92)
    set("W@", 1.02)
    return table
  }()
}
