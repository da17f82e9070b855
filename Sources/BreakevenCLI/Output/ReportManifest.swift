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
  /// The SHA-256 of texts of earlier reports that may still be there, by path.
  ///
  /// It is there only while files are put in place one by one.
  var earlier: [String: Set<String>]?

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

  /// The list while this report takes the place of another.
  func inPlace(of other: ReportManifest?) -> ReportManifest {
    var both = self
    both.earlier = other?.earlier ?? [:]
    for (path, sha256) in other?.files ?? [:] { both.earlier?[path, default: []].insert(sha256) }
    return both
  }

  /// Whether a file is a page as this report, or one that it takes the place of, wrote it.
  func wrote(_ path: String, sha256: String?) -> Bool {
    guard let sha256 else { return false }
    return files[path] == sha256 || earlier?[path]?.contains(sha256) == true
  }

  /// Whether there was a page at a path.
  func had(_ path: String) -> Bool { files[path] != nil || earlier?[path] != nil }

  /// Its text.
  var text: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
  }
}
