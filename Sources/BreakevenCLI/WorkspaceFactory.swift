import Breakeven
import RunRecord

/// The one place where commands get hold of the library's front door.
enum WorkspaceFactory {
  /// The workspace that the global options name.
  static func makeWorkspace(_ options: GlobalOptions) throws -> any WorkspaceProtocol {
    throw InternalError("this program was built without a workspace")
  }

  /// The pages of a run's report.
  static func makeReport(_ run: RunRecord, _ request: ReportRequest) throws -> [ReportPage] {
    throw InternalError("this program was built without reports")
  }
}

/// What report to write.
struct ReportRequest: Hashable, Sendable {
  /// `en`, `zh-Hant` or `zh-Hans`.
  var language: String
  /// `markdown` or `html`.
  var format: String
}
