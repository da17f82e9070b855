/// An input that is set for one run.
public struct InputOverride: Hashable, Sendable, Codable {
  /// The input's name.
  public var name: String
  /// Its distribution, in the notation of model files: `0.1M to 0.6M`.
  public var text: String

  /// Makes an override.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
