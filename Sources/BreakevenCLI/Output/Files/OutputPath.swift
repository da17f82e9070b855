import Diagnostics
import Foundation

/// The name of a file that results are to be written to.
enum OutputPath {
  /// Refuses a name that is empty, and one of what results must never replace: a database, such as
  /// the store of runs, and a file of the models that were read.
  ///
  /// - Throws: `DiagnosticError`.
  static func check(_ path: String, _ global: GlobalOptions) throws {
    if path.isEmpty {
      throw refusal("--output \"\" names no file", help: "name a file, or - for standard output")
    }
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    guard let status = SystemCall.status(of: target.path), status.isFile else { return }
    if isDatabase(target.path) {
      throw refusal("\(path.printable) is a database, which results would destroy")
    }
    for folder in global.modelFolders {
      let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
      if target.path.hasPrefix(root + "/") {
        throw refusal(
          "\(path.printable) is in the models folder \(folder.printable), from which results are made"
        )
      }
    }
  }

  private static func refusal(
    _ message: String, help: String = "name another file with --output"
  ) -> DiagnosticError {
    DiagnosticError([Diagnostic(message, help: help)])
  }

  /// Whether a file begins as SQLite's do.
  private static func isDatabase(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
  }
}
