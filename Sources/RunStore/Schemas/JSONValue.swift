/// JSON as a tree, to read runs of earlier schemas.
indirect enum JSONValue: Hashable, Codable {
  case null
  case bool(Bool)
  /// A whole number, apart from others so that seeds keep all digits.
  case whole(UInt64)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(UInt64.self) {
      self = .whole(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .whole(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let values): try container.encode(values)
    case .object(let values): try container.encode(values)
    }
  }

  /// A member of an object; null where there is none.
  subscript(key: String) -> JSONValue {
    get { if case .object(let members) = self { members[key] ?? .null } else { .null } }
    set {
      guard case .object(var members) = self else { return }
      members[key] = newValue == .null ? nil : newValue
      self = .object(members)
    }
  }

  /// The elements of an array; none where it is something else.
  var elements: [JSONValue] { if case .array(let values) = self { values } else { [] } }

  /// The members of an object; none where it is something else.
  var members: [String: JSONValue] { if case .object(let values) = self { values } else { [:] } }

  /// The text of a string.
  var text: String? { if case .string(let value) = self { value } else { nil } }

  /// The elements of an array, each changed.
  func mapped(_ change: (JSONValue) -> JSONValue) -> JSONValue {
    if case .array(let values) = self { .array(values.map(change)) } else { self }
  }
}
