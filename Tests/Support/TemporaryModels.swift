internal import Foundation

/// A models folder in a temporary place, removed when it is let go.
package final class TemporaryModels {
  /// The folder's path.
  package let path: String

  /// Makes an empty folder and writes files, given by their names inside it.
  package init(_ files: [String: String] = [:]) throws {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "breakeven-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, text) }
  }

  /// Copies the models that come with Breakeven, file by file, in the order of their names or in
  /// the opposite one: file systems that list files as they came then list them differently.
  package static func copy(isReversed: Bool = false) throws -> TemporaryModels {
    let copy = try TemporaryModels()
    let all = FileManager.default.enumerator(atPath: Repository.models)?.allObjects ?? []
    let names = all.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }.sorted()
    for name in isReversed ? names.reversed() : names {
      try copy.write(
        name, String(contentsOfFile: "\(Repository.models)/\(name)", encoding: .utf8))
    }
    return copy
  }

  /// Writes a file.
  package func write(_ name: String, _ text: String) throws {
    let file = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Removes a file.
  package func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: "\(path)/\(name)")
  }

  /// Text with the folder's path replaced by `Models`.
  package func shown(_ text: String) -> String {
    text.replacingOccurrences(of: path, with: "Models")
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}
