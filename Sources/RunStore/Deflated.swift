import Foundation
import Zlib

/// Bytes compressed by zlib (RFC 1950).
struct Deflated: Hashable, Sendable {
  /// The compressed bytes.
  var bytes: Data
  /// The number of bytes that they were.
  var length: Int

  /// Takes bytes that are compressed already.
  init(bytes: Data, length: Int) {
    self.bytes = bytes
    self.length = length
  }

  /// Compresses bytes.
  init(_ plain: Data) {
    var compressed = Data(count: Int(compressBound(uLong(plain.count))))
    var size = uLong(compressed.count)
    let status = compressed.withUnsafeMutableBytes { target in
      plain.withUnsafeBytes { source in
        compress2(
          target.bindMemory(to: UInt8.self).baseAddress, &size,
          source.bindMemory(to: UInt8.self).baseAddress, uLong(plain.count), Self.level)
      }
    }
    precondition(status == Z_OK, "there is room for what compression makes of bytes at most")
    // A slice would hold on to the room for all.
    bytes = Data(compressed[..<Int(size)])
    length = plain.count
  }

  /// The bytes as they were; nil where they aren't what was compressed.
  var plain: Data? {
    // A damaged length mustn't ask for more memory than there is: no byte becomes more than so many.
    guard (0...bytes.count * 1032).contains(length) else { return nil }
    var plain = Data(count: max(length, 1))
    var size = uLong(plain.count)
    let status = plain.withUnsafeMutableBytes { target in
      bytes.withUnsafeBytes { source in
        uncompress(
          target.bindMemory(to: UInt8.self).baseAddress, &size,
          source.bindMemory(to: UInt8.self).baseAddress, uLong(bytes.count))
      }
    }
    guard status == Z_OK, Int(size) == length else { return nil }
    return plain.prefix(length)
  }

  /// The usual one: of columns it leaves a twentieth less than the quicker 4, for half a millisecond a
  /// company.
  private static let level: Int32 = 6
}
