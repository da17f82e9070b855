import Foundation
import Hashing

/// The list of a report's files, which stands in its folder: what of the folder is the report's, so
/// that a later one may replace it, and of which run it tells.
struct ReportManifest: Codable, Hashable {
  /// The name of its file.
  static let name = ".breakeven-report.json"

  /// The run's id.
  var run: String
  /// The SHA-256 of each file's text, by path.
  var files: [String: String]

  init(run: String, pages: [ReportPage]) {
    self.run = run
    files = Dictionary(pages.map { ($0.path, SHA256.hex($0.content)) }) { $1 }
  }

  /// The one of a folder; nil if none is there that can be read.
  init?(folder: String) {
    guard
      let data = FileManager.default.contents(atPath: folder + "/" + Self.name),
      let manifest = try? JSONDecoder().decode(Self.self, from: data)
    else { return nil }
    self = manifest
  }

  /// Its text.
  var text: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
  }
}
