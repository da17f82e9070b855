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
  /// - Throws: `EncodingError` for a number that is not finite.
  public static func encode(_ value: some Encodable, isPretty: Bool = true) throws -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
    return withoutControls(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  /// JSON lets DEL and the controls after it stand as they are; terminals obey some of them.
  private static func withoutControls(_ json: String) -> String {
    let controls = Unicode.Scalar(0x7F)...Unicode.Scalar(0x9F)
    guard json.unicodeScalars.contains(where: controls.contains) else { return json }
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
