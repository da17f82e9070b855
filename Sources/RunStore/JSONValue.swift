/// A JSON value; containers grow while what they stand for is encoded.
enum JSONValue {
  case null
  case bool(Bool)
  /// A number as it is written.
  case number(String)
  case string(String)
  case array(JSONArray)
  case object(JSONObject)
  /// What an encoder will have been given by the time the value is written.
  case later(RecordEncoder)

  /// A number, with as many digits as it takes to read it back unchanged.
  ///
  /// - Throws: `EncodingError` for a number that is not finite.
  init(_ value: some BinaryFloatingPoint & LosslessStringConvertible) throws {
    guard value.isFinite else {
      throw EncodingError.invalidValue(
        value, EncodingError.Context(codingPath: [], debugDescription: "\(value) is not finite"))
    }
    let text = value.description
    self = .number(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }
}

/// The values of a JSON array.
final class JSONArray {
  var values: [JSONValue] = []
}

/// The keys and values of a JSON object, in any order.
final class JSONObject {
  var entries: [(key: String, value: JSONValue)] = []
}

/// JSON as text, keys in the order of their bytes.
struct JSONText {
  private let isPretty: Bool
  private var bytes: [UInt8] = []
  private var depth = 0

  /// The text of a value.
  ///
  /// - Parameters:
  ///   - value: What to write.
  ///   - isPretty: Whether to break and indent lines.
  /// - Returns: The text, without a line break at its end.
  static func text(of value: JSONValue, isPretty: Bool) -> String {
    var text = JSONText(isPretty: isPretty)
    text.write(value)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  private init(isPretty: Bool) {
    self.isPretty = isPretty
  }

  private mutating func write(_ value: JSONValue) {
    switch value {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .number(let digits): bytes += digits.utf8
    case .string(let string): write(string)
    case .array(let array):
      list("[", array.values, "]") { $0.write($1) }
    case .object(let object):
      let entries = object.entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      list("{", entries, "}") { text, entry in
        text.write(entry.key)
        text.bytes += (text.isPretty ? " : " : ":").utf8
        text.write(entry.value)
      }
    case .later(let encoder): write(encoder.value ?? .object(JSONObject()))
    }
  }

  private mutating func list<Element>(
    _ begin: Unicode.Scalar, _ elements: [Element], _ end: Unicode.Scalar,
    _ write: (inout JSONText, Element) -> Void
  ) {
    bytes.append(UInt8(ascii: begin))
    depth += 1
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine()
      write(&self, element)
    }
    // Between the brackets of what is empty there is an empty line.
    if elements.isEmpty, isPretty { bytes.append(UInt8(ascii: "\n")) }
    depth -= 1
    breakLine()
    bytes.append(UInt8(ascii: end))
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func write(_ string: String) {
    bytes.append(UInt8(ascii: "\""))
    var isAfterC2 = false
    for byte in string.utf8 {
      defer { isAfterC2 = byte == 0xC2 }
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case 0x08: bytes += "\\b".utf8
      case 0x09: bytes += "\\t".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0C: bytes += "\\f".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0x00...0x1F, 0x7F: escape(byte)
      // JSON allows the control characters from U+0080 to U+009F as they are, but some terminals
      // obey them. Their second byte is their number.
      case 0x80...0x9F where isAfterC2:
        bytes.removeLast()
        escape(byte)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ control: UInt8) {
    bytes += (control < 0x10 ? "\\u000" : "\\u00").utf8
    bytes += String(control, radix: 16).utf8
  }
}
