import Breakeven
import Foundation
import Reporting
import RunRecord

/// The one place where commands get hold of the library's front door.
enum WorkspaceFactory {
  /// The workspace that the global options name.
  static func makeWorkspace(_ options: GlobalOptions) throws -> any WorkspaceProtocol {
    Workspace(models: options.modelFolders)
  }

  /// Writes the report of a run into a folder and gives the paths of the files, the index first.
  static func writeReport(_ run: RunRecord, _ request: ReportRequest) throws -> [String] {
    let options = ReportOptions(
      language: ReportLanguage(rawValue: request.language) ?? .english,
      format: Reporting.ReportFormat(rawValue: request.format) ?? .markdown)
    let files = reportFiles(for: run, options: options)
    var paths: [String] = []
    for file in files {
      let path = request.folder + "/" + file.path
      let folder = (path as NSString).deletingLastPathComponent
      do {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
        try Data(file.content.utf8).write(to: URL(filePath: path), options: .atomic)
      } catch {
        throw OutputError("\(path) can't be written")
      }
      paths.append(path)
    }
    let index = paths.filter { $0.hasPrefix(request.folder + "/README.") }
    return index + paths.filter { !index.contains($0) }
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
