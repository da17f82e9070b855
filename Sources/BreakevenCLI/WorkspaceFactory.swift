import Breakeven
import RunRecord

/// The one place where commands get hold of the library's front door.
enum WorkspaceFactory {
  /// The workspace that the global options name.
  static func makeWorkspace(_ options: GlobalOptions) throws -> any WorkspaceProtocol {
    throw InternalError("this program was built without a workspace")
  }

  /// Writes the report of a run into a folder and gives the paths of the files.
  static func writeReport(_ run: RunRecord, _ request: ReportRequest) throws -> [String] {
    throw InternalError("this program was built without reports")
  }
}

/// What report to write, and where.
struct ReportRequest: Hashable, Sendable {
  /// The folder; it is made if it isn't there.
  var folder: String
  /// `en`, `zh-Hant` or `zh-Hans`.
  var language: String
  /// `markdown` or `html`.
  var format: String
}
