import Diagnostics
import Documents
import Testing

/// What is no YAML for us, where the message must point, and what it says.
@Suite struct YAMLDocumentTests {
  struct Mistake: CustomTestStringConvertible, Sendable {
    var marked: String
    var message: String
    var help: String?
    var testDescription: String { message }
  }

  static let mistakes = [
    Mistake(
      marked: "a: 1\nb: 2\n1️⃣a: 3\n", message: "the key \"a\" stands here twice",
      help: "it stands first on line 1, column 1"),
    Mistake(
      marked: "list:\n  - {metric: revenue, 1️⃣metric: profit}\n",
      message: "the key \"metric\" stands here twice", help: "it stands first on line 2, column 6"),
    Mistake(
      marked: "a: {x: 1}\nb:\n  y: 1\n  z: 2\n  1️⃣y: 3\n",
      message: "the key \"y\" stands here twice",
      help: "it stands first on line 3, column 3"),
    Mistake(
      marked: "list:\n  - {value: 120,1️⃣000,000, unit: CNY}\n",
      message: "the commas of \"120,000,000\" part entries here, since it stands in braces",
      help: "write 120000000 or 120M"),
    // To the parser these are two keys.
    Mistake(
      marked: "!a x: 1\n1️⃣!b x: 2\n", message: "the key \"x\" stands here twice",
      help: "it stands first on line 1, column 1"),
    Mistake(
      marked: "a: 1️⃣&x {b: 1}\nc: *x\n", message: "the anchor \"&x\" is not allowed",
      help: "write the value out wherever it is needed"),
    Mistake(
      marked: "a: 1\nb: 1️⃣*x\n",
      message: "\"*\" begins an alias in YAML, and aliases are not allowed",
      help: "put text that begins with \"*\" in quotes"),
    Mistake(
      marked: "a:\n1️⃣\tb: 1\n", message: "a tab stands where YAML wants spaces",
      help: "replace the tab by spaces"),
    Mistake(
      marked: "a:\n  b: 1\n1️⃣\tc: 2\n", message: "a tab stands where YAML wants spaces",
      help: "replace the tab by spaces"),
    Mistake(
      marked: "a: 1\n1️⃣---\nb: 2\n", message: "a second document begins here; a file holds one",
      help: "remove the line of three hyphens"),
    Mistake(
      marked: "name: 1️⃣\"never closed\nb: 2\n", message: "the quote opened here is never closed",
      help: "close it with the same quote"),
    Mistake(
      marked: "a: 1️⃣{b: 1, c: 2\nd: 3\n", message: "the \"{\" opened here is not closed",
      help: "close it with \"}\""),
    Mistake(
      marked: "a: [\"b\" 1️⃣c]\n", message: "expected \",\" or \"]\" here",
      help: "text with a comma, a colon and a space, or a bracket must stand in quotes"),
    Mistake(
      marked: "note: see this1️⃣: that\n",
      message: "a colon makes a key of what stands before it, and no key can stand here",
      help: "put text with a colon and a space in quotes, and look at the indentation"),
    Mistake(
      marked: "a: 1\n  b1️⃣: 2\n",
      message: "a colon makes a key of what stands before it, and no key can stand here",
      help: "put text with a colon and a space in quotes, and look at the indentation"),
    Mistake(
      marked: "a:\n  - 1\n 1️⃣- 2\n", message: "this line does not fit the lines above it",
      help: "entries that belong together begin in the same column"),
    Mistake(
      marked: "a: 1️⃣@home\n", message: "no value can begin with this character",
      help: "put the text in quotes"),
    Mistake(
      marked: "a: [1, 1️⃣, 2]\n", message: "expected a value here",
      help: "look for a comma or bracket too many; text that begins with a sign needs quotes"),
    Mistake(
      marked: "a: |1️⃣x\n", message: "only a comment may stand behind the sign of a text block",
      help: "put text that begins with \"|\" or \">\" in quotes"),
    Mistake(
      marked: "1️⃣[a, b]: 1\n", message: "a key must be one piece of text", help: nil),
    Mistake(
      marked: "a: \"x1️⃣\\q\"\n", message: "unknown escape after a backslash in double quotes",
      help: "write \\\\ for a backslash"),
    Mistake(
      marked: "a: \"1️⃣x\\e[31m\"\n",
      message: "an escape writes the control character U+001B, which no text needs",
      help: "delete the escape"),
    Mistake(
      marked: "a: b1️⃣\u{07}\n", message: "found the control character U+0007, which no text needs",
      help: "delete it"),
  ]

