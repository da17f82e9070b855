import Foundation

/// A folder of models in a temporary place, removed when it is let go.
final class ModelFiles {
  /// The folder's path.
  let path: String

  /// Writes files, given by their names inside the folder.
  init(_ files: [String: String]) throws {
    let base = FileManager.default.temporaryDirectory
    let folder = base.appendingPathComponent("facts-\(UUID().uuidString)")
    path = folder.path
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Text with the folder's path replaced by `Models`.
  func shown(_ text: String) -> String {
    text.replacingOccurrences(of: path, with: "Models")
  }
}
