internal import Documents
internal import Formulas

extension YAMLNode {
  /// The formula that the value's text is, with its place.
  func formula(_ text: String) -> FormulaSource {
    FormulaSource(
      text, at: location, sourceLine: sourceLine, isBlock: scalar?.style == .block)
  }
}
