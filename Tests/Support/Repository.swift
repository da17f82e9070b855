package import Foundation

/// Where this repository's files are.
package enum Repository {
  /// The folder of the package.
  package static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The models and facts that come with Breakeven.
  package static let models = folder.appending(path: "Models").path

  /// A file of the oracle.
  package static func oracle(_ name: String) -> String {
    folder.appending(path: "Tests/Oracle/\(name)").path
  }
}
