package import Diagnostics
package import Documents

/// Holds what the files of models folders say in words against the files of texts: what nobody
/// translated, and translations of what nobody says any more.
package struct TextsCheck {
  /// A text that people wrote, where it stands first.
  private struct Place {
    var location: SourceLocation
    var line: String?
  }

  private let texts: WrittenTexts
  private var written: [String: Place] = [:]
  private var order: [String] = []
  private var translations: [YAMLDocument] = []

  /// Reads files that were read before, which are right therefore.
  ///
  /// - Parameters:
  ///   - files: The files, each with the path that it is shown by.
  ///   - texts: The translations of the folders.
  /// - Throws: `DiagnosticError` for a file that is no YAML.
  package init(_ files: [(path: String, text: String)], _ texts: WrittenTexts) throws {
    self.texts = texts
    for file in files {
      let document = try YAMLDocument(SourceText(file.text, file: file.path))
      let parts = file.path.split(separator: "/")
      if parts.dropLast().last == "texts" {
        translations.append(document)
      } else if let root = document.root {
        collect(root, under: [], isCompany: parts.dropLast().last == "companies")
      }
    }
  }

  /// The texts that a language says in no words of its own, in the order of the files.
  ///
  /// What is only numbers, names or abbreviations needs none. For English, these are texts with
  /// Chinese characters.
  package func missing(in language: String) -> [String] {
    order.filter { text in
      (language == "en" ? text.hasChinese : text.hasWords) && texts.byText[text]?[language] == nil
    }
  }

  /// The warnings: a line for each language that leaves texts out, and each translation of a text
  /// that stands nowhere.
  package var problems: [Diagnostic] {
    let languages = Set(translations.compactMap(\.tag)).sorted()
    let gaps = languages.compactMap { language -> Diagnostic? in
      let missing = missing(in: language)
      guard let first = missing.first, let place = written[first] else { return nil }
      return Diagnostic(
        missing.count == 1
          ? "a text isn't said in \(language)"
          : "\(missing.count) texts aren't said in \(language); this is the first",
        at: place.location, sourceLine: place.line,
        help: "add it to texts/\(language).yaml, or write {en: …, \(language): …} here",
        severity: .warning)
    }
    return gaps + translations.flatMap(unused)
  }

  private func unused(in document: YAMLDocument) -> [Diagnostic] {
    var ignored = DiagnosticCollector()
    let entries = document.root?.entries(into: &ignored)?.first { $0.key == "texts" }?.value
      .entries(into: &ignored)
    let unused = (entries ?? []).filter { written[$0.key] == nil }
    return unused.map { entry in
      entry.keyDiagnostic(
        "no file says this text",
        help: Suggestion.help(for: entry.key, among: order)
          ?? "texts are looked up whole, as they are read; delete it, or write it as it stands",
        severity: .warning)
    }
  }

  private mutating func collect(_ node: YAMLNode, under keys: [String], isCompany: Bool) {
    switch node.content {
    case .scalar: return
    case .sequence(let nodes):
      for node in nodes { collect(node, under: keys, isCompany: isCompany) }
    case .mapping(let entries):
      for entry in entries {
        let holdsWords =
          WrittenTexts.proseKeys.contains(entry.key)
          || entry.key == "kind" && (keys.last == "events" || isCompany && keys.isEmpty)
        guard holdsWords else {
          collect(entry.value, under: keys + [entry.key], isCompany: isCompany)
          continue
        }
        add(entry.value)
      }
    }
  }

  private mutating func add(_ node: YAMLNode) {
    var text = node
    if case .mapping(let versions) = node.content,
      let english = versions.first(where: { $0.key == "en" })
    {
      text = english.value
    }
    guard let words = text.scalar?.text, written[words] == nil else { return }
    written[words] = Place(location: text.location, line: text.sourceLine)
    order.append(words)
  }
}

extension String {
  /// True if it has a word in small letters, as English sentences do: names, units and abbreviations
  /// are the same in every language.
  fileprivate var hasWords: Bool {
    split { !$0.isLetter }.contains { word in
      word.utf8.count > 1 && word.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }
  }

  /// True if it has Chinese characters.
  package var hasChinese: Bool {
    unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
  }
}
