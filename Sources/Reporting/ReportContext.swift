package import Findings
package import Publishing
package import RunRecord

/// The values that every section needs: the run, the language, the printer of numbers, and ways to
/// point at things.
package struct ReportContext: Speaker, Sendable {
  package let record: RunRecord
  package private(set) var language: Language
  /// The currency in which amounts are told.
  package let told: ToldCurrency
  /// The judgements on the run's numbers.
  package let findings: Findings
  /// The page whose list of sources citations lead to.
  package var sourcesPage: String
  /// The record of the method's past forecasts, where they were replayed.
  package let backtest: BacktestRecord?
  /// A run of an earlier day, to say what the odds were then.
  package let earlier: RunRecord?
  /// What stands on the pages, where a team wants it otherwise than usual.
  package let layout: Layout
  /// Why what moved since then did; nil where nobody asked.
  package let changes: ChangesRecord?
  private let companies: [String: CompanyRecord]
  private let paths: [String: PathRecord]
  private let sources: [String: SourceRecord]

  package init(
    record: RunRecord, language: Language, backtest: BacktestRecord? = nil,
    earlier: RunRecord? = nil, changes: ChangesRecord? = nil, layout: Layout = .usual,
    currency told: ToldCurrency = .study
  ) {
    self.layout = layout
    self.backtest = backtest
    self.earlier = earlier
    self.changes = changes
    self.record = record
    findings = Findings(record)
    self.told = told
    self.language = layout.worded(language).saying(record.texts)
      .telling(in: record.conversion(told))
    sourcesPage = Self.allSourcesPage
    companies = Dictionary(record.companies.map { ($0.id, $0) }) { first, _ in first }
    paths = Dictionary(record.paths.map { ($0.id, $0) }) { first, _ in first }
    sources = Dictionary(record.sources.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The context of a company's own page: its sources, and its currency where that was asked for.
  package func page(of company: CompanyRecord) -> ReportContext {
    var own = self
    own.sourcesPage = Self.companyPage(company.id)
    own.language = language.telling(in: record.conversion(told, for: company))
    return own
  }

  /// The code of the currency in which what the run computed is told.
  package var currency: String { language.conversion?.currency ?? record.run.currency.rawValue }

  /// A context that tells all amounts in that one currency, those of accounts in another too.
  package var inOneCurrency: ReportContext {
    var one = self
    one.language = language.telling(in: record.conversion(to: currency))
    return one
  }

  package static let indexPage = Page.index
  package static let rankingPage = "ranking"
  package static let unrankedPage = "unranked"
  package static let mapPage = "map"
  package static let changesPage = "changes"
  package static let methodPage = "method"
  package static let allSourcesPage = "sources"
  package static func companyPage(_ id: String) -> String { "companies/" + safeName(id) }
  package static func pathPage(_ id: String) -> String { "paths/" + safeName(id) }
  package static func thesisPage(_ id: String) -> String { "theses/" + safeName(id) }

  /// The key of the heading of a claim.
  package static func claimKey(_ id: String) -> String { "claim:" + id }

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

  /// The odds of a company on the earlier day; nil where it had none, or no day was named.
  package func earlierOdds(_ id: String) -> Double? {
    earlier?.companies.first { $0.id == id }.flatMap(findings.odds)
  }

  /// The companies in the order of the ranking, those without a place after them.
  package var companiesInOrder: [CompanyRecord] { findings.companiesInOrder }

  /// The companies with odds, the best odds first.
  package var companiesByOdds: [CompanyRecord] { findings.companiesByOdds }

  /// The most companies in a table or chart of the first page; the others stand on a page behind.
  package static let mostShown = 40
  /// The most names in a sentence of the first page; the others are counted.
  package static let mostNames = 12

  /// Names within a sentence; of many the first, and how many more.
  package func names(_ all: [[Inline]], most: Int = Self.mostNames) -> [Inline] {
    // One more costs no more room than saying so.
    guard all.count > most + 1 else { return joined(all) }
    let more = line(BriefSentences.Words.more, ["count": [.text(String(all.count - most))]])
    return joined(Array(all.prefix(most)) + [more])
  }

  /// A chance in words.
  package func likelihood(_ fraction: Double) -> String {
    text(LikelihoodWords(Likelihood(fraction, on: findings.scale)))
  }
}
