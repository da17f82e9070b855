import Diagnostics
import Foundation

/// Writes texts to files, each whole or not at all.
enum WholeFile {
  /// Writes a text in place of a file, which keeps its permissions; what isn't a file, such as a
  /// device or a pipe, is written to and stays what it is.
  ///
  /// - Throws: `SystemFailure`.
  static func write(_ text: String, to path: String) throws {
    // A link is followed, so that what it leads to is written and the link stays.
    let target = OutputPath.followed(path)
    // Links that lead in a circle.
    if SystemCall.isLinkToNothing(target) { throw SystemFailure(number: ELOOP) }
    let status = SystemCall.status(of: target)
    if let status, status.isFolder { throw SystemFailure(number: EISDIR) }
    if let status, !status.isFile {
      let file = try SystemCall.checked { open(target, O_WRONLY | O_CLOEXEC) }
      defer { close(file) }
      return try SystemCall.write(text, to: file)
    }
    // A file that may not be written isn't to be replaced either.
    if status != nil { try SystemCall.checked { access(target, W_OK) } }
    try Scratch.with(beside: target) { scratch in
      try create(text, at: scratch, permissions: status?.permissions)
    } use: { scratch in
      _ = try SystemCall.checked { rename(scratch, target) }
    }
  }

  /// Makes a file that wasn't there.
  ///
  /// - Throws: `SystemFailure`.
  static func create(_ text: String, at path: String, permissions: mode_t? = nil) throws {
    let file = try SystemCall.checked { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
    defer { close(file) }
    if let permissions { try SystemCall.checked { fchmod(file, permissions) } }
    try SystemCall.write(text, to: file)
  }
}
