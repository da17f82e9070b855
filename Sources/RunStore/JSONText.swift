import Foundation

/// Values as JSON text in one line, byte for byte as Foundation's encoder gives them with the settings of
/// `RunCoder`: keys in snake_case and sorted, those of dictionaries as they are.
///
/// A run of thousands of companies is half a gigabyte of JSON, and Foundation, which builds a tree of
/// values before it writes any, takes longer for it than for the draws. This writes as it is told, and
/// puts an object's members in order once all are there.
enum JSONText {
  /// A number isn't finite; Foundation's encoder says where.
  struct NotFinite: Error {}

  /// The JSON of a value.
  ///
  /// - Throws: `NotFinite`, and what the value itself throws.
  static func encode(_ value: some Encodable) throws -> [UInt8] {
    let writer = JSONWriter()
    try writer.write(value)
    return writer.bytes
  }
}

/// Marks dictionaries whose keys are data.
private protocol DataKeyed {}

extension Dictionary: DataKeyed where Key == String {}

/// Writes values one into the other, each where it is asked for.
private final class JSONWriter: Encoder {
  private(set) var bytes: [UInt8] = []
  /// The values that are being written, the innermost last.
  private var open: [Level] = []
  private var names: [String: Name] = [:]
  private var areDataKeyed: [ObjectIdentifier: Bool] = [:]

  /// Places are told by Foundation's encoder, which is asked once something can't be written.
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// A value that is being written.
  private struct Level {
    enum Shape { case none, object, array, scalar }

    var shape = Shape.none
    let isDataKeyed: Bool
    /// The number of elements of an array.
    var count = 0
    /// Where the text of an object's members begins.
    var start = 0
    var members: [Member] = []
    /// True while an object's members came in order.
    var isSorted = true
  }

  /// A member of an object, with its key.
  private struct Member {
    let name: String
    let text: Range<Int>
  }

  /// A key as it is written.
  private struct Name {
    let text: String
    let bytes: [UInt8]
  }

  // MARK: Values

  /// Writes a value of any kind.
  func write<Value: Encodable>(_ value: Value) throws {
    if Value.self == Double.self, let value = value as? Double { return try write(number: value) }
    if Value.self == String.self, let value = value as? String { return write(text: value) }
    open.append(Level(isDataKeyed: isDataKeyed(Value.self)))
    try value.encode(to: self)
    close(open.removeLast())
  }

  func write(number value: some BinaryFloatingPoint & LosslessStringConvertible) throws {
    guard value.isFinite else { throw JSONText.NotFinite() }
    var text = value.description
    if text.hasSuffix(".0") { text.removeLast(2) }
    bytes.append(contentsOf: text.utf8)
  }

  func write(truth value: Bool) { bytes.append(contentsOf: value ? "true".utf8 : "false".utf8) }

  func write(whole value: some BinaryInteger) { bytes.append(contentsOf: String(value).utf8) }

  func writeNull() { bytes.append(contentsOf: "null".utf8) }

  func write(text value: String) { Self.append(value, to: &bytes) }

  private func isDataKeyed<Value>(_ type: Value.Type) -> Bool {
    let id = ObjectIdentifier(type)
    if let known = areDataKeyed[id] { return known }
    let found = type is any DataKeyed.Type
    areDataKeyed[id] = found
    return found
  }

