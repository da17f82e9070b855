import Foundation

/// Where this repository's files are.
enum Repository {
  /// The folder of the package.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The models and facts that come with Breakeven.
  static let models = folder.appending(path: "Models").path

  /// A file of the oracle.
  static func oracle(_ name: String) -> String {
    folder.appending(path: "Tests/Oracle/\(name)").path
  }
}
