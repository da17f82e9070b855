package import Publishing
import RunRecord

/// Everything that reports say: what a language can translate.
package enum ReportWords {
  /// The phrases of sections, and of what several of them use.
  package static let all: [Phrase] =
    shared.flatMap { $0.phrases } + ReportLayout.words + StatementKind.allCases.map(\.phrase)

  /// Words of tables, charts and judgements that more than one section shows.
  private static let shared: [any Phrases.Type] = [
    Absence.self, Columns.self, Definitions.self, Footnotes.self, Headings.self, Joining.self,
    LikelihoodWords.self, Pages.self, PathLines.self,
    CompanyGroups.Words.self, CompanyVerdict.Words.self, ConfidenceWords.Words.self,
    CriteriaTable.Words.self, DriverTable.Words.self, EvidenceWords.Words.self,
    InputCount.Words.self,
    InputTable.Words.self, KindWords.Words.self, LeadsIfWords.Words.self, MissingNames.Words.self,
    RunwayWords.Words.self, SourceEntry.Words.self, StateKind.Words.self, TraceTable.Words.self,
    CashFan.Words.self, DriverChart.Words.self, ExposureMap.Words.self, OutcomeChart.Words.self,
    ScoreChart.Words.self,
  ]
}
