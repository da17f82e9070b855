/// A finished run: what went in, and every result with the trace behind it.
///
/// Plain values that compute nothing. Reports, the store, `explain`, `compare` and
/// `evaluate --format json` all read this and never the engine. Keys are only ever added within
/// a schema version.
public struct RunRecord: Hashable, Sendable, Codable {
  /// The version that this program writes; it reads the one before too.
  public static let currentSchema = 2

  /// The version of this form.
  public var schema: Int
  /// The description of the run: everything that went in.
  public var run: RunInfo
  /// The revenue paths, in the order of their files' names.
  public var paths: [PathRecord]
  /// The companies under study, in alphabetical order of their ids.
  public var companies: [CompanyRecord]
  /// The order of the companies at risk whose outcome is known.
  public var ranking: RankingRecord
  /// The companies at risk taken together; nil below two of them.
  public var atRisk: AtRiskRecord?
  /// Every source that the run rests on, by id.
  public var sources: [SourceRecord]
  /// The market facts and shared assumptions that the run used.
  public var markets: [MarketInputRecord]
  /// Things a reader must know: crowding, conflicts between sources, chances that add up oddly.
  public var warnings: [Remark]
  /// The theses that were tested, in the order of their files' names; nil where none was asked for
  /// or there are none.
  public var theses: [ThesisRecord]?
  /// What it takes to find figures, by metric, of those that say so; nil where none does.
  public var efforts: [String: ResearchEffort]?
  /// What people wrote into the files that the run was made from, in other languages, by the text as
  /// it stands in this record.
  ///
  /// Notes, reasons and events are such texts. One that isn't here is the same in every language; nil
  /// where none is translated, and in runs made before they were.
  public var texts: [String: LocalizedText]?

  /// Makes a record from its parts, in the current schema.
  public init(
    run: RunInfo, paths: [PathRecord], companies: [CompanyRecord], ranking: RankingRecord,
    atRisk: AtRiskRecord? = nil, sources: [SourceRecord], markets: [MarketInputRecord],
    warnings: [Remark], theses: [ThesisRecord]? = nil,
    efforts: [String: ResearchEffort]? = nil, texts: [String: LocalizedText]? = nil
  ) {
    schema = Self.currentSchema
    self.run = run
    self.paths = paths
    self.companies = companies
    self.ranking = ranking
    self.atRisk = atRisk
    self.sources = sources
    self.markets = markets
    self.warnings = warnings
    self.theses = theses
    self.efforts = efforts
    self.texts = texts
  }
}
