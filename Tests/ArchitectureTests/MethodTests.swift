import Foundation
import Testing

/// The method stands in docs/method, numbered: what the code cites is there, nothing else is cited,
/// and each verification case names tests that exist.
@Suite struct MethodTests {
  @Test func everyCitationLeadsToAHeading() throws {
    let method = try Method()
    for file in try texts(below: Method.citingFolders) {
      for citation in Method.citations(in: try String(contentsOf: file, encoding: .utf8))
      where !method.holds(citation.section) {
        Issue.record(
          """
          \(path(of: file)):\(citation.line): Method \(citation.section) is cited, but no heading \
          or case of docs/method has that number
          """)
      }
    }
  }

  /// Two papers from before the repository had a method of its own: nobody can look them up.
  ///
  /// Their names are put together here, so that this file isn't a finding.
  @Test func nothingCitesPapersFromOutside() throws {
    let names = ["METHOD" + "OLOGY", "DESI" + "GN"]
    for file in try texts(below: Method.citingFolders)
    where !path(of: file).hasPrefix("docs/decisions/") {
      let lines = try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() {
        let words = line.split { !$0.isLetter && $0 != "_" }
        for name in names where words.contains(Substring(name)) {
          Issue.record("\(path(of: file)):\(number + 1): \(name) isn't in the repository")
        }
      }
    }
  }

  @Test func sectionsAreNumberedOnce() throws {
    let method = try Method()
    #expect(method.sections.count == Set(method.sections).count, "\(method.sections)")
    #expect(method.cases.count == Set(method.cases).count, "\(method.cases)")
  }

  @Test func everyTestOfACaseExists() throws {
    let tests = try Dictionary(
      grouping: texts(below: ["Tests"]), by: { $0.deletingPathExtension().lastPathComponent })
    for named in try Method().tests {
      let files = tests[named.file] ?? []
      let isThere = try files.contains { file in
        let text = try String(contentsOf: file, encoding: .utf8)
        return text.contains("func \(named.function)(")
          || text.contains("func `\(named.function)`(")
      }
      #expect(isThere, "docs/method/verification.md names \(named.file)/\(named.function)")
    }
  }

  @Test func everyLinkOfTheMethodLeadsToAFile() throws {
    let pages = try texts(below: ["docs/method"]) + [root.appending(path: "docs/method.md")]
    for page in pages {
      let text = try String(contentsOf: page, encoding: .utf8)
      for match in text.matches(of: /\]\(([^)#:]+)(#[^)]*)?\)/) {
        let target = page.deletingLastPathComponent().appending(path: String(match.1))
        #expect(
          FileManager.default.fileExists(atPath: target.path),
          "\(path(of: page)) links to \(match.1)")
      }
    }
  }

  @Test(arguments: [
    ("/// W (Method 2.2).", [1], ["2.2"]),
    ("a\n// Method 1.7 and 5.6; Method C29: by hand", [2, 2, 2], ["1.7", "5.6", "C29"]),
    ("/// are Method 3.2, 3.4 and 3.5's", [1, 1, 1], ["3.2", "3.4", "3.5"]),
    ("/// of a class (Method\n  /// 4.5).", [1], ["4.5"]),
    ("/// The method 2 of Methods 3", [], []),
  ])
  func citationsAreRead(text: String, lines: [Int], sections: [String]) {
    let citations = Method.citations(in: text)
    #expect(citations.map(\.line) == lines)
    #expect(citations.map(\.section) == sections)
  }
}

/// What docs/method holds.
private struct Method {
  /// A reference such as `Method 2.3` or `Method C29`.
  struct Citation {
    var section: String
    var line: Int
  }

  static let citingFolders = [
    "Sources", "Tests", "Models", "Benchmarks", "Examples", "docs",
  ]

  /// The numbers of all headings.
  var sections: [String] = []
  /// The ids of the verification cases.
  var cases: [String] = []
  /// The tests that the cases name.
  var tests: [(file: String, function: String)] = []

  init() throws {
    for page in try texts(below: ["docs/method"]) {
      let text = try String(contentsOf: page, encoding: .utf8)
      sections += text.matches(of: #/(?m)^#{1,3} (\d+(?:\.\d+)*)\.? /#).map { String($0.1) }
      guard page.lastPathComponent == "verification.md" else { continue }
      cases = text.matches(of: #/(?m)^\| (C\d+[a-z]?) \|/#).map { String($0.1) }
      tests = text.matches(of: /`(\w+Tests)\/([^`]+)`/).map { (String($0.1), String($0.2)) }
    }
  }

  func holds(_ section: String) -> Bool { sections.contains(section) || cases.contains(section) }

  /// References in a text; a list after one `Method` counts in full, also over the end of a
  /// comment's line.
  static func citations(in text: String) -> [Citation] {
    let start = /\bMethod(?: |\s*\n\s*(?:\/\/\/?|#)\s*)(?=C?\d)/
    let item = /C?\d+(?:\.\d+)*[a-z]?/
    let separator = /(?:, | and |, and )(?=C?\d)/
    var citations: [Citation] = []
    for match in text.matches(of: start) {
      let line = text[..<match.range.lowerBound].count { $0 == "\n" } + 1
      var rest = text[match.range.upperBound...]
      while let found = rest.prefixMatch(of: item) {
        citations.append(Citation(section: String(found.0), line: line))
        rest = rest[found.range.upperBound...]
        guard let next = rest.prefixMatch(of: separator) else { break }
        rest = rest[next.range.upperBound...]
      }
    }
    return citations
  }
}

/// Files of text below folders of the package, without what a build made.
private func texts(below folders: [String]) throws -> [URL] {
  let kinds = ["swift", "md", "yaml", "py", "c", "h", "inc"]
  return try folders.flatMap { folder in
    let walker = try #require(
      FileManager.default.enumerator(
        at: root.appending(path: folder), includingPropertiesForKeys: nil,
        options: .skipsHiddenFiles))
    return walker.compactMap { $0 as? URL }.filter { kinds.contains($0.pathExtension) }
  }
}

private func path(of file: URL) -> String {
  String(file.path.dropFirst(root.path.count + 1))
}
