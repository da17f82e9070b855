internal import Foundation

/// A call of the operating system that failed, with the cause in words.
package struct SystemFailure: Error, CustomStringConvertible {
  /// The number of the failure (`errno`).
  package var number: Int32

  /// The failure of a number.
  package init(number: Int32) { self.number = number }

  /// The cause, as the end of a sentence.
  package var description: String {
    switch number {
    case ENOSPC, EDQUOT: "the disk is full"
    case EROFS: "the file system is read-only"
    case EACCES, EPERM: "there is no permission to write there"
    case ENAMETOOLONG: "the name is too long"
    case ENOENT: "there is no such folder"
    case ENOTDIR: "a part of its path is a file, not a folder"
    case EISDIR: "it is a folder"
    case EFBIG: "it is larger than a file may be here"
    default: String(cString: strerror(number)).lowercased()
    }
  }

  /// The failure that was just told by the system.
  package static var latest: SystemFailure { SystemFailure(number: errno) }
}
