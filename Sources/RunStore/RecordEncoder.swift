/// Turns a record into a tree of JSON values.
///
/// Foundation's encoder took a tenth of a cold `compare`: it looks up for every value whether it is
/// one of the types that it writes in a way of their own, of which records have none.
///
/// Names of properties become snake_case. Keys that may be any text are a dictionary's: they are
/// data and stay as they are.
final class RecordEncoder: Encoder {
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]
  /// What was encoded; nil for a record without properties.
  private(set) var value: JSONValue?
  private let names: KeyNames

  fileprivate init(_ names: KeyNames) {
    self.names = names
  }

  /// The tree of a record.
  ///
  /// - Throws: `EncodingError` for a number that is not finite.
  static func tree(of record: some Encodable) throws -> JSONValue {
    try tree(of: record, KeyNames())
  }

  fileprivate static func tree(of record: some Encodable, _ names: KeyNames) throws -> JSONValue {
    let encoder = RecordEncoder(names)
    try record.encode(to: encoder)
    return encoder.value ?? .object(JSONObject())
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    let object: JSONObject
    if case .object(let begun) = value { object = begun } else { object = JSONObject() }
    value = .object(object)
    return KeyedEncodingContainer(KeyedValues<Key>(object, names))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    let array: JSONArray
    if case .array(let begun) = value { array = begun } else { array = JSONArray() }
    value = .array(array)
    return ListedValues(array, names)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension RecordEncoder: SingleValueEncodingContainer {
  func encodeNil() { value = .null }
  func encode(_ value: Bool) { self.value = .bool(value) }
  func encode(_ value: String) { self.value = .string(value) }
  func encode(_ value: Double) throws { self.value = try JSONValue(value) }
  func encode(_ value: Float) throws { self.value = try JSONValue(value) }
  func encode(_ value: Int) { self.value = .number(value.description) }
  func encode(_ value: Int8) { self.value = .number(value.description) }
  func encode(_ value: Int16) { self.value = .number(value.description) }
  func encode(_ value: Int32) { self.value = .number(value.description) }
  func encode(_ value: Int64) { self.value = .number(value.description) }
  func encode(_ value: UInt) { self.value = .number(value.description) }
  func encode(_ value: UInt8) { self.value = .number(value.description) }
  func encode(_ value: UInt16) { self.value = .number(value.description) }
  func encode(_ value: UInt32) { self.value = .number(value.description) }
  func encode(_ value: UInt64) { self.value = .number(value.description) }
  func encode(_ value: some Encodable) throws {
    self.value = try RecordEncoder.tree(of: value, names)
  }
}

/// The names of properties as JSON has them, each worked out once.
private final class KeyNames {
  private var known: [String: String] = [:]

  /// `twoWords` as `two_words`, `someURLText` as `some_url_text`.
  func name(of property: String) -> String {
    if let name = known[property] { return name }
    let letters = Array(property)
    var name = ""
    for (index, letter) in letters.enumerated() {
      if letter.isUppercase, index > 0 {
        let endsWord = !letters[index - 1].isUppercase
        let beginsWord = index + 1 < letters.count && letters[index + 1].isLowercase
        if endsWord || beginsWord { name += "_" }
      }
      name += letter.lowercased()
    }
    known[property] = name
    return name
  }
}

// MARK: Containers

private struct KeyedValues<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let codingPath: [any CodingKey] = []
  private let object: JSONObject
  private let names: KeyNames
  private let areNamesData: Bool

  init(_ object: JSONObject, _ names: KeyNames) {
    self.object = object
    self.names = names
    areNamesData = Key(stringValue: "no property has this name") != nil
  }

  private func add(_ value: JSONValue, _ key: Key) {
    let name = areNamesData ? key.stringValue : names.name(of: key.stringValue)
    object.entries.append((name, value))
  }

  func encodeNil(forKey key: Key) { add(.null, key) }
  func encode(_ value: Bool, forKey key: Key) { add(.bool(value), key) }
  func encode(_ value: String, forKey key: Key) { add(.string(value), key) }
  func encode(_ value: Double, forKey key: Key) throws { add(try JSONValue(value), key) }
  func encode(_ value: Int, forKey key: Key) { add(.number(value.description), key) }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    add(try RecordEncoder.tree(of: value, names), key)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    encoder(forKey: key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder(forKey: key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    let encoder = RecordEncoder(names)
    object.entries.append(("super", .later(encoder)))
    return encoder
  }

  func superEncoder(forKey key: Key) -> any Encoder { encoder(forKey: key) }

  private func encoder(forKey key: Key) -> RecordEncoder {
    let encoder = RecordEncoder(names)
    add(.later(encoder), key)
    return encoder
  }
}

private struct ListedValues: UnkeyedEncodingContainer {
  let codingPath: [any CodingKey] = []
  private let array: JSONArray
  private let names: KeyNames

  init(_ array: JSONArray, _ names: KeyNames) {
    self.array = array
    self.names = names
  }

  var count: Int { array.values.count }

  func encodeNil() { array.values.append(.null) }

  func encode(_ value: some Encodable) throws {
    array.values.append(try RecordEncoder.tree(of: value, names))
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    encoder().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder().unkeyedContainer() }

  func superEncoder() -> any Encoder { encoder() }

  private func encoder() -> RecordEncoder {
    let encoder = RecordEncoder(names)
    array.values.append(.later(encoder))
    return encoder
  }
}
