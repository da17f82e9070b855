/// The company that an evaluator looks at, as far as it is known on the as-of day.
public struct Subject: Sendable {
  /// The company's id.
  public let company: String
}
