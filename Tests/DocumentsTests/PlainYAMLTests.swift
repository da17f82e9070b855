import Diagnostics
import Foundation
import Testing

@testable import Documents

/// The fast reader gives what the library gives, or nothing.
@Suite struct PlainYAMLTests {
  /// Everything that the fast reader takes.
  static let sample = """
    # A comment, and an empty line.

    id: cloudwalk   # with a comment
    names: {en: CloudWalk, zh-Hant: 雲從科技, "zh-Hans": '云从科技'}
    empty:
    also empty: # nothing but a comment
    none: ~
    list: [a, "b, c", [1, -2.5], {x: 1}, []]
    map: {}
    text: a#b - c, d] :e http://f "g"
    quoted: "a: b # c"   # d
    nested:
      deeper:
        - {metric: revenue, value: 雲 1.5B, note: "one, two"}
        - key: value
          other: [1]
        -   wide: 1
            also: 2
        - just text, with commas
        - "quoted"
      back: 1
    summary: >-
      Folded text: over
      several lines # no comment.

    raised:
        indented: FY2024
    folded:
      en: >-
        One line.
      # A comment further to the right.
      zh: 最後
    """

  @Test func readsTheSample() throws {
    let source = SourceText(Self.sample, file: "sample.yaml")
    let root = try #require(PlainYAML.root(of: source))
    #expect(try Self.outline(root) == Self.outline(YAMLDocument.rootByLibrary(of: source)))
  }

  @Test func readsAllModels() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Models").standardized.path
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") }
    #expect(!files.isEmpty)
    for file in files {
      let source = try SourceText(contentsOf: folder + "/" + file)
      let root = try #require(PlainYAML.root(of: source), "\(file)")
      #expect(try Self.outline(root) == Self.outline(YAMLDocument.rootByLibrary(of: source)))
    }
  }

  /// What means something to YAML, put into the sample at every place; and every character of the
  /// sample taken out.
  @Test(arguments: [
    "", " ", "\n", "  ", "\n\n", "\n ", ":", ": ", " #", "-", "- ", "\n- ", ",", "{", "}", "[", "]",
    "\"", "'", "''", "\\", "&a ", "*a", "!", "|", ">", ">-\n", "?", "? ", "%", "@", "`", "\t", "\r",
    "---", "\n---\n", "\n...\n", "a", "é", "雲", "\u{FEFF}",
  ])
  func neverDiffersFromTheLibrary(_ change: String) throws {
    let scalars = Array(Self.sample.unicodeScalars)
    for place in scalars.indices {
      var text = String.UnicodeScalarView(scalars[..<place])
      text += change.unicodeScalars
      text += scalars[(change.isEmpty ? place + 1 : place)...]
      let source = SourceText(String(text), file: "sample.yaml")
      guard (try? source.refuseControlCharacters()) != nil,
        let root = PlainYAML.root(of: source)
      else { continue }
      let expected = try? YAMLDocument.rootByLibrary(of: source)
      #expect(Self.outline(root) == Self.outline(expected), "\(String(text))")
    }
  }

  @Test(arguments: [
    "", "text", "a: 1\na: 2\n", "a: [1\n", "a:\n- 1\n", "- - 1\n", "a: {b, c: 1}\n", "a: {b: 1,}\n",
    "a: >\n  text\n", "a: \"b\\n\"\n", "a: 'it''s'\n", "a: &b 1\n", "...\n", ".a: 1\n", "\ta: 1\n",
    "a: 1\r\n", "a: text\n  goes on\n", "a: >-\n  one\n\n  two\n", "a: b: c\n",
    String(repeating: "[", count: 100_000),
  ])
  func leavesTheRestToTheLibrary(_ text: String) {
    #expect(PlainYAML.root(of: SourceText(text, file: "sample.yaml")) == nil)
  }

  /// A node with its places and styles as text.
  static func outline(_ node: YAMLNode?) -> String {
    guard let node else { return "nothing" }
    let content =
      switch node.content {
      case .scalar(let scalar): "\(scalar.style) \(scalar.text.debugDescription)"
      case .sequence(let nodes): "[" + nodes.map(outline).joined(separator: ", ") + "]"
      case .mapping(let entries):
        "{"
          + entries.map { "\($0.key.debugDescription) \($0.keyLocation): \(outline($0.value))" }
          .joined(separator: ", ") + "}"
      }
    return "\(node.location) \(content)"
  }
}
