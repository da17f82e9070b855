package import Foundation
internal import Synchronization

/// The part of JSON Schema (draft 2020-12) that the schemas of this repository use.
///
/// A keyword that is not known here fails, so that none is passed over.
package struct JSONSchema {
  /// The schemas by the names of their files.
  package let files: [String: JSONValue]

  package struct Unknown: Error { var keyword: String }

  /// Reads all schemas of a folder.
  package init(folder: String) throws {
    var files: [String: JSONValue] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasSuffix(".schema.json") {
      let data = try Data(contentsOf: URL(filePath: folder).appending(path: name))
      files[name] = try JSONDecoder().decode(JSONValue.self, from: data)
    }
    self.files = files
  }

  /// Reads one schema that refers to nothing but itself.
  package init(file: URL) throws {
    files = ["": try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: file))]
  }

  /// What is wrong with a value by the one schema that was read.
  package func mistakes(in value: JSONValue) throws -> [String] {
    try mistakes(in: value, files[""] ?? .bool(false), at: "")
  }

  /// What is wrong with a value, each with the way to it; nothing when it fits the schema.
  package func mistakes(in value: JSONValue, kind: String) throws -> [String] {
    guard let schema = files["\(kind).schema.json"] else { throw Unknown(keyword: kind) }
    return try mistakes(in: value, schema, at: "")
  }

  private func mistakes(
    in value: JSONValue, _ schema: JSONValue, at path: String
  ) throws -> [String] {
    guard let keywords = schema.object else {
      return schema == .bool(false) ? ["\(path): nothing may stand here"] : []
    }
    return try keywords.sorted { $0.key < $1.key }.flatMap { keyword, argument -> [String] in
      switch keyword {
      case "$schema", "$defs", "title", "description": []
      case "$ref": try mistakes(in: value, target(of: argument), at: path)
      case "type", "enum", "const", "pattern", "minLength", "minimum", "maximum",
        "exclusiveMinimum", "exclusiveMaximum":
        try scalar(value, keyword, argument).map { ["\(path): \($0)"] } ?? []
      case "items", "minItems", "maxItems", "uniqueItems":
        try array(value, keyword, argument, at: path)
      case "anyOf", "oneOf", "not", "if", "then", "else":
        try combined(value, keyword, argument, in: schema, at: path)
      case "properties", "required", "additionalProperties", "patternProperties",
        "propertyNames", "minProperties", "dependentRequired":
        try object(value, keyword, argument, in: schema, at: path)
      default: throw Unknown(keyword: keyword)
      }
    }
  }

  private func target(of reference: JSONValue) throws -> JSONValue {
    let parts = (reference.string ?? "").split(separator: "#", omittingEmptySubsequences: false)
    let steps = parts.last?.split(separator: "/") ?? []
    guard parts.count == 2, let file = files[String(parts[0])],
      let found = steps.reduce(JSONValue?.some(file), { $0?[String($1)] })
    else { throw Unknown(keyword: "$ref \(reference)") }
    return found
  }

  /// Patterns compiled once: a run has ten thousands of keys.
  private static let patterns = Mutex<[String: Regex<AnyRegexOutput>]>([:])

  private func matches(_ text: String, _ pattern: String) throws -> Bool {
    try Self.patterns.withLock { known in
      let regex = try known[pattern] ?? Regex(pattern)
      known[pattern] = regex
      return text.contains(regex)
    }
  }

  private func fits(_ value: JSONValue, _ schema: JSONValue) throws -> Bool {
    try mistakes(in: value, schema, at: "").isEmpty
  }

  // MARK: Keywords

  private func scalar(
    _ value: JSONValue, _ keyword: String, _ argument: JSONValue
  ) throws -> String? {
    switch (keyword, value) {
    case ("type", _):
      let types = argument.array ?? [argument]
      return types.contains { value.isType($0.string ?? "") } ? nil : "is no \(types)"
    case ("enum", _): return argument.array?.contains(value) == true ? nil : "is none of the words"
    case ("const", _): return argument == value ? nil : "is not what must stand here"
    case ("pattern", .string(let text)):
      return try matches(text, argument.string ?? "") ? nil : "\"\(text)\" has another form"
    case ("minLength", .string(let text)):
      return Double(text.unicodeScalars.count) >= argument.number ?? 0 ? nil : "is too short"
    case ("minimum", .number(let number)):
      return number >= argument.number ?? 0 ? nil : "is too small"
    case ("maximum", .number(let number)):
      return number <= argument.number ?? 0 ? nil : "is too large"
    case ("exclusiveMinimum", .number(let number)):
      return number > argument.number ?? 0 ? nil : "is too small"
    case ("exclusiveMaximum", .number(let number)):
      return number < argument.number ?? 0 ? nil : "is too large"
    default: return nil
    }
  }

  private func array(
    _ value: JSONValue, _ keyword: String, _ argument: JSONValue, at path: String
  ) throws -> [String] {
    guard let items = value.array else { return [] }
    switch keyword {
    case "items":
      return try items.enumerated().flatMap { index, item in
        try mistakes(in: item, argument, at: "\(path)/\(index)")
      }
    case "minItems":
      return Double(items.count) >= argument.number ?? 0 ? [] : ["\(path): has too few"]
    case "maxItems":
      return Double(items.count) <= argument.number ?? 0 ? [] : ["\(path): has too many"]
    default:
      return Set(items).count == items.count ? [] : ["\(path): has one twice"]
    }
  }

  private func combined(
    _ value: JSONValue, _ keyword: String, _ argument: JSONValue, in schema: JSONValue,
    at path: String
  ) throws -> [String] {
    switch keyword {
    case "anyOf":
      let fits = try (argument.array ?? []).contains { try self.fits(value, $0) }
      return fits ? [] : ["\(path): fits none of the forms"]
    case "oneOf":
      let count = try (argument.array ?? []).count { try fits(value, $0) }
      return count == 1 ? [] : ["\(path): fits \(count) forms in place of one"]
    case "not":
      return try fits(value, argument) ? ["\(path): has a form that it may not have"] : []
    case "if":
      let branch = try fits(value, argument) ? schema["then"] : schema["else"]
      return try branch.map { try mistakes(in: value, $0, at: path) } ?? []
    default:
      return []
    }
  }

  private func object(
    _ value: JSONValue, _ keyword: String, _ argument: JSONValue, in schema: JSONValue,
    at path: String
  ) throws -> [String] {
    guard let members = value.object else { return [] }
    let sorted = members.sorted { $0.key < $1.key }
    switch keyword {
    case "properties":
      return try sorted.flatMap { key, member in
        try argument[key].map { try mistakes(in: member, $0, at: "\(path)/\(key)") } ?? []
      }
    case "patternProperties":
      return try sorted.flatMap { key, member in
        try matching(key, argument).flatMap { try mistakes(in: member, $0, at: "\(path)/\(key)") }
      }
    case "additionalProperties":
      let patterns = schema["patternProperties"] ?? .object([:])
      return try sorted.flatMap { key, member -> [String] in
        guard schema["properties"]?[key] == nil, try matching(key, patterns).isEmpty else {
          return []
        }
        return try mistakes(in: member, argument, at: "\(path)/\(key)")
      }
    case "propertyNames":
      return try sorted.flatMap { try mistakes(in: .string($0.key), argument, at: path) }
    case "minProperties":
      return Double(members.count) >= argument.number ?? 0 ? [] : ["\(path): has too few keys"]
    case "required":
      return (argument.array ?? []).compactMap { key in
        members[key.string ?? ""] == nil ? "\(path): lacks \(key.string ?? "")" : nil
      }
    default:
      return (argument.object ?? [:]).sorted { $0.key < $1.key }.flatMap { key, needed in
        members[key] == nil
          ? []
          : (needed.array ?? []).compactMap { $0.string }.filter { members[$0] == nil }
            .map { "\(path): lacks \($0)" }
      }
    }
  }

  private func matching(_ key: String, _ patterns: JSONValue) throws -> [JSONValue] {
    try (patterns.object ?? [:]).filter { try matches(key, $0.key) }.map(\.value)
  }
}

extension JSONValue {
  fileprivate func isType(_ name: String) -> Bool {
    switch (name, self) {
    case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .string),
      ("array", .array), ("object", .object):
      true
    case ("integer", .number(let value)): value == value.rounded()
    default: false
    }
  }
}
