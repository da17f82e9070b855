import Foundation
import Testing

/// Guides, done as a reader would: their files written, their commands run.
///
/// Blocks marked `yaml` and a file are that file's content; of a model, the sections that they hold
/// are replaced. In blocks marked `console`, lines that begin with `$` are run, and what follows them
/// must be what they print, where `…` stands for any lines.
struct GuideTests {
  private struct Block {
    var kind: Substring
    var file: String
    var lines: [Substring]
    var place: Int
  }

  private static func blocks(of text: String) -> [Block] {
    var blocks: [Block] = []
    var current: Block?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line == "```", let block = current {
        blocks.append(block)
        current = nil
      } else if current != nil {
        current?.lines.append(line)
      } else if line.hasPrefix("```") {
        let words = line.dropFirst(3).split(separator: " ")
        current = Block(
          kind: words.first ?? "", file: words.dropFirst().joined(separator: " "), lines: [],
          place: index + 1)
      }
    }
    return blocks
  }

  @Test func theGuideRunsAsWritten() throws {
    let (shell, commands) = try follow("docs/adding-a-vertical.md")
    #expect(commands > 12)
    // What the guide says of the report.
    #expect(shell.read("MyReport/README.md")?.contains("(paths/coding-assistant.md)") == true)
    #expect(
      shell.read("MyReport/paths/coding-assistant.md")?.contains("# Coding assistant") == true)
  }

  @Test(arguments: [
    ("docs/whatif.md", 4), ("docs/changes.md", 7), ("docs/ahead.md", 9), ("docs/layout.md", 6),
  ])
  func guidesRunAsWritten(page: String, least: Int) throws {
    #expect(try follow(page).commands >= least)
  }

  /// Does what a guide says, in a folder of its own.
  private func follow(_ page: String) throws -> (shell: Shell, commands: Int) {
    let guide = try String(contentsOf: Program.root.appending(path: page), encoding: .utf8)
    let shell = try Shell()
    var commands = 0
    for block in Self.blocks(of: guide) {
      switch block.kind {
      case "yaml" where !block.file.isEmpty:
        let text = block.lines.map { $0 + "\n" }.joined()
        let before = block.file.contains("/paths/") ? shell.read(block.file) : nil
        try shell.write(block.file, before.map { replacing(sectionsOf: $0, by: text) } ?? text)
      case "console":
        for (command, expected) in Self.commands(of: block) {
          let output = try shell(command).output
          commands += 1
          #expect(
            Self.matches(Self.lines(of: output), expected[...]),
            "line \(block.place): \(command) prints\n\(output)")
        }
      default: continue
      }
    }
    return (shell, commands)
  }

  /// docs/deciding.md, on the small study of the tests.
  @Test func theGuideToDecisionsRunsAsWritten() throws {
    let guide = try String(
      contentsOf: Program.root.appending(path: "docs/deciding.md"), encoding: .utf8)
    let shell = try Shell()
    let study = "Tests/TinyStudy/Models"
    try FileManager.default.createDirectory(
      at: shell.folder.appending(path: "Tests/TinyStudy"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Program.root.appending(path: study), to: shell.folder.appending(path: study))
    var commands = 0
    for block in Self.blocks(of: guide) where block.kind == "console" {
      for (command, expected) in Self.commands(of: block) {
        let output = try shell(command).output
        commands += 1
        #expect(
          Self.matches(Self.lines(of: output), expected[...]),
          "line \(block.place): \(command) prints\n\(output)")
      }
    }
    #expect(commands == 4)
  }

  private static func commands(of block: Block) -> [(command: String, output: [Substring])] {
    var commands: [(command: String, output: [Substring])] = []
    for line in block.lines {
      if line.hasPrefix("$ ") {
        commands.append((String(line.dropFirst(2)), []))
      } else {
        commands[commands.count - 1].output.append(line)
      }
    }
    return commands
  }

  private static func lines(of text: String) -> ArraySlice<Substring> {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.last == "" ? lines.dropLast() : lines[...]
  }

  /// Whether lines are as expected, `…` standing for any number of them.
  private static func matches(
    _ lines: ArraySlice<Substring>, _ expected: ArraySlice<Substring>
  ) -> Bool {
    guard let first = expected.first else { return lines.isEmpty }
    guard first == "…" else {
      return (lines.first.map { isLike($0, first) } ?? false)
        && matches(lines.dropFirst(), expected.dropFirst())
    }
    return lines.indices.contains { matches(lines[$0...], expected.dropFirst()) }
      || expected.count == 1
  }

  /// Whether a line is as expected, `…` within it standing for any text.
  private static func isLike(_ line: Substring, _ expected: Substring) -> Bool {
    let parts = expected.split(separator: "…", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return line == expected }
    return line.hasPrefix(parts[0]) && line.dropFirst(parts[0].count).hasSuffix(parts[1])
  }

  @Test func anEllipsisStandsForAnyText() {
    for expected: Substring in ["abc", "a…", "a…c", "…c"] {
      #expect(Self.isLike("abc", expected))
    }
    for expected: Substring in ["ab", "b…", "a…b", "ab…bc"] {
      #expect(!Self.isLike("abc", expected))
    }
  }

  @Test func anEllipsisStandsForAnyLines() {
    let lines: [Substring] = ["a", "b", "c"]
    for expected: [Substring] in [
      ["a", "b", "c"], ["…"], ["a", "…"], ["…", "c"], ["a", "…", "c"],
    ] {
      #expect(Self.matches(lines[...], expected[...]))
    }
    for expected: [Substring] in [["a", "b"], ["…", "b"], ["b", "…"], []] {
      #expect(!Self.matches(lines[...], expected[...]))
    }
  }

  /// A model with the sections of another text in place of its own of the same name.
  private func replacing(sectionsOf model: String, by text: String) -> String {
    var sections = Self.sections(of: model)
    for new in Self.sections(of: text) {
      if let place = sections.firstIndex(where: { $0.name == new.name }) {
        sections[place] = new
      } else {
        sections.append(new)
      }
    }
    return sections.map(\.text).joined()
  }

  private static func sections(of text: String) -> [(name: Substring, text: String)] {
    var sections: [(name: Substring, text: String)] = []
    for line in Self.lines(of: text) {
      let key = line.prefix { ("a"..."z").contains($0) || $0 == "_" }
      if !key.isEmpty || sections.isEmpty { sections.append((key, "")) }
      sections[sections.count - 1].text += line + "\n"
    }
    return sections
  }
}
