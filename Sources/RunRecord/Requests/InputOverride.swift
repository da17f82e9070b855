/// An input that is set for one run, or changed.
public struct InputOverride: Hashable, Sendable, Codable {
  /// What is done to an input.
  public enum Operation: String, Hashable, Sendable, Codable, CaseIterable {
    /// It gets another distribution.
    case set = "="
    /// Every draw of it is multiplied by a number.
    case multiply = "*="
    /// A number is added to every draw of it; of an amount a percentage is that much more.
    case add = "+="
    /// A number is taken off every draw of it.
    case subtract = "-="
  }

  /// The input's name.
  public var name: String
  /// What is done to it.
  public var operation: Operation
  /// Its distribution, in the notation of model files: `0.1M to 0.6M`; or the number to change it
  /// by.
  public var text: String

  /// Makes an override.
  public init(name: String, operation: Operation = .set, text: String) {
    self.name = name
    self.operation = operation
    self.text = text
  }

  /// Reads `NAME=DISTRIBUTION`, `NAME*=NUMBER`, `NAME+=NUMBER` or `NAME-=NUMBER`; nil for a text
  /// without an equals sign, a name or a value.
  public init?(_ text: String) {
    guard let sign = text.firstIndex(of: "=") else { return nil }
    var name = text[..<sign]
    var operation = Operation.set
    switch name.last {
    case "*", "×": operation = .multiply
    case "+": operation = .add
    case "-", "−": operation = .subtract
    default: break
    }
    if operation != .set { name.removeLast() }
    func trimmed(_ part: Substring) -> String {
      String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
    let value = trimmed(text[text.index(after: sign)...])
    self.init(name: trimmed(name), operation: operation, text: value)
    if self.name.isEmpty || value.isEmpty { return nil }
  }

  private enum CodingKeys: String, CodingKey {
    case name, operation, text
  }

  /// Reads an override; without an operation it sets.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try container.decode(String.self, forKey: .name),
      operation: try container.decodeIfPresent(Operation.self, forKey: .operation) ?? .set,
      text: try container.decode(String.self, forKey: .text))
  }
}
