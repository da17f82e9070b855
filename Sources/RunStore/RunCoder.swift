public import Foundation
internal import RunRecord
internal import Threads

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
    JSONText.text(of: try RecordEncoder.tree(of: value), isPretty: isPretty)
  }

  /// The JSON of a run without line breaks, the same as `encode` gives, made by several threads.
  ///
  /// - Throws: `EncodingError` for a number that is not finite.
  static func encode(_ run: RunRecord, crew: Crew) throws -> String {
    // Keys are sorted, so that the companies, nearly all of the text, come first.
    let beginning = "{\"companies\":["
    var frame = run
    frame.companies = []
    let rest = try encode(frame, isPretty: false)
    guard rest.hasPrefix(beginning + "]") else { return try encode(run, isPretty: false) }
    let companies = try crew.map(run.companies.count) { index in
      try encode(run.companies[index], isPretty: false)
    }
    return beginning + companies.joined(separator: ",") + rest.dropFirst(beginning.count)
  }

  /// Reads a record from its JSON.
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

  /// Reads a record from its JSON.
  ///
  /// - Parameters:
  ///   - type: What to read.
  ///   - json: The JSON as bytes.
  /// - Returns: The record.
  /// - Throws: `DecodingError` if the JSON isn't one of `type`.
  public static func decode<Value: Decodable>(_ type: Value.Type, from json: Data) throws -> Value {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: json)
  }
}
