import Diagnostics
import Foundation

extension SourceText {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - file: How the path is shown to the user; `path` itself by default.
  /// - Throws: `DiagnosticError`, of category `missing` when there is no such file.
  package convenience init(contentsOf path: String, shownAs file: String? = nil) throws {
    let shown = file ?? path
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw DiagnosticError(Diagnostic("there is no file \(shown)", category: .missing))
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw DiagnosticError(Diagnostic("\(shown) is a folder, not a file"))
    }
    // A pipe that nobody writes to would be waited for for ever.
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw DiagnosticError(
        Diagnostic("\(shown) is no file but a pipe, a socket or a device", help: "remove it"))
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw DiagnosticError(
        Diagnostic("\(shown) can't be read", help: "look at the rights of the file"))
    }
    defer { try? handle.close() }
    let data: Data
    do {
      // One byte more than allowed is enough to know that a file is too large.
      data = try handle.read(upToCount: Self.largestSize + 1) ?? Data()
    } catch {
      throw DiagnosticError(
        Diagnostic("\(shown) can't be read", help: "look at the rights of the file"))
    }
    try self.init(bytes: [UInt8](data), file: shown)
  }
}
