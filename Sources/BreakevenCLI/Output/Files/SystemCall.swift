import Diagnostics
import Foundation

/// Calls of the operating system that throw.
enum SystemCall {
  /// The result of a call, which is repeated while a signal interrupts it.
  ///
  /// - Throws: `SystemFailure` if it is -1.
  @discardableResult
  static func checked(_ call: () -> Int32) throws -> Int32 {
    while true {
      let result = call()
      if result != -1 { return result }
      if errno != EINTR { throw SystemFailure.latest }
    }
  }

  /// Writes all of a text to an open file.
  ///
  /// - Throws: `SystemFailure`.
  static func write(_ text: String, to file: Int32) throws {
    var text = text
    try text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Foundation.write(file, rest.baseAddress, rest.count)
        if count >= 0 {
          rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        } else if errno != EINTR {
          throw SystemFailure.latest
        }
      }
    }
  }

  /// The names of what is in a folder.
  ///
  /// - Throws: `SystemFailure`.
  static func names(in folder: String) throws -> [String] {
    guard let stream = opendir(folder) else { throw SystemFailure.latest }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// What stands at a path; a link is followed unless `isLinkItself`.
  static func status(of path: String, isLinkItself: Bool = false) -> stat? {
    var status = stat()
    let result = isLinkItself ? lstat(path, &status) : stat(path, &status)
    return result == 0 ? status : nil
  }

  /// Whether a link stands at a path that leads to nothing.
  static func isLinkToNothing(_ path: String) -> Bool {
    status(of: path) == nil && status(of: path, isLinkItself: true) != nil
  }
}

extension stat {
  /// Whether it is a folder.
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  /// Whether it is an ordinary file.
  var isFile: Bool { st_mode & S_IFMT == S_IFREG }
  /// Who may do what with it.
  var permissions: mode_t { st_mode & 0o7777 }
}
