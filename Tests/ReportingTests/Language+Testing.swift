public import Publishing
public import Testing

extension Language: CustomTestStringConvertible {
  /// The tag alone, lest every failure print all translations.
  public var testDescription: String { tag }
}