  /// Every mistake alone, under a Chinese comment, with a byte order mark, with CRLF line ends.
  @Test(arguments: mistakes, ["", "# 雲從科技的營收\n"])
  func pointsAtTheMistake(_ mistake: Mistake, above: String) throws {
    let marked = MarkedText(above + mistake.marked)
    for text in [
      marked.text, "\u{FEFF}" + marked.text,
      String(decoding: marked.text.utf8.flatMap { $0 == 10 ? [13, 10] : [$0] }, as: UTF8.self),
    ] {
      let error = #expect(throws: DiagnosticError.self) {
        try YAMLDocument(SourceText(text, file: "x.yaml"))
      }
      let diagnostic = try #require(error?.diagnostics.first)
      #expect(error?.diagnostics.count == 1)
      #expect(diagnostic.message == mistake.message)
      #expect(
        diagnostic.location
          == SourceLocation(file: "x.yaml", line: marked.line, column: marked.column))
      if above.isEmpty { #expect(diagnostic.help == mistake.help) }
      let line = marked.text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(diagnostic.sourceLine == String(line[marked.line - 1]))
    }
  }

  @Test func wholeMessage() {
    let error = #expect(throws: DiagnosticError.self) {
      try YAMLDocument(SourceText("名稱: {zh-Hant: 商湯, en: a, en: b}\n", file: "x.yaml"))
    }
    #expect(
      error?.description == """
        x.yaml:1:26: error: the key "en" stands here twice
         1 | 名稱: {zh-Hant: 商湯, en: a, en: b}
           |                              ^
          help: it stands first on line 1, column 19
        """)
  }

  @Test(arguments: ["", "# only a comment\n", "---\n# nothing\n"])
  func emptyFileHasNoRoot(_ text: String) throws {
    let root = try YAMLDocument(SourceText(text, file: "x.yaml")).root
    #expect(root == nil || root?.scalar?.isNull == true)
  }

  /// Nine levels of ten aliases stand for a billion values; nobody may unfold them.
  @Test func aliasBombIsRefusedAtOnce() {
    var text = "a0: &a0 x\n"
    for level in 1...9 {
      let list = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(list)]\n"
    }
    #expect(throws: DiagnosticError.self) { try YAMLDocument(SourceText(text, file: "x.yaml")) }
  }

  @Test func deepNestingIsRefused() {
    for depth in [70, 900, 50_000] {
      let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      #expect(throws: DiagnosticError.self) { try YAMLDocument(SourceText(text, file: "x.yaml")) }
    }
  }

  @Test func tooManyValuesAreRefused() throws {
    let text = "[" + String(repeating: "1,", count: 200_000) + "1]"
    let error = #expect(throws: DiagnosticError.self) {
      try YAMLDocument(SourceText(text, file: "x.yaml"))
    }
    #expect(error?.diagnostics.map(\.message) == ["the file has more than 200000 values"])
  }

  @Test func bytesThatAreNoUTF8() throws {
    let error = #expect(throws: DiagnosticError.self) {
      try SourceText(bytes: Array("a: 1\nb: ".utf8) + [0xC3, 0x28], file: "x.yaml")
    }
    #expect(
      error?.description == """
        x.yaml:2:1: error: the file is not UTF-8: byte 9 begins no character
          help: save it in the encoding UTF-8
        """)
  }

  @Test func missingFile() {
    let error = #expect(throws: DiagnosticError.self) {
      try YAMLDocument(contentsOf: "/nowhere/x.yaml", shownAs: "Models/x.yaml")
    }
    #expect(error?.category == .missing)
    #expect(error?.description == "error: there is no file Models/x.yaml")
  }

  /// Columns count Unicode scalars, and text in quotes begins inside them.
  @Test func places() throws {
    let text = "名稱: {a: \"商湯\", b: x}\nblock: |\n  first\n  second\n"
    let root = try #require(try YAMLDocument(SourceText(text, file: "x.yaml")).root)
    guard case .mapping(let entries) = root.content else {
      Issue.record("expected a mapping")
      return
    }
    #expect(entries.map(\.key) == ["名稱", "block"])
    #expect(entries.map(\.keyLocation.description) == ["x.yaml:1:1", "x.yaml:2:1"])
    guard case .mapping(let inner) = entries[0].value.content else {
      Issue.record("expected a mapping")
      return
    }
    #expect(inner.map(\.value.location.description) == ["x.yaml:1:10", "x.yaml:1:18"])
    #expect(inner.map(\.value.scalar?.style) == [.quoted, .plain])
    #expect(entries[1].value.location.description == "x.yaml:3:3")
    #expect(entries[1].value.scalar?.text == "first\nsecond\n")
  }

  /// Whatever a file holds, reading it ends with a tree or with mistakes at places inside it.
  @Test func brokenFilesNeverStopTheReader() {
    let whole = """
      id: acme  # 雲從
      names: {en: Acme, zh-Hant: '雲從'}
      note: |
        first
        second
      facts:
        - {metric: revenue, value: 3.98亿, unit: "1", note: "a: b, \\"c\\""}
        - [1, [2, {x: ~}]]

      """
    let pieces = Array("{}[]:,-#&*!|>'\"%@`?\t\r\n\u{FEFF}亿\\ ".unicodeScalars)
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for round in 0..<3000 {
      var scalars = Array(whole.unicodeScalars)
      for _ in 0...next(4) {
        let place = next(scalars.count)
        switch next(3) {
        case 0: scalars.remove(at: place)
        case 1: scalars.insert(pieces[next(pieces.count)], at: place)
        default: scalars[place] = pieces[next(pieces.count)]
        }
      }
      let source = SourceText(String(String.UnicodeScalarView(scalars)), file: "x.yaml")
      do {
        _ = try YAMLDocument(source)
      } catch let error as DiagnosticError {
        for location in error.diagnostics.compactMap(\.location) {
          let length = source.line(location.line)?.unicodeScalars.count ?? -1
          let isInside = location.column >= 1 && location.column <= length + 1
          #expect(isInside, "round \(round): \(location)")
        }
        #expect(!error.description.contains("this is no YAML"), "\(error)")
      } catch {
        Issue.record("round \(round): \(error)")
      }
    }
  }

  /// A parser finds what is missing behind the last line.
  @Test func noPlaceLiesBehindTheEnd() throws {
    let source = SourceText("a: 1\nbc: 2", file: "x.yaml")
    #expect(source.location(line: 9, column: 4) == source.location(line: 2, column: 6))
    #expect(source.location(line: 2, column: 3).column == 3)
    #expect(source.diagnostic("m", line: 3, column: 1).sourceLine == "bc: 2")
    #expect(SourceText("", file: "x.yaml").location(line: 2, column: 2).line == 1)
    let document = try YAMLDocument(SourceText("a: 1\n? \n\n\n", file: "x.yaml"))
    guard case .mapping(let entries) = document.root?.content else {
      Issue.record("no keys")
      return
    }
    #expect(entries.map(\.value.location.line).max() ?? 9 <= document.source.lines.count)
  }
}
