package import Publishing

/// A part of a page: turns what a page is about into blocks; no blocks where there is nothing to
/// say.
package struct Section<Subject>: Sendable {
  /// The name of its file, without `Section.swift`.
  package let name: String
  /// The words that it declares itself, in English.
  package let words: [Phrase]
  package let blocks: @Sendable (Subject, ReportContext) -> [Block]

  package init(
    _ name: String, _ words: (any Phrases.Type)? = nil,
    _ blocks: @escaping @Sendable (Subject, ReportContext) -> [Block]
  ) {
    self.name = name
    self.words = words?.phrases ?? []
    self.blocks = blocks
  }
}
