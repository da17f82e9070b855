import Diagnostics
import Testing

import Formulas

@Suite struct FormulaSourceTests {
  /// Of `x: {formula: a +` with `b}` on a further line the text is `a + b`: the place of `b` is the end
  /// of the line, since the line after it isn't known here.
  @Test func aTextOfSeveralLinesHasItsPlacesOnTheFirst() {
    let line = "x: {formula: a +"
    let source = FormulaSource(
      "a + b", at: SourceLocation(file: "f", line: 3, column: 14), sourceLine: line)
    #expect(source.place(at: 2).location == SourceLocation(file: "f", line: 3, column: 16))
    #expect(source.place(at: 4).location == SourceLocation(file: "f", line: 3, column: 17))
  }

  private let place = SourceLocation(file: "a.yaml", line: 4, column: 7)

  @Test func placesOnTheFirstLineKeepTheLineOfTheFile() {
    let source = FormulaSource("a + b", at: place, sourceLine: "next: a + b # 註")
    #expect(source.place(at: 4).location == place.advanced(by: 4))
    #expect(source.place(at: 4).line == "next: a + b # 註")
  }

  /// A YAML block: its lines lose six columns of indentation.
  @Test func laterLinesStartInTheSameColumn() {
    let source = FormulaSource("a +\r\n  价 * 2\n- c", at: place, sourceLine: "      a +")
    let second = source.place(at: 7)
    #expect(second.location == SourceLocation(file: "a.yaml", line: 5, column: 9))
    #expect(second.line == "        价 * 2")
    #expect(source.place(at: 15).location?.line == 6)
  }

  /// `x: a -`, an empty line and `@`: YAML makes one line break of the two.
  @Test func linesOfPlainTextAreNotThoseOfTheFile() {
    let source = FormulaSource("a -\n@", at: place, sourceLine: "next: a -", isBlock: false)
    #expect(source.place(at: 2).location == place.advanced(by: 2))
    #expect(source.place(at: 4).location == place.advanced(by: 3))
    #expect(source.place(at: 4).line == "next: a -")
  }

  @Test func withoutAPlaceThereIsNone() {
    #expect(FormulaSource("a").place(at: 0).location == nil)
  }

  @Test func quotesAreShortAndOnOneLine() {
    let source = FormulaSource("a  +\n   b")
    #expect(source.excerpt(0..<9) == "a + b")
    let long = FormulaSource(String(repeating: "ab ", count: 100))
    #expect(long.excerpt(0..<300).count == 40)
    #expect(long.excerpt(0..<300).hasSuffix("…"))
  }
}
