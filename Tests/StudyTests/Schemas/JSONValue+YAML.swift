import Documents
import TestSupport

extension JSONValue {
  /// What an editor takes a YAML value for: the core schema of YAML 1.2.
  init(_ node: YAMLNode) {
    switch node.content {
    case .mapping(let entries):
      self = .object(
        Dictionary(
          entries.map { ($0.key, JSONValue($0.value)) }, uniquingKeysWith: { first, _ in first }))
    case .sequence(let nodes):
      self = .array(nodes.map { JSONValue($0) })
    case .scalar(let scalar) where scalar.style != .plain:
      self = .string(scalar.text)
    case .scalar(let scalar):
      self = Self.plain(scalar.text)
    }
  }

  private static func plain(_ text: String) -> JSONValue {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    default:
      let isNumber = text.wholeMatch(of: /[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/)
      guard isNumber != nil, let value = Double(text.hasSuffix(".") ? text + "0" : text) else {
        return .string(text)
      }
      return .number(value)
    }
  }
}
