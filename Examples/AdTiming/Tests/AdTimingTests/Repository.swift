import Foundation

/// Where the models that come with Breakeven are.
enum Repository {
  static let models = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../Models").standardized.path
}
