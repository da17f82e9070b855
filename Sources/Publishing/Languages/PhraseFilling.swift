/// Puts values into the places of a phrase: `**{company}** runs out`.
package enum PhraseFilling {
  /// A piece of a phrase.
  package enum Piece: Hashable, Sendable {
    case text(String)
    /// Text between two stars on either side.
    case strong(String)
    case place(String)
    /// A place between two stars on either side.
    case strongPlace(String)
  }

  /// The pieces of a phrase in order.
  package static func pieces(_ phrase: String) -> [Piece] {
    var result: [Piece] = []
    var rest = Substring(phrase)
    var isStrong = false
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += texts(rest[..<open], &isStrong)
      let name = String(rest[rest.index(after: open)..<close])
      result.append(isStrong ? .strongPlace(name) : .place(name))
      rest = rest[rest.index(after: close)...]
    }
    return result + texts(rest, &isStrong)
  }

  /// The names of a phrase's places.
  package static func places(_ phrase: String) -> Set<String> {
    Set(
      pieces(phrase).compactMap { piece in
        switch piece {
        case .place(let name), .strongPlace(let name): name
        case .text, .strong: nil
        }
      })
  }

  /// The pieces of a text without places; each pair of stars begins or ends what is strong.
  private static func texts(_ text: Substring, _ isStrong: inout Bool) -> [Piece] {
    var pieces: [Piece] = []
    let parts = text.split(separator: "**", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index > 0 { isStrong.toggle() }
      if !part.isEmpty { pieces.append(isStrong ? .strong(String(part)) : .text(String(part))) }
    }
    return pieces
  }
}
