import Foundation
import Testing

/// Compares text with a file in `Snapshots/`.
///
/// With `RECORD_SNAPSHOTS=1` the file is written anew and the test fails, so that nobody mistakes
/// a recording for a pass; with `CI` set nothing is ever written.
func expectSnapshot(
  _ text: String, named name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let environment = ProcessInfo.processInfo.environment
  let file = URL(fileURLWithPath: filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots").appendingPathComponent(name)
  if environment["RECORD_SNAPSHOTS"] == "1" && environment["CI"] == nil {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name): read it, then run again", sourceLocation: sourceLocation)
    return
  }
  guard let known = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record(
      "no snapshot \(name): record it with RECORD_SNAPSHOTS=1", sourceLocation: sourceLocation)
    return
  }
  guard known != text else { return }
  let old = known.split(separator: "\n", omittingEmptySubsequences: false)
  let new = text.split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset
  let place = line ?? min(old.count, new.count)
  Issue.record(
    """
    \(name) differs from line \(place + 1):
    - \(place < old.count ? old[place] : "(end)")
    + \(place < new.count ? new[place] : "(end)")
    """, sourceLocation: sourceLocation)
}
