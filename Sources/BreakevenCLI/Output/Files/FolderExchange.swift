import Diagnostics
import Foundation

/// Puts what was written elsewhere in the place where it is wanted.
enum FolderExchange {
  /// Puts a folder where another stands, or nothing; what stood there stands at the first path then.
  ///
  /// - Throws: `SystemFailure`.
  static func put(_ folder: String, inPlaceOf place: String) throws {
    if SystemCall.status(of: place, isLinkItself: true) == nil {
      try SystemCall.checked { rename(folder, place) }
      return
    }
    #if canImport(Darwin)
      try SystemCall.checked { renamex_np(folder, place, UInt32(RENAME_SWAP)) }
    #else
      // Swift's overlay of the C library leaves this call out.
      typealias Call =
        @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
      guard let symbol = dlsym(nil, "renameat2") else { throw SystemFailure(number: ENOSYS) }
      let renameat2 = unsafeBitCast(symbol, to: Call.self)
      // RENAME_EXCHANGE of linux/fs.h: at no moment is there neither.
      try SystemCall.checked { renameat2(AT_FDCWD, folder, AT_FDCWD, place, 1 << 1) }
    #endif
  }

  /// Moves files to paths inside a folder, one after the other, each whole.
  ///
  /// - Throws: `SystemFailure`.
  static func move(_ files: [(path: String, from: String)], into folder: String) throws {
    for file in files {
      let target = folder + "/" + file.path
      let parent = URL(fileURLWithPath: target).deletingLastPathComponent()
      try? FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
      try SystemCall.checked { rename(file.from, target) }
    }
  }
}
