public import Foundation
internal import RunRecord

/// Turns records into JSON and back, the same way everywhere: in the store, on the command line.
///
/// Keys are snake_case and sorted, so the same record gives the same bytes. Keys of dictionaries
/// (years, ids, names of inputs) are data and stay as they are. Numbers are printed with as many
/// digits as it takes to read them back unchanged.
public enum RunCoder {
  /// The JSON of a record, without a line break at its end.
  ///
  /// - Parameters:
  ///   - value: What to write.
  ///   - isPretty: Whether to break and indent lines.
  /// - Returns: The JSON as text.
  /// - Throws: `NumberNotFinite` with its place.
  public static func encode(_ value: some Encodable, isPretty: Bool = true) throws -> String {
    if !isPretty { return String(decoding: try line(value), as: UTF8.self) }
    do {
      let json = try foundation(isPretty: true).encode(value)
      return withoutControls(String(decoding: json, as: UTF8.self))
    } catch {
      throw NumberNotFinite(error, in: value) ?? error
    }
  }

  /// The JSON of a record in one line.
  ///
  /// - Throws: `NumberNotFinite` with its place.
  static func line(_ value: some Encodable) throws -> [UInt8] {
    do {
      return try JSONText.encode(value)
    } catch is JSONText.NotFinite {
      // Foundation's encoder says where.
      do {
        return Array(try foundation(isPretty: false).encode(value))
      } catch {
        throw NumberNotFinite(error, in: value) ?? error
      }
    }
  }

  /// The encoder that says how records are written.
  static func foundation(isPretty: Bool) -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
    return encoder
  }

  /// Where the value of a key of the outermost object begins.
  static func endOfKey(_ key: String, in json: String) -> String.Index? {
    let (wanted, bytes) = (Array("\"\(key)\":".utf8), json.utf8)
    var (depth, isText, index) = (0, false, bytes.startIndex)
    while index < bytes.endIndex {
      let byte = bytes[index]
      if isText {
        if byte == UInt8(ascii: "\\") { index = bytes.index(after: index) }
        isText = byte != UInt8(ascii: "\"")
      } else if depth == 1, bytes[index...].starts(with: wanted) {
        return bytes.index(index, offsetBy: wanted.count)
      } else {
        switch byte {
        case UInt8(ascii: "\""): isText = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        default: break
        }
      }
      index = bytes.index(after: index)
    }
    return nil
  }

  /// JSON lets DEL and the controls after it stand as they are; terminals obey some of them.
  private static func withoutControls(_ json: String) -> String {
    guard hasControls(json) else { return json }
    let controls = Unicode.Scalar(0x7F)...Unicode.Scalar(0x9F)
    var result = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      if controls.contains(scalar) {
        result.append(contentsOf: "\\u00\(String(scalar.value, radix: 16))".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether there are any; in UTF-8 they are 7F, or 80 to 9F behind C2.
  private static func hasControls(_ json: String) -> Bool {
    var isLead = false
    for byte in json.utf8 {
      if byte == 0x7F || isLead && byte < 0xA0 { return true }
      isLead = byte == 0xC2
    }
    return false
  }

  /// Reads a record from its JSON; a run of the schema before this one too.
  ///
  /// - Parameters:
  ///   - type: What to read.
  ///   - json: The JSON as text.
  /// - Returns: The record.
  /// - Throws: `DecodingError` if the JSON isn't one of `type`.
  public static func decode<Value: Decodable>(
    _ type: Value.Type, from json: String
  ) throws -> Value {
    try decode(type, from: Data(json.utf8))
  }

  /// Reads a record from its JSON; a run of the schema before this one too.
  ///
  /// - Parameters:
  ///   - type: What to read.
  ///   - json: The JSON as bytes.
  /// - Returns: The record.
  /// - Throws: `DecodingError` if the JSON isn't one of `type`.
  public static func decode<Value: Decodable>(_ type: Value.Type, from json: Data) throws -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard type == RunRecord.self, try decoder.decode(SchemaOnly.self, from: json).schema == 1
    else { return try decoder.decode(type, from: json) }
    let old = try JSONDecoder().decode(JSONValue.self, from: json)
    return try decoder.decode(type, from: JSONEncoder().encode(SchemaOne.upgraded(old)))
  }

  private struct SchemaOnly: Decodable {
    var schema: Int
  }
}
