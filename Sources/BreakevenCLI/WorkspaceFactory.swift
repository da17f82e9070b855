import Breakeven
import Foundation
import Publishing
import Reporting
import RunRecord

/// The one place where commands get hold of the library's front door.
enum WorkspaceFactory {
  /// The workspace that the global options name.
  static func makeWorkspace(_ options: GlobalOptions) throws -> any WorkspaceProtocol {
    Workspace(models: options.modelFolders)
  }

  /// The pages of a run's report, the index among them.
  static func makeReport(_ run: RunRecord, _ request: ReportRequest) throws -> [ReportPage] {
    ReportWriter.pages(
      for: run, language: request.language, format: request.format,
      threads: ProcessInfo.processInfo.activeProcessorCount
    ).map { ReportPage(path: $0.path, content: $0.content) }
  }
}

/// What report to write.
struct ReportRequest: Hashable, Sendable {
  /// The language of its words.
  var language: Language
  /// Its format.
  var format: ReportFormat
}
