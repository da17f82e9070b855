import Foundation

/// Writes texts to files, each whole or not at all.
enum WholeFile {
  /// Writes a text; what isn't a file, such as a device or a pipe, is written to and stays what it is.
  ///
  /// - Throws: An error of the system.
  static func write(_ text: String, to path: String) throws {
    // A link is followed, so that what it leads to is written and the link stays.
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    let kind = try? FileManager.default.attributesOfItem(atPath: url.path)[.type]
    if let kind = kind as? FileAttributeType, kind != .typeRegular, kind != .typeDirectory {
      let handle = try FileHandle(forWritingTo: url)
      defer { try? handle.close() }
      return try handle.write(contentsOf: Data(text.utf8))
    }
    try Data(text.utf8).write(to: url, options: .atomic)
  }
}
