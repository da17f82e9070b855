package import Publishing
package import RunRecord

/// The sections of each page, in their order.
///
/// A new section is a file in this folder and a line in one of these lists.
package enum ReportLayout {
  /// What `breakeven brief` prints, and the first screen of `README`.
  package static let brief: [Section<RunRecord>] = [.brief, .atRisk]

  /// `README`: the answer.
  package static let index: [Section<RunRecord>] =
    brief + [.pathByPath, .theses, .whatToFindOut, .warnings, .freshness, .elsewhere]

  /// `ranking`.
  package static let ranking: [Section<RunRecord>] = [.whoLeads, .league, .survivingHeadlines]

  /// `unranked`: the companies that have no odds.
  package static let unranked: [Section<RunRecord>] = [
    .whyNoOdds, .alreadyProfitable, .withoutOutcome,
  ]

  /// `map`: every company on every path.
  package static let map: [Section<RunRecord>] = [.pathMap, .crowding]

  /// `changes`: what moved since an earlier day.
  package static let changes: [Section<RunRecord>] = [.whatMoved, .whyItMoved]

  /// `companies/ID`.
  package static let company: [Section<CompanyRecord>] = [
    .verdict, .yearByYear, .currency, .nowcast, .companyPaths, .pathDetails, .outcome, .runway,
    .ahead, .levers, .forecasts, .conflicts, .evidence, .reported, .events, .outcomeInputs,
    .companySources,
  ]

  /// `paths/ID`.
  package static let path: [Section<PathRecord>] = [
    .pathSummary, .pathRanking, .pathComparisons, .pathDrivers, .formulas, .marketInputs,
    .readinessCriteria,
    .notOnPath,
  ]

  /// `theses/ID`.
  package static let thesis: [Section<ThesisRecord>] = [.thesisSummary, .claims]

  /// `method`.
  package static let method: [Section<RunRecord>] = [.howToRead, .method, .identity]

  /// `sources`.
  package static let sources: [Section<RunRecord>] = [.allSources]

  /// The names of all sections.
  package static var names: [String] { all.map(\.name) }

  /// The words that the sections declare themselves.
  package static var words: [Phrase] { all.flatMap(\.words) }

  /// The sections that are about a whole run: any of them can stand on any page about it.
  package static let ofRun = [index, ranking, unranked, map, changes, method, sources].flatMap(
    \.self)

  private static var all: [(name: String, words: [Phrase])] {
    ofRun.map { ($0.name, $0.words) }
      + company.map { ($0.name, $0.words) } + path.map { ($0.name, $0.words) }
      + thesis.map { ($0.name, $0.words) }
  }
}
