package import Publishing
import RunRecord

/// Everything that reports say: what a language can translate.
package enum ReportWords {
  /// The phrases of sections, and of what several of them use.
  package static let all: [Phrase] =
    (shared + notes).flatMap { $0.phrases } + ReportLayout.words
    + StatementKind.allCases.map(\.phrase)

  /// Words of tables, charts and judgements that more than one section shows.
  private static let shared: [any Phrases.Type] = [
    Absence.self, Columns.self, Definitions.self, Footnotes.self, Headings.self, Joining.self,
    ClaimWords.self, LikelihoodWords.self, Pages.self, PathLines.self, SignWords.self,
    VerdictOfFact.self,
    AtRiskTable.Words.self, BacktestWords.self, BreakEvenDots.Words.self,
    BriefSentences.Words.self, ChartRows.Words.self, DifferenceWaterfall.Words.self,
    MovementChart.Words.self, OddsByYear.Words.self, OddsForest.Words.self,
    CompanyPathsTable.Words.self, CompanyVerdict.Words.self,
    ConfidenceWords.Words.self, CriteriaTable.Words.self, DistributionWords.Words.self,
    DriverTable.Words.self, EvidenceWords.Words.self, InputCount.Words.self,
    InputTable.Words.self, KindWords.Words.self, LeadsIfWords.Words.self, MissingNames.Words.self,
    PathParts.Words.self, RunwayWords.Words.self, SeriesWords.self,
    SourceEntry.Words.self,
    StateKind.Words.self, TraceTable.Words.self,
    AccountsWords.self, CashFan.Words.self, CourseChart.Words.self, DriverChart.Words.self,
    ExposureMap.Words.self, OutcomeChart.Words.self,
    ScoreChart.Words.self,
  ]

  /// Words of what commands print beside the sections of reports.
  private static let notes: [any Phrases.Type] = [
    CompanyNote.Words.self, CompanyTraceNote.Words.self, ComparisonNote.Words.self,
    ComparisonRows.Words.self, ConditionWords.Words.self, FactsNote.Words.self,
    LeagueNote.Words.self, ListNotes.Words.self, ModelPage.Words.self, ModelRunNote.Words.self,
    PathNote.Words.self, RatingsNote.Words.self, RunsNote.Words.self, StoreWords.self,
    ThesisNote.Words.self,
    TraceTree.Words.self, WhatIfWords.self, InputsWords.self, GoalNote.Words.self,
    ScenarioComparisonNote.Words.self, ScenariosNote.Words.self, WhatIfTableNote.Words.self,
    BasisWords.self,
    ChangesWords.self, DifferenceBlocks.Words.self, ResearchNote.Words.self,
    ResearchTable.Words.self, RobustnessNote.Words.self, HTMLReport.Words.self,
  ]
}
