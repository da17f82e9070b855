import Diagnostics

/// Breaks text into lines of a number of terminal cells.
package enum TextWrap {
  /// The lines; words are kept whole where they fit, Chinese may break anywhere.
  ///
  /// A word longer than a line breaks after `_`, `-`, `/` or `.` if it has one.
  package static func lines(of text: String, width: Int) -> [String] {
    let width = max(2, width)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in pieces(of: text).flatMap({ $0.joints(beyond: width) }) {
      let wide = word.text.displayWidth
      let space = used > 0 && word.followsSpace ? 1 : 0
      if used + space + wide <= width {
        line += (space == 1 ? " " : "") + word.text
        used += space + wide
        continue
      }
      if used > 0 { lines.append(line) }
      line = ""
      used = 0
      for scalar in word.text.unicodeScalars {
        let cells = String(scalar).displayWidth
        if used + cells > width {
          lines.append(line)
          line = ""
          used = 0
        }
        line.unicodeScalars.append(scalar)
        used += cells
      }
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// A paragraph whose further lines are indented; `first` stands before its first line.
  package static func paragraph(
    _ text: String, first: String = "", rest: String? = nil, width: Int = 80
  ) -> String {
    let indent = rest ?? String(repeating: " ", count: first.displayWidth)
    let room = width - max(first.displayWidth, indent.displayWidth)
    return lines(of: text, width: room).enumerated()
      .map { ($0.offset == 0 ? first : indent) + $0.element }.joined(separator: "\n")
  }

  private struct Piece {
    var text: String
    var followsSpace: Bool

    /// The parts between joints, if the whole is wider than `width`.
    func joints(beyond width: Int) -> [Piece] {
      if text.displayWidth <= width { return [self] }
      var parts: [Piece] = []
      var part = ""
      for character in text {
        part.append(character)
        if "_-/.".contains(character) {
          parts.append(Piece(text: part, followsSpace: parts.isEmpty && followsSpace))
          part = ""
        }
      }
      if !part.isEmpty {
        parts.append(Piece(text: part, followsSpace: parts.isEmpty && followsSpace))
      }
      return parts
    }
  }

  /// The width of the widest word, which a column should not be narrower than.
  package static func widestWord(in text: String) -> Int {
    pieces(of: text).map(\.text.displayWidth).max() ?? 0
  }

  /// The width of the widest part of a word, broken at its joints.
  package static func widestPart(in text: String) -> Int {
    pieces(of: text).flatMap { $0.joints(beyond: 0) }.map(\.text.displayWidth).max() ?? 0
  }

  /// Returns true if a space between two characters is no place to break at.
  private static func isTied(_ word: String, _ right: Character) -> Bool {
    guard let left = word.last else { return false }
    let isCurrency = word.count == 3 && word.allSatisfy { $0.isASCII && $0.isUppercase }
    if isCurrency, right.isNumber || right == "−" { return true }
    return left.isNumber && (right == "%" || right == "–") || left == "–" && right.isNumber
  }

  /// Words, and wide characters by themselves.
  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var current = ""
    var followsSpace = false
    let opening = "（「『《"
    func flush(_ pieces: inout [Piece]) {
      if current.isEmpty { return }
      pieces.append(Piece(text: current, followsSpace: followsSpace))
      current = ""
      followsSpace = false
    }
    for index in text.indices {
      let character = text[index]
      if character == " " {
        // A per cent sign stays with its number, a number with its currency, and numbers with the
        // dash between them.
        let next = text.index(after: index)
        if next < text.endIndex, isTied(current, text[next]) {
          current.append(character)
          continue
        }
        flush(&pieces)
        followsSpace = true
      } else if String(character).displayWidth > 1 {
        // Closing punctuation stays with what it closes, opening punctuation with what it opens.
        if !"，。、；：？！）」』》".contains(character) {
          if !current.allSatisfy({ opening.contains($0) }) { flush(&pieces) }
        } else if current.isEmpty, !followsSpace, !pieces.isEmpty {
          pieces[pieces.count - 1].text.append(character)
          continue
        }
        current.append(character)
        if !opening.contains(character) { flush(&pieces) }
      } else {
        current.append(character)
      }
    }
    flush(&pieces)
    return pieces
  }
}
