#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif
internal import Synchronization

/// Numbers in a file without a name, which goes with the process: memory that doesn't have to be
/// resident.
///
/// What can't be written, on a disk that is full, stays in memory.
final class ScratchFile: Sendable {
  private let descriptor: Int32
  /// Pieces that couldn't be written, by their place.
  private let kept = Mutex<[Int: [Double]]>([:])

  /// Makes one in the folder for temporary files; nil where there can be none.
  init?() {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((folder + "/breakeven-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return nil }
    unlink(template)
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Writes numbers from the `place`-th on; a piece is read back within its bounds.
  func write(_ values: [Double], at place: Int) {
    let isWritten = values.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        guard let start = bytes.baseAddress else { return true }
        let count = pwrite(
          descriptor, start + done, bytes.count - done, off_t(place * Self.width + done))
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return false }
        done += count
      }
      return true
    }
    if !isWritten { kept.withLock { $0[place] = values } }
  }

  /// Reads so many numbers from the `place`-th on.
  func read(_ count: Int, at place: Int) -> [Double] {
    let piece = kept.withLock { kept -> [Double]? in
      guard !kept.isEmpty else { return nil }
      guard let found = kept.first(where: { ($0.key..<$0.key + $0.value.count).contains(place) })
      else { return nil }
      return Array(found.value[(place - found.key)..<(place - found.key + count)])
    }
    if let piece { return piece }
    return [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      var done = 0
      while done < bytes.count, let start = bytes.baseAddress {
        let got = pread(
          descriptor, start + done, bytes.count - done, off_t(place * Self.width + done))
        if got < 0, errno == EINTR { continue }
        precondition(got > 0, "what was written to a file of one's own can be read")
        done += got
      }
      filled = count
    }
  }

  private static let width = MemoryLayout<Double>.stride
}
