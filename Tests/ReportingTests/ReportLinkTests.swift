import Publishing
import Reporting
import RunRecord
import Testing
import TinyStudy

/// Walks all pages of the sample: whatever is linked or shown must be there.
struct ReportLinkTests {
  @Test(arguments: LanguageCatalogue.shipped.languages)
  func linksAndAnchorsResolve(language: Language) throws {
    let files = ReportWriter.pages(
      for: TinyStudy.run, language: language, since: EarlierRun.run)
    let paths = Set(files.map(\.path))
    var anchors: [String: Set<String>] = [:]
    for file in files where file.path.hasSuffix(".md") { anchors[file.path] = slugs(file.content) }
    var count = 0
    for file in files where file.path.hasSuffix(".md") {
      for target in targets(file.content) where !target.hasPrefix("http") {
        count += 1
        let parts = target.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        let path = parts[0].isEmpty ? file.path : resolved(parts[0], from: file.path)
        #expect(paths.contains(path), "\(file.path) → \(target)")
        guard parts.count > 1 else { continue }
        #expect(anchors[path]?.contains(parts[1]) == true, "\(file.path) → \(target)")
      }
    }
    #expect(count > 100)
  }

  /// Each source that a company page cites is a link into the list at its end.
  @Test func citationsAreLinks() throws {
    let files = ReportWriter.pages(for: TinyStudy.run)
    let page = try #require(files.first { $0.path == "companies/cloud-pipe.md" })
    for id in ["pipe-ar-2024", "sector-article", "mem-chat", "hospital-register"] {
      #expect(page.content.contains("[\(id)](#\(id))"))
      #expect(page.content.contains("\n### \(id)\n"))
    }
  }

  @Test func everyChartIsShownOnAPage() {
    let files = ReportWriter.pages(for: TinyStudy.run)
    let shown = Set(
      files.filter { $0.path.hasSuffix(".md") }.flatMap { file in
        targets(file.content).map { resolved($0, from: file.path) }
      })
    for chart in files where chart.path.hasPrefix("charts/") { #expect(shown.contains(chart.path)) }
  }

  /// The targets of `[text](target)` and `![text](target)`, outside code.
  private func targets(_ markdown: String) -> [String] {
    var result: [String] = []
    var rest = Substring(markdown)
    while let mark = rest.firstRange(of: "](") {
      let isEscaped = rest[..<mark.lowerBound].last == "\\"
      rest = rest[mark.upperBound...]
      guard !isEscaped, let end = rest.firstIndex(of: ")") else { continue }
      result.append(String(rest[..<end]))
    }
    return result
  }

  /// Anchors by an implementation of GitHub's rule that shares nothing with the product's: lower
  /// case, drop all but letters, marks, digits, blanks, `-` and `_`, blanks to `-`, count repeats.
  private func slugs(_ markdown: String) -> Set<String> {
    var result: Set<String> = []
    var seen: [String: Int] = [:]
    for line in markdown.split(separator: "\n") where line.hasPrefix("#") {
      let text = line.drop { $0 == "#" }.dropFirst().replacing("\\", with: "")
      let kept = text.lowercased().filter {
        $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_"
      }
      let base = String(kept.map { $0 == " " ? "-" : $0 })
      let number = seen[base, default: 0]
      seen[base] = number + 1
      result.insert(number == 0 ? base : "\(base)-\(number)")
    }
    return result
  }

  private func resolved(_ target: String, from page: String) -> String {
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in target.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}
