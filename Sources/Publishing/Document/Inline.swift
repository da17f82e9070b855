/// A piece of running text, as plain text: renderers escape.
package indirect enum Inline: Hashable, Sendable {
  /// Text as it is.
  case text(String)
  /// Text that matters.
  case strong([Inline])
  /// Text set apart, such as a word in its first use.
  case emphasis([Inline])
  /// A name or formula as it is written in a file.
  case code(String)
  /// A link.
  case link([Inline], to: LinkTarget)
  /// A line break inside a paragraph or a cell.
  case lineBreak
}

/// Where a link leads.
package enum LinkTarget: Hashable, Sendable {
  /// A page of this report, and perhaps the heading with this key on it.
  case page(String, anchor: String?)
  /// An address on the web, `http` or `https`.
  case web(String)
}

extension [Inline] {
  /// The text without its markup.
  package var plainText: String {
    var result = ""
    for inline in self {
      switch inline {
      case .text(let text), .code(let text): result += text
      case .strong(let children), .emphasis(let children), .link(let children, _):
        result += children.plainText
      case .lineBreak: result += " "
      }
    }
    return result
  }

  /// The text on one line: with something else where lines break.
  package func replacingLineBreaks(with separator: String) -> [Inline] {
    map { $0 == .lineBreak ? .text(separator) : $0 }
  }

  /// The pieces with a separator between each two, leaving out empty ones.
  package static func joined(_ parts: [[Inline]], separator: String) -> [Inline] {
    var result: [Inline] = []
    for part in parts where !part.isEmpty {
      if !result.isEmpty { result.append(.text(separator)) }
      result += part
    }
    return result
  }
}

extension [[Inline]] {
  /// One part a line, inside a cell or a paragraph.
  package var separatedByLines: [Inline] {
    enumerated().flatMap { index, part in index == 0 ? part : [.lineBreak] + part }
  }
}
