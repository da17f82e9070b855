import Breakeven
import Foundation
import Publishing
import Reporting
import RunRecord
import RunStore

/// The one place where commands get hold of the library's front door.
enum WorkspaceFactory {
  /// The workspace that the global options name.
  static func makeWorkspace(_ options: GlobalOptions) throws -> any WorkspaceProtocol {
    Workspace(models: options.modelFolders)
  }

  /// The pages of a run's report, the index among them.
  static func makeReport(_ run: RunRecord, _ request: ReportRequest) throws -> [ReportPage] {
    ReportWriter.pages(
      for: run, language: request.language, format: request.format, backtest: request.backtest,
      since: request.earlier, threads: ProcessInfo.processInfo.activeProcessorCount
    ).map { ReportPage(path: $0.path, content: $0.content) }
      + (try request.backtest.map { backtest in
        [ReportPage(path: "backtest.json", content: try RunCoder.encode(backtest) + "\n")]
      } ?? [])
  }
}

/// The report to write: its language and format.
struct ReportRequest: Hashable, Sendable {
  /// The language of its words.
  var language: Language
  /// Its format.
  var format: ReportFormat
  /// How past forecasts held, for a page of its own.
  var backtest: BacktestRecord?
  /// The run of an earlier day, to say what the odds were then.
  var earlier: RunRecord?
}
