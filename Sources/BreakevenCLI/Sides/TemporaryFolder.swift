import Foundation

/// A folder that is removed when it is let go.
final class TemporaryFolder {
  /// Its path.
  let path: String

  /// Makes an empty one.
  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "breakeven-\(UUID().uuidString)").path
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw OutputError("cannot make a temporary folder in \(NSTemporaryDirectory())")
    }
  }

  /// Writes a file and the folders that it is in.
  func write(_ name: String, _ content: Data) throws {
    let file = URL(filePath: path).appending(path: name)
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try content.write(to: file)
    } catch {
      throw OutputError("cannot write to the temporary folder \(path)")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
