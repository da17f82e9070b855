package import Diagnostics

/// Distributions as text: `15 to 60`, `truncate(0.3 to 0.8, 0, 1)`, `discrete({1: 0.2, 2: 0.8})`.
package enum DistributionNotation {
  /// Reads a distribution and checks its parameters.
  ///
  /// - Parameters:
  ///   - text: The distribution as written.
  ///   - location: Where the text starts.
  ///   - sourceLine: The whole line at `location`.
  /// - Returns: The family and its parameters, in the unit declared beside the text.
  /// - Throws: `Diagnostic` with the place in the text and what to write instead.
  package static func parse(
    _ text: String, at location: SourceLocation? = nil, sourceLine: String? = nil
  ) throws(Diagnostic) -> DistributionSpec {
    let source = FormulaSource(text, at: location, sourceLine: sourceLine, isBlock: false)
    do {
      var reader = DistributionReader(tokens: try Lexer.tokens(of: text))
      return try reader.readAll()
    } catch {
      throw source.diagnostic(withRangeHelp(error, in: text))
    }
  }

  /// Marks that people put between the ends of a range.
  private static let rangeMarks: Set<Unicode.Scalar> = ["–", "—", "~", "～", "至", "到", "…"]

  private static func withRangeHelp(_ mistake: FormulaMistake, in text: String) -> FormulaMistake {
    let scalars = text.unicodeScalars.dropFirst(mistake.offset)
    guard let first = scalars.first, rangeMarks.contains(first) else { return mistake }
    return FormulaMistake(
      "a range is written with \"to\"", at: mistake.offset, help: "write e.g. 10 to 40")
  }
}
