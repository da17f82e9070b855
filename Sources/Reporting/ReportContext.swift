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

  package init(record: RunRecord, language: Language) {
    self.record = record
    findings = Findings(record)
    self.language = language
    numbers = language.numbers
    sourcesPage = Self.allSourcesPage
    companies = Dictionary(record.companies.map { ($0.id, $0) }) { first, _ in first }
    paths = Dictionary(record.paths.map { ($0.id, $0) }) { first, _ in first }
    sources = Dictionary(record.sources.map { ($0.id, $0) }) { first, _ in first }
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

  /// What the program says of the run, in this language; text that people wrote stays as it is.
  package func sentence(_ statement: Statement) -> String {
    let sentence = PhraseFilling.pieces(language.wording(statement.kind.phrase)).map { piece in
      switch piece {
      case .text(let text), .strong(let text): text
      case .place(let name): statement.facts[name].map(text) ?? ""
      }
    }.joined()
    return sentence.hasSuffix(" ") ? String(sentence.dropLast()) : sentence
  }

  private func text(_ value: StatementValue) -> String {
    switch value {
    case .text(let text): text
    case .whole(let number): String(number)
    case .number(let number): numbers.number(number)
    // More than all of something is no probability.
    case .share(let share): share > 1 ? numbers.share(100 * share) : numbers.probability(share)
    case .metrics(let names): list(names)
    case .named(let name): text(name)
    case .confidence(let confidence): ConfidenceWords.text(confidence, self)
    case .amounts(let amounts):
      amounts.map { amount in
        text(
          Joining.amountBySource,
          [
            "value": numbers.value(amount.value, unit: amount.unit), "source": amount.source,
          ])
      }.joined(separator: text(Joining.listSeparator))
    case .statements(let statements): statements.map(sentence).joined(separator: "; ")
    }
  }

  /// Names of metrics within a sentence.
  private func list(_ names: [MetricName]) -> String {
    let texts = names.map { name in
      language.isEnglish ? name.english : name.title.map { text($0) } ?? name.id
    }
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: text(Joining.listSeparator)) + text(Joining.listEnd)
      + last
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
