package import Publishing

/// Sentences that the program itself writes into a run, in the languages of reports.
///
/// A run holds text in English: what people wrote in models and facts, and sentences such as
/// "no cash balance is known". The latter follow these patterns and are translated when a report
/// is written; the former stay as they were written.
package enum RecordSentences {
  /// A sentence with places, in each language.
  struct Pattern {
    var english: String
    var traditional: String
    var simplified: String
  }

  /// The sentence in a language, or nil when it follows no pattern; `title` says what a metric or
  /// path is called there, by its English.
  package static func translated(
    _ sentence: String, to language: Language, title: (String) -> String
  ) -> String? {
    if language == .english { return sentence }
    for pattern in patterns {
      guard let values = places(of: pattern.english, in: sentence) else { continue }
      let text = language == .traditionalChinese ? pattern.traditional : pattern.simplified
      return PhraseFilling.pieces(text).map { piece in
        switch piece {
        case .text(let text), .strong(let text): return text
        case .place(let name):
          let value = values[name] ?? ""
          switch name {
          case "metrics": return titles(value, title)
          case "path": return title(value)
          case "reason", "rest": return translated(value, to: language, title: title) ?? value
          default: return value
          }
        }
      }.joined()
    }
    return nil
  }

  /// What stands in the places of a pattern, or nil when the sentence isn't one of it.
  static func places(of pattern: String, in sentence: String) -> [String: String]? {
    var values: [String: String] = [:]
    var rest = Substring(sentence)
    var open: String?
    let pieces = PhraseFilling.pieces(pattern)
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .place(let name): open = name
      case .text(let text), .strong(let text):
        guard let name = open else {
          guard rest.hasPrefix(text) else { return nil }
          rest = rest.dropFirst(text.count)
          continue
        }
        if index == pieces.count - 1 {
          // What stands before the end may hold the same signs, such as the point of a number.
          guard rest.hasSuffix(text) else { return nil }
          values[name] = String(rest.dropLast(text.count))
          return values
        }
        guard let range = rest.firstRange(of: text) else { return nil }
        values[name] = String(rest[..<range.lowerBound])
        rest = rest[range.upperBound...]
        open = nil
      }
    }
    if let open { values[open] = String(rest) } else if !rest.isEmpty { return nil }
    return values
  }

  private static func titles(_ list: String, _ title: (String) -> String) -> String {
    list.replacing(" and ", with: ", ").split(separator: ", ").map { title(String($0)) }
      .joined(separator: "、")
  }
}
