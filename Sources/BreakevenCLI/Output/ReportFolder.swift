import Foundation
import Threads

/// A file of a report, before it is written.
struct ReportPage: Hashable, Sendable {
  /// Its path inside the report's folder, with `/` between names.
  var path: String
  /// Its text.
  var content: String
}

/// Writes reports into folders.
enum ReportFolder {
  /// Writes the pages, each whole or not at all, and gives the files' paths, the index first.
  ///
  /// - Throws: `OutputError` if a file can't be written, `InternalError` if a page would lie
  ///   outside the folder; then nothing is written.
  static func write(_ pages: [ReportPage], to folder: String) throws -> [String] {
    for page in pages where !isInside(page.path) {
      throw InternalError("a report has a page at \(page.path)")
    }
    let root = URL(fileURLWithPath: folder, isDirectory: true)
    let crew = Crew(threads: ProcessInfo.processInfo.activeProcessorCount)
    _ = try crew.map(pages.count) { index in
      let page = pages[index]
      let file = root.appendingPathComponent(page.path)
      do {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(page.content.utf8).write(to: file, options: .atomic)
      } catch {
        throw OutputError("cannot write to \(folder)/\(page.path)")
      }
    }
    func isIndex(_ page: ReportPage) -> Bool {
      page.path == "README.md" || page.path.hasPrefix("index.")
    }
    let index = pages.filter(isIndex)
    let others = pages.filter { !isIndex($0) }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return (index + others).map { prefix + $0.path }
  }

  /// Returns true if a path names a file inside the folder that it is relative to.
  static func isInside(_ path: String) -> Bool {
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    return !path.isEmpty && !path.contains("\\") && path.printable == path
      && names.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }
}
