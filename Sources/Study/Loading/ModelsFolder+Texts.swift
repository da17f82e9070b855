internal import Diagnostics
internal import Documents

extension ModelsFolder {
  /// What the files say in other languages; a text that stands beside its translation goes before
  /// the files of texts, and a later folder's before an earlier one's.
  func readTexts(into problems: inout DiagnosticCollector) throws -> WrittenTexts {
    let files = files(in: "texts")
    var texts = WrittenTexts()
    if !files.isEmpty {
      // What is wrong with a language is said when it is spoken.
      let added = self.files(in: "languages").compactMap { try? shelf.document($0.path).tag }
      for file in files {
        let document = try problems.attempt { try shelf.document(file.path) }
        guard let document else { continue }
        texts.add(
          WrittenTexts(
            translations: document, languages: WrittenTexts.shippedLanguages + added,
            into: &problems))
      }
    }
    texts.add(inlineTexts)
    return texts
  }
}

extension YAMLDocument {
  /// The language that the file says it is in.
  var tag: String? {
    guard case .mapping(let entries)? = root?.content else { return nil }
    return entries.first { $0.key == "language" }?.value.scalar?.text
  }
}
