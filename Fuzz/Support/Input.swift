internal import Foundation

/// The bytes that libFuzzer gives.
public struct Input {
  /// The bytes.
  public let bytes: [UInt8]

  /// Copies the bytes from where libFuzzer keeps them.
  public init(_ start: UnsafePointer<UInt8>?, _ count: Int) {
    bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  }

  /// The bytes as text; nil where they aren't UTF-8.
  public var text: String? { String(validating: bytes, as: UTF8.self) }

  /// The first line, and all bytes after it: which file is meant, and its content.
  public var named: (name: String, content: [UInt8])? {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")),
      let name = String(validating: bytes[..<end], as: UTF8.self)
    else { return nil }
    return (name, Array(bytes[(end + 1)...]))
  }
}

/// What the targets read beside their input.
public enum Surroundings {
  /// The repository's folder.
  public static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  /// A study of four made-up companies.
  public static let tinyStudy = repository + "/Tests/TinyStudy/Models"
  /// A folder that adds to it one of each kind of file that it lacks.
  public static let additions = repository + "/Fuzz/Additions"
}

/// An input that is of no use is not kept in the corpus.
public let isOfNoUse: CInt = -1
/// An input that was read, or refused with a message.
public let isDone: CInt = 0
