import Documents
package import Publishing
import RunRecord

/// The kinds of pages that a layout can change, by their names in it.
package enum PageKind: String, CaseIterable, Sendable {
  case brief, index, ranking, unranked, map, changes, company, path, thesis, method, sources

  /// What stands on it as a rule, and what can stand on it.
  package var frame: Layout.Frame {
    switch self {
    case .brief: Self.frame(self, ReportLayout.brief, of: ReportLayout.ofRun)
    case .index: Self.frame(self, ReportLayout.index, of: ReportLayout.ofRun)
    case .ranking: Self.frame(self, ReportLayout.ranking, of: ReportLayout.ofRun)
    case .unranked: Self.frame(self, ReportLayout.unranked, of: ReportLayout.ofRun)
    case .map: Self.frame(self, ReportLayout.map, of: ReportLayout.ofRun)
    case .changes: Self.frame(self, ReportLayout.changes, of: ReportLayout.ofRun)
    case .company: Self.frame(self, ReportLayout.company, of: ReportLayout.company)
    case .path: Self.frame(self, ReportLayout.path, of: ReportLayout.path)
    case .thesis: Self.frame(self, ReportLayout.thesis, of: ReportLayout.thesis)
    case .method: Self.frame(self, ReportLayout.method, of: ReportLayout.ofRun)
    case .sources: Self.frame(self, ReportLayout.sources, of: ReportLayout.ofRun)
    }
  }

  private static func frame<Subject>(
    _ kind: PageKind, _ usual: [Section<Subject>], of all: [Section<Subject>]
  ) -> Layout.Frame {
    Layout.Frame(name: kind.rawValue, usual: usual.map(\.name), all: all.map(\.name))
  }
}

extension ReportContext {
  /// The title of a page, as the layout has it.
  package func title(_ usual: String, of kind: PageKind) -> String {
    guard let title = layout.pages[kind.rawValue]?.title else { return usual }
    return PhraseFilling.pieces(text(LocalizedText(title))).map { piece in
      switch piece {
      case .text(let text), .strong(let text): text
      case .place, .strongPlace: usual
      }
    }.joined()
  }

  /// What stands on a page below its title, as the layout has it.
  package func blocks<Subject>(
    _ kind: PageKind, _ usual: [Section<Subject>], of all: [Section<Subject>]? = nil,
    _ subject: Subject
  ) -> [Block] {
    guard let parts = layout.pages[kind.rawValue]?.parts else {
      return usual.flatMap { $0.blocks(subject, self) }
    }
    return parts.flatMap { part -> [Block] in
      switch part {
      case .section(let name, let heading):
        let section = (all ?? usual).first { $0.name == name }
        let blocks = section?.blocks(subject, self) ?? []
        return heading.map { blocks.headed(text(LocalizedText($0))) } ?? blocks
      case .text(let words, let heading):
        let title = heading.map { Block.heading(2, [.text(text(LocalizedText($0)))], key: nil) }
        return [title].compactMap(\.self) + text(LocalizedText(words)).ownParagraphs
      }
    }
  }
}

extension LocalizedText {
  /// The text in the languages it was written in.
  fileprivate init(_ translations: Translations) {
    self.init(Dictionary(uniqueKeysWithValues: translations.byLanguage.map { ($0, $1) }))
  }
}

extension [Block] {
  /// The blocks with other words in their first heading, or on what folds them; where there is neither, with
  /// a heading before them.
  fileprivate func headed(_ words: String) -> [Block] {
    guard !isEmpty else { return [] }
    var blocks = self
    for index in blocks.indices {
      guard case .heading(let level, _, let key) = blocks[index] else { continue }
      blocks[index] = .heading(level, [.text(words)], key: key)
      return blocks
    }
    if count == 1, case .details(_, let inner) = self[0] {
      return [.details(summary: [.text(words)], inner)]
    }
    return [.heading(2, [.text(words)], key: nil)] + blocks
  }
}

extension String {
  /// The paragraphs of a team's own text, as it stands.
  fileprivate var ownParagraphs: [Block] {
    split(separator: "\n", omittingEmptySubsequences: false)
      .split { $0.allSatisfy(\.isWhitespace) }
      .map { .paragraph([.text($0.joined(separator: " "))]) }
  }
}
