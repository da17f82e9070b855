import Diagnostics
import Testing

@Suite struct DiagnosticRendererTests {
  @Test func showsThePlaceTheLineAndWhatToDo() {
    let diagnostic = Diagnostic(
      "unknown name \"hospitls\"",
      at: SourceLocation(file: "Models/paths/a.yaml", line: 12, column: 12),
      sourceLine: "  formula: hospitls * price", help: "did you mean \"hospitals\"?")
    #expect(
      DiagnosticRenderer().render(diagnostic) == """
        Models/paths/a.yaml:12:12: error: unknown name "hospitls"
         12 |   formula: hospitls * price
            |            ^
          help: did you mean "hospitals"?
        """)
  }

  /// Columns count Unicode scalars, cells count two for a Chinese character: four characters
  /// before the caret take eight cells.
  @Test func theCaretStandsUnderWideCharacters() {
    let diagnostic = Diagnostic(
      "unknown name \"价\"", at: SourceLocation(file: "模型.yaml", line: 1, column: 5),
      sourceLine: "营收公式价 * 2")
    #expect(
      DiagnosticRenderer().render(diagnostic) == """
        模型.yaml:1:5: error: unknown name "价"
         1 | 营收公式价 * 2
           |         ^
        """)
  }

  @Test func combiningMarksTakeNoCell() {
    let diagnostic = Diagnostic(
      "x", at: SourceLocation(file: "f", line: 1, column: 3), sourceLine: "e\u{301}!")
    #expect(DiagnosticRenderer().render(diagnostic).hasSuffix("   |  ^"))
  }

  @Test func aWarningWithoutAPlaceIsOneLine() {
    let diagnostic = Diagnostic("value is unusual", severity: .warning)
    #expect(DiagnosticRenderer().render(diagnostic) == "warning: value is unusual")
  }

  @Test func controlCharactersCannotDriveTheTerminal() {
    let diagnostic = Diagnostic(
      "bad \u{1B}[2J\u{202E}", at: SourceLocation(file: "f", line: 1, column: 2),
      sourceLine: "\t\u{7}x")
    #expect(
      DiagnosticRenderer().render(diagnostic) == """
        f:1:2: error: bad \u{FFFD}[2J\u{FFFD}
         1 |  \u{FFFD}x
           |  ^
        """)
  }

  /// A file's name may hold escapes, line breaks and marks of direction as well as any text.
  @Test func aFileOfAnyNameCannotDriveTheTerminal() {
    let diagnostic = Diagnostic(
      "x", at: SourceLocation(file: "a\u{1B}[31m\nb\u{202E}.yaml", line: 1, column: 2))
    #expect(
      DiagnosticRenderer().render(diagnostic)
        == "a\u{FFFD}[31m\u{FFFD}b\u{FFFD}.yaml:1:2: error: x")
    #expect(
      DiagnosticRenderer().render(Diagnostic("there is no file a\nerror: b\r\nc.yaml"))
        == "error: there is no file a\u{FFFD}error: b\u{FFFD}\u{FFFD}c.yaml")
  }

  @Test func aLongLineIsCutAroundTheColumn() {
    let line = String(repeating: "a", count: 500) + "!" + String(repeating: "b", count: 500)
    let diagnostic = Diagnostic(
      "x", at: SourceLocation(file: "f", line: 1, column: 501), sourceLine: line)
    let lines = DiagnosticRenderer().render(diagnostic).split(separator: "\n")
    #expect(lines[1].count == 105)
    let caret = lines[2].firstIndex(of: "^").map {
      lines[2].distance(from: lines[2].startIndex, to: $0)
    }
    let mark = lines[1].firstIndex(of: "!").map {
      lines[1].distance(from: lines[1].startIndex, to: $0)
    }
    #expect(caret == mark)
  }

  @Test(arguments: [0, 1, 4, 5, 200])
  func placesOutsideTheLineStillPrint(column: Int) {
    let diagnostic = Diagnostic(
      "x", at: SourceLocation(file: "f", line: 1, column: column), sourceLine: "abc")
    #expect(DiagnosticRenderer().render(diagnostic).contains("^"))
  }

  @Test func colourIsOnlyUsedWhenAskedFor() {
    let diagnostic = Diagnostic("x")
    #expect(
      DiagnosticRenderer(usesColor: true).render(diagnostic) == "\u{1B}[31;1merror\u{1B}[0m: x")
  }
}
