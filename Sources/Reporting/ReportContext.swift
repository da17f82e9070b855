package import Findings
package import Publishing
package import RunRecord

/// What every section needs: the run, the language, the printer of numbers, and ways to point at
/// things.
package struct ReportContext: Speaker, Sendable {
  package let record: RunRecord
  package let language: Language
  package let numbers: NumberText
  /// What its numbers are called.
  package let findings: Findings
  /// The page whose list of sources citations lead to.
  package var sourcesPage: String
  private let companies: [String: CompanyRecord]
  private let paths: [String: PathRecord]
  private let sources: [String: SourceRecord]
  /// What metrics and paths are called in this language, by their English in small letters.
  private let titles: [String: String]

  package init(record: RunRecord, language: Language) {
    self.record = record
    findings = Findings(record)
    self.language = language
    numbers = language.numbers
    sourcesPage = Self.allSourcesPage
    companies = Dictionary(record.companies.map { ($0.id, $0) }) { first, _ in first }
    paths = Dictionary(record.paths.map { ($0.id, $0) }) { first, _ in first }
    sources = Dictionary(record.sources.map { ($0.id, $0) }) { first, _ in first }
    let named = record.companies.flatMap(\.reported).compactMap(\.title) + record.paths.map(\.title)
    titles =
      language.isEnglish
      ? [:]
      : Dictionary(
        named.map { ($0.text(in: "en").lowercased(), $0.text(in: language.tag)) }
      ) { first, _ in first }
  }

  package static let indexPage = Page.index
  package static let methodPage = "method"
  package static let allSourcesPage = "sources"
  package static func companyPage(_ id: String) -> String { "companies/" + safeName(id) }
  package static func pathPage(_ id: String) -> String { "paths/" + safeName(id) }

  // MARK: Words

  /// Names one after the other, as this language joins them.
  package func joined(_ parts: [[Inline]]) -> [Inline] {
    .joined(parts, separator: text(Joining.listSeparator))
  }

  /// A text in this language.
  package func text(_ localized: LocalizedText) -> String { localized.text(in: language.tag) }

  /// A title, or the name as it is written in files where it has none.
  package func title(_ title: LocalizedText?, name: String) -> String {
    title.map { text($0) } ?? name.replacing("_", with: " ")
  }

  /// A sentence that the program wrote into the run, in this language; text that people wrote
  /// stays as it is.
  package func sentence(_ text: String) -> String {
    RecordSentences.translated(text, to: language) { titles[$0.lowercased()] ?? $0 } ?? text
  }

  // MARK: Things of the run

  package func company(_ id: String) -> CompanyRecord? { companies[id] }
  package func path(_ id: String) -> PathRecord? { paths[id] }
  package func source(_ id: String) -> SourceRecord? { sources[id] }

  package func companyName(_ id: String) -> String {
    companies[id].map { text($0.names) } ?? id
  }

  package func companyLink(_ id: String) -> [Inline] {
    [.link([.text(companyName(id))], to: .page(Self.companyPage(id), anchor: nil))]
  }

  package func pathTitle(_ id: String) -> String { paths[id].map { text($0.title) } ?? id }

  package func pathLink(_ id: String) -> [Inline] {
    [.link([.text(pathTitle(id))], to: .page(Self.pathPage(id), anchor: nil))]
  }

  /// Citations that lead to the list of sources.
  package func citations(_ ids: [String]) -> [Inline] {
    joined(
      unique(ids).map { id in
        [.link([.text(id)], to: .page(sourcesPage, anchor: Self.sourceKey(id)))]
      })
  }

  /// The key of the heading that a citation leads to.
  package static func sourceKey(_ id: String) -> String { "source:" + id }

  /// The companies in the order of the ranking, those without a place after them.
  package var companiesInOrder: [CompanyRecord] { findings.companiesInOrder }
}
