internal import RunRecord

/// Finds names by words of their titles, in any language.
struct TitleSearch {
  private let titled: [(name: String, title: String, words: [String])]

  /// Titles by the name that they stand for.
  init(_ titles: [(name: String, title: LocalizedText?)]) {
    titled = titles.flatMap { name, title in
      (title?.byLanguage.sorted { $0.key < $1.key } ?? []).map {
        (name, $0.value, Self.words(of: $0.value))
      }
    }
  }

  /// The names whose titles say nearly all that was typed, those that say least besides first, each
  /// with the title that was found.
  ///
  /// Words are found by how they begin, and of Chinese every character counts as a word.
  func nearest(to typed: String, most: Int) -> [(name: String, title: String)] {
    let wanted = Self.words(of: typed)
    guard !wanted.isEmpty, wanted.contains(where: { $0.count > 2 || Self.isIdeograph($0) }) else {
      return []
    }
    var told: Set<String> = []
    return titled.compactMap { name, title, words -> (Double, Int, String, String)? in
      let found = wanted.count { word in words.contains { $0.hasPrefix(word) } }
      let share = Double(found) / Double(wanted.count)
      return share >= 0.75 ? (-share, words.count, name, title) : nil
    }
    .sorted { ($0.0, $0.1, $0.2, $0.3) < ($1.0, $1.1, $1.2, $1.3) }
    .filter { told.insert($0.2).inserted }
    .prefix(most).map { ($0.2, $0.3) }
  }

  /// Words in small letters, and ideographs one by one.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var current = ""
    for character in text.lowercased() {
      let isIdeograph = isIdeograph(String(character))
      if isIdeograph || !(character.isLetter || character.isNumber) {
        if !current.isEmpty { words.append(current) }
        current = ""
        if isIdeograph { words.append(String(character)) }
      } else {
        current.append(character)
      }
    }
    return current.isEmpty ? words : words + [current]
  }

  private static func isIdeograph(_ word: String) -> Bool {
    word.unicodeScalars.first.map { $0.properties.isIdeographic } ?? false
  }
}
