package import Diagnostics

/// What the files of a models folder say in words, in other languages, by the text as it stands in
/// them.
///
/// A translation belongs to a text and not to a place, so that a note that stands at a hundred
/// facts is translated once, and one that is changed is no longer taken for what it said before.
package struct WrittenTexts: Hashable, Sendable {
  /// The translations by text and language tag; `en` only where a text isn't English.
  package private(set) var byText: [String: [String: String]] = [:]

  package init() {}

  /// The keys whose values people write in words and that the program prints.
  ///
  /// Titles and the like, which are always given in all languages, aren't among them.
  package static let proseKeys: Set = ["because", "note", "text", "parent", "backer", "background"]

  /// The languages whose words ship with the program.
  package static let shippedLanguages = ["en", "zh-Hant", "zh-Hans"]

  /// Adds translations; of a text and language that come twice, the later one holds.
  package mutating func add(_ other: WrittenTexts) {
    byText.merge(other.byText) { $0.merging($1) { $1 } }
  }

  /// Adds one translation.
  package mutating func add(_ text: String, in language: String, says translation: String) {
    byText[text, default: [:]][language] = translation
  }
}

// Texts that carry their translations with them: `because: {en: …, zh-Hant: …}`.
extension WrittenTexts {
  /// The translations that stand in a file beside what they translate.
  package init(in document: YAMLDocument) {
    if let root = document.root { collect(root, isProse: false) }
  }

  private mutating func collect(_ node: YAMLNode, isProse: Bool) {
    switch node.content {
    case .scalar: return
    case .sequence(let nodes): for node in nodes { collect(node, isProse: false) }
    case .mapping(let entries):
      if isProse, let english = entries.first(where: { $0.key == "en" })?.value.scalar?.text {
        for entry in entries where entry.key != "en" {
          guard let text = entry.value.scalar?.text else { continue }
          add(english, in: entry.key, says: text)
        }
        return
      }
      for entry in entries {
        if case .scalar = entry.value.content { continue }
        collect(entry.value, isProse: Self.isProse(entry.key))
      }
    }
  }

  /// True of a key that holds words; `kind` is the line of business of a company, too.
  private static func isProse(_ key: String) -> Bool { proseKeys.contains(key) || key == "kind" }
}

// Files of translations: texts/zh-Hant.yaml.
extension WrittenTexts {
  /// Reads a file that says texts in one language.
  ///
  /// - Parameters:
  ///   - document: The file.
  ///   - tags: The languages that there are.
  ///   - problems: Where mistakes are noted.
  package init(
    translations document: YAMLDocument, languages tags: [String],
    into problems: inout DiagnosticCollector
  ) {
    guard
      let map = document.root?.mapping(
        allowedKeys: ["language", "texts"], of: "a file of texts", into: &problems)
    else { return }
    let language = map.required("language", into: &problems).flatMap { node -> String? in
      guard let tag = node.string(into: &problems) else { return nil }
      guard tags.contains(tag) else {
        problems.report(
          node.diagnostic(
            "there is no language \"\(tag)\"",
            help: Suggestion.help(for: tag, among: tags)
              ?? "there are \(tags.joined(separator: ", ")); a file languages/\(tag).yaml adds one")
        )
        return nil
      }
      return tag
    }
    let entries = map.entries("texts", into: &problems)
    guard let language else { return }
    for entry in entries {
      guard let text = entry.value.string(into: &problems) else { continue }
      add(entry.key, in: language, says: text)
    }
  }
}
