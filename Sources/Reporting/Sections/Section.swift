/// A part of a page: turns what a page is about into blocks; no blocks where there is nothing to
/// say.
package struct Section<Subject>: Sendable {
  /// The name of its file, without `Section.swift`.
  package var name: String
  package var blocks: @Sendable (Subject, ReportContext) -> [Block]

  package init(
    _ name: String, _ blocks: @escaping @Sendable (Subject, ReportContext) -> [Block]
  ) {
    self.name = name
    self.blocks = blocks
  }
}
