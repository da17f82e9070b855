/// Puts values into the places of a phrase: `**{company}** runs out`.
package enum PhraseFilling {
  /// A piece of a phrase.
  package enum Piece: Hashable, Sendable {
    case text(String)
    /// Text between two stars on either side.
    case strong(String)
    case place(String)
  }

  /// The pieces of a phrase in order.
  package static func pieces(_ phrase: String) -> [Piece] {
    var result: [Piece] = []
    var rest = Substring(phrase)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += texts(rest[..<open])
      result.append(.place(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    return result + texts(rest)
  }

  /// The names of a phrase's places.
  package static func places(_ phrase: String) -> Set<String> {
    Set(pieces(phrase).compactMap { if case .place(let name) = $0 { name } else { nil } })
  }

  private static func texts(_ text: Substring) -> [Piece] {
    text.split(separator: "**", omittingEmptySubsequences: false).enumerated().compactMap {
      index, part in
      if part.isEmpty { return nil }
      return index.isMultiple(of: 2) ? .text(String(part)) : .strong(String(part))
    }
  }
}
