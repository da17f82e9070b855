/// Whatever speaks a language: fills the places of phrases and puts them into documents.
package protocol Speaker {
  /// The language spoken.
  var language: Language { get }
}

extension Language: Speaker {
  /// Itself.
  package var language: Language { self }
}

extension Speaker {
  /// What people wrote, in this language where it is translated, else as it stands.
  package func written(_ text: String) -> String { language.written[text] ?? text }

  /// A phrase with its places filled.
  package func text(_ phrase: some Phrases, _ values: [String: String] = [:]) -> String {
    PhraseFilling.pieces(language.wording(phrase)).map { piece in
      switch piece {
      case .text(let text), .strong(let text): text
      case .place(let name), .strongPlace(let name): values[name] ?? ""
      }
    }.joined()
  }

  /// A phrase whose places hold links and the like.
  package func line(_ phrase: some Phrases, _ values: [String: [Inline]] = [:]) -> [Inline] {
    var line: [Inline] = []
    for piece in PhraseFilling.pieces(language.wording(phrase)) {
      switch piece {
      case .text(let text): line.append(.text(text))
      case .place(let name): line += values[name] ?? []
      case .strong(let text): line.appendStrong([.text(text)])
      case .strongPlace(let name): line.appendStrong(values[name] ?? [])
      }
    }
    return line
  }

  /// A heading with a phrase as its text.
  package func heading(
    _ level: Int, _ phrase: some Phrases, _ values: [String: String] = [:], key: String? = nil
  ) -> Block {
    .heading(level, [.text(text(phrase, values))], key: key)
  }

  /// A column with a phrase as its title.
  package func column(
    _ phrase: some Phrases, _ alignment: Table.Alignment = .left, place: Table.Place = .inRow
  ) -> Table.Column {
    Table.Column(text(phrase), alignment, place: place)
  }

  /// A paragraph that is one phrase.
  package func paragraph(_ phrase: some Phrases, _ values: [String: [Inline]] = [:]) -> Block {
    .paragraph(line(phrase, values))
  }
}

extension [Inline] {
  /// Adds strong words, to those before them where these are strong too: apart they would lose the
  /// space between them.
  fileprivate mutating func appendStrong(_ words: [Inline]) {
    if case .strong(let before) = last {
      self[count - 1] = .strong(before + words)
    } else {
      append(.strong(words))
    }
  }
}
