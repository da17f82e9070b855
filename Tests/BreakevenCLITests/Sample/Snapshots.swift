import Diagnostics
import Foundation
import Testing

/// Compares text with a file under `Snapshots`.
///
/// `RECORD_SNAPSHOTS=1 swift test` writes the files anew and fails, so that nobody mistakes a
/// recording for a test; with `CI` set nothing is ever written.
func expectSnapshot(
  _ text: String, _ name: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Snapshots/\(name)")
  let variables = ProcessInfo.processInfo.environment
  if variables["RECORD_SNAPSHOTS"] == "1", variables["CI"] == nil {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    } catch {
      Issue.record(error, sourceLocation: sourceLocation)
    }
    return
  }
  guard let bytes = try? Data(contentsOf: file) else {
    Issue.record(
      "no snapshot \(name); record it with RECORD_SNAPSHOTS=1", sourceLocation: sourceLocation)
    return
  }
  #expect(text == String(decoding: bytes, as: UTF8.self), sourceLocation: sourceLocation)
}

/// Expects that no line is wider than a terminal of 80 cells.
func expectFits(
  _ text: String, width: Int = 80, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  for line in text.split(separator: "\n") {
    #expect(line.displayWidth <= width, sourceLocation: sourceLocation)
  }
}