  /// JSON escapes quotation marks, backslashes and controls; DEL and the controls after it are escaped too,
  /// since terminals obey some of them.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var isLead = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
      case 0x08: bytes.append(contentsOf: "\\b".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0C: bytes.append(contentsOf: "\\f".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case ..<0x20, 0x7F: bytes.append(contentsOf: escape(byte))
      case 0x80..<0xA0 where isLead:
        bytes.removeLast()
        bytes.append(contentsOf: escape(byte))
      default: bytes.append(byte)
      }
      isLead = byte == 0xC2
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func escape(_ byte: UInt8) -> some Sequence<UInt8> {
    let digits = String(byte, radix: 16)
    return ("\\u00" + (digits.utf8.count == 1 ? "0" : "") + digits).utf8
  }

  // MARK: Objects and arrays

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    begin(.object, with: "{")
    return KeyedEncodingContainer(KeyedWriter<Key>(writer: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    begin(.array, with: "[")
    return ListWriter(writer: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    open[open.count - 1].shape = .scalar
    return ValueWriter(writer: self)
  }

  private func begin(_ shape: Level.Shape, with bracket: Unicode.Scalar) {
    guard open[open.count - 1].shape == .none else { return }
    bytes.append(UInt8(ascii: bracket))
    open[open.count - 1].shape = shape
    open[open.count - 1].start = bytes.count
  }

  private func close(_ level: Level) {
    switch level.shape {
    case .scalar: break
    case .array: bytes.append(UInt8(ascii: "]"))
    case .none: bytes.append(contentsOf: "{}".utf8)
    case .object:
      if !level.isSorted { sort(level) }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private func sort(_ level: Level) {
    let text = Array(bytes[level.start...])
    bytes.removeSubrange(level.start...)
    for (place, member) in level.members.sorted(by: { $0.name < $1.name }).enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      let (first, end) = (
        member.text.lowerBound - level.start, member.text.upperBound - level.start
      )
      bytes.append(contentsOf: text[first..<end])
    }
  }

  /// Writes a member of the innermost object.
  func member(_ key: some CodingKey, _ write: () throws -> Void) rethrows {
    let place = open.count - 1
    let name = name(key.stringValue, isData: open[place].isDataKeyed)
    if let last = open[place].members.last {
      bytes.append(UInt8(ascii: ","))
      if !(last.name < name.text) { open[place].isSorted = false }
    }
    let start = bytes.count
    bytes.append(contentsOf: name.bytes)
    try write()
    open[place].members.append(Member(name: name.text, text: start..<bytes.count))
  }

  /// Writes an element of the innermost array.
  func element(_ write: () throws -> Void) rethrows {
    let place = open.count - 1
    if open[place].count > 0 { bytes.append(UInt8(ascii: ",")) }
    open[place].count += 1
    try write()
  }

  /// The number of elements of the innermost array.
  var elements: Int { open[open.count - 1].count }

  // MARK: Keys

  private func name(_ key: String, isData: Bool) -> Name {
    if isData { return name(of: key) }
    if let known = names[key] { return known }
    let made = Self.snakeCase(key).map(name) ?? name(of: key)
    names[key] = made
    return made
  }

  /// A key in snake_case, as Foundation's encoder has it: `{"key":0}`.
  private static func snakeCase(_ key: String) -> String? {
    guard let json = try? RunCoder.foundation(isPretty: false).encode(LoneKey(stringValue: key))
    else { return nil }
    return String(decoding: json.dropFirst(2).dropLast(4), as: UTF8.self)
  }

  private func name(of text: String) -> Name {
    var bytes: [UInt8] = []
    Self.append(text, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    return Name(text: text, bytes: bytes)
  }
}

/// A key alone, to learn how Foundation's encoder writes it.
private struct LoneKey: Encodable, CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: LoneKey.self)
    try container.encode(0, forKey: self)
  }
}

/// The members of an object.
private struct KeyedWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let writer: JSONWriter
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) { writer.member(key) { writer.writeNull() } }
  func encode(_ value: Bool, forKey key: Key) { writer.member(key) { writer.write(truth: value) } }
  func encode(_ value: String, forKey key: Key) { writer.member(key) { writer.write(text: value) } }
  func encode(_ value: Int, forKey key: Key) { writer.member(key) { writer.write(whole: value) } }
  func encode(_ value: Double, forKey key: Key) throws {
    try writer.member(key) { try writer.write(number: value) }
  }
  func encode(_ value: some Encodable, forKey key: Key) throws {
    try writer.member(key) { try writer.write(value) }
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    preconditionFailure("records are made of values, not of containers")
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    preconditionFailure("records are made of values, not of containers")
  }
  func superEncoder() -> any Encoder { preconditionFailure("records have no classes") }
  func superEncoder(forKey key: Key) -> any Encoder {
    preconditionFailure("records have no classes")
  }
}

/// The elements of an array.
private struct ListWriter: UnkeyedEncodingContainer {
  let writer: JSONWriter
  var codingPath: [any CodingKey] { [] }
  var count: Int { writer.elements }

  func encodeNil() { writer.element { writer.writeNull() } }
  func encode(_ value: some Encodable) throws { try writer.element { try writer.write(value) } }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    preconditionFailure("records are made of values, not of containers")
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    preconditionFailure("records are made of values, not of containers")
  }
  func superEncoder() -> any Encoder { preconditionFailure("records have no classes") }
}

/// A value that is one number, one text or another value.
private struct ValueWriter: SingleValueEncodingContainer {
  let writer: JSONWriter
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { writer.writeNull() }
  func encode(_ value: Bool) { writer.write(truth: value) }
  func encode(_ value: String) { writer.write(text: value) }
  func encode(_ value: Double) throws { try writer.write(number: value) }
  func encode(_ value: Float) throws { try writer.write(number: value) }
  func encode(_ value: Int) { writer.write(whole: value) }
  func encode(_ value: Int8) { writer.write(whole: value) }
  func encode(_ value: Int16) { writer.write(whole: value) }
  func encode(_ value: Int32) { writer.write(whole: value) }
  func encode(_ value: Int64) { writer.write(whole: value) }
  func encode(_ value: UInt) { writer.write(whole: value) }
  func encode(_ value: UInt8) { writer.write(whole: value) }
  func encode(_ value: UInt16) { writer.write(whole: value) }
  func encode(_ value: UInt32) { writer.write(whole: value) }
  func encode(_ value: UInt64) { writer.write(whole: value) }
  func encode(_ value: some Encodable) throws { try writer.write(value) }
}
