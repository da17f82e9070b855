import Breakeven
import Foundation
import Publishing
import Reporting
import RunRecord
import RunStore
import Synchronization

/// The one place where commands get hold of the library's front door.
final class WorkspaceFactory: Sendable {
  private let made = Mutex<[[String]: Workspace]>([:])

  /// The workspace that the global options name; the same each time, so that a command reads its
  /// files once.
  ///
  /// - Throws: `DiagnosticError` where a folder is given twice.
  func workspace(_ options: GlobalOptions) throws -> any WorkspaceProtocol {
    try options.checkFolders()
    let folders = options.modelFolders
    return made.withLock { made in
      let workspace = made[folders] ?? Workspace(models: folders)
      made[folders] = workspace
      return workspace
    }
  }

  /// The pages of a run's report, the index among them.
  static func makeReport(_ run: RunRecord, _ request: ReportRequest) throws -> [ReportPage] {
    ReportWriter.pages(
      for: run, language: request.language, format: request.format, backtest: request.backtest,
      since: request.earlier, changes: request.changes, layout: request.layout,
      currency: request.currency,
      threads: ProcessInfo.processInfo.activeProcessorCount
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
  /// The currency in which amounts are told.
  var currency = ToldCurrency.study
  /// How past forecasts held, for a page of its own.
  var backtest: BacktestRecord?
  /// The run of an earlier day, to say what the odds were then.
  var earlier: RunRecord?
  /// What stands on its pages.
  var layout = Layout.usual
  /// Why what moved since then did.
  var changes: ChangesRecord?
}
