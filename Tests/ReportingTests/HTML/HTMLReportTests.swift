import Publishing
import Reporting
import RunRecord
import Testing
import TinyStudy

/// The files that browsers show: read by a parser that shares nothing with their writer.
struct HTMLReportTests {
  private static let formats: [ReportFormat] = [.html, .htmlFolder]

  /// A name that would run, style, load or end something if it were taken for anything but a name.
  private static let hostile = """
    </title></svg></style></script><script>alert(1)</script><img src=x onerror=alert(1)> \
    "onmouseover="alert(1) '><!-- --> &lt; <b>| [x](javascript:y) ` {count}
    """

  private func hostileRun() -> RunRecord {
    var record = TinyStudy.run
    for index in record.companies.indices {
      record.companies[index].names = LocalizedText(["en": "\(index) " + Self.hostile])
      record.companies[index].kind = Self.hostile
    }
    record.companies[0].id = "x\" onclick=\"alert(1)"
    record.paths[0].title = LocalizedText(["en": Self.hostile])
    for index in record.sources.indices {
      record.sources[index].title = Self.hostile
      record.sources[index].reference = "javascript:alert(1) https://a.example/\"><script>"
    }
    return record
  }

  @Test(arguments: LanguageCatalogue.shipped.languages, formats)
  func filesAreWellFormed(language: Language, format: ReportFormat) {
    for file in ReportWriter.pages(for: TinyStudy.run, language: language, format: format) {
      let html = ParsedHTML(file.content)
      #expect(html.mistakes == [], "\(file.path)")
      #expect(html.all("html").first?.attributes["lang"] == language.tag)
      let ids = html.elements.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count, "\(file.path)")
      #expect(html.all("main").count == 1 && html.all("nav").count == 1)
    }
  }

  @Test func oneFileHoldsAllPages() throws {
    let files = ReportWriter.pages(for: TinyStudy.run, format: .html)
    #expect(files.map(\.path) == ["index.html"])
    let html = ParsedHTML(try #require(files.first).content)
    let pages = html.all("article")
    let tree = ReportWriter.tree(of: TinyStudy.run, language: .english)
    #expect(pages.count >= tree.count)
    #expect(pages.first?.attributes["id"] == "answer")
    // In the order of the list of contents is each page once.
    let listed = html.all("a").filter { $0.parents.contains("nav") }.map { $0.attributes["href"] }
    #expect(Set(listed) == Set(pages.map { "#" + ($0.attributes["id"] ?? "") }))
    #expect(listed.count == pages.count)
    for page in tree {
      let shown = pages.first { $0.attributes["id"] == page.path || page.path == Page.index }
      #expect(shown?.text.contains(page.title) == true, "\(page.path)")
    }
  }

  @Test(arguments: LanguageCatalogue.shipped.languages)
  func linksInOneFileResolve(language: Language) throws {
    let files = ReportWriter.pages(for: TinyStudy.run, language: language, format: .html)
    let html = ParsedHTML(try #require(files.first).content)
    let ids = Set(html.elements.compactMap { $0.attributes["id"] })
    let links = html.all("a").compactMap { $0.attributes["href"] }
    #expect(links.count > 100)
    for link in links where !link.hasPrefix("https://") && !link.hasPrefix("http://") {
      #expect(link.hasPrefix("#") && ids.contains(String(link.dropFirst())), "\(link)")
    }
  }

  @Test func linksInAFolderResolve() {
    let files = ReportWriter.pages(for: TinyStudy.run, format: .htmlFolder)
    let parsed = Dictionary(uniqueKeysWithValues: files.map { ($0.path, ParsedHTML($0.content)) })
    for (path, html) in parsed {
      for link in html.all("a").compactMap({ $0.attributes["href"] }) where !link.hasPrefix("http")
      {
        let parts = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        let target = parts[0].isEmpty ? path : Self.resolved(parts[0], from: path)
        #expect(parsed[target] != nil, "\(path) → \(link)")
        guard parts.count > 1 else { continue }
        let ids = parsed[target]?.elements.compactMap { $0.attributes["id"] } ?? []
        #expect(ids.contains(parts[1]), "\(path) → \(link)")
      }
    }
  }

  private static func resolved(_ target: String, from page: String) -> String {
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in target.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  /// Content Security Policy Level 3: without `unsafe-inline` only what has its hash in the policy
  /// counts, and attributes that style or run something never do.
  @Test(arguments: formats)
  func nothingRunsOrLoadsButOneScript(format: ReportFormat) throws {
    for file in ReportWriter.pages(for: hostileRun(), format: format) {
      let html = ParsedHTML(file.content)
      #expect(html.mistakes == [], "\(file.path)")
      #expect(html.all("script").count == 1 && html.all("style").count == 1)
      let loading: Set<String> = [
        "img", "link", "iframe", "object", "embed", "base", "form", "video", "audio", "use",
        "image",
        "foreignobject", "a:href",
      ]
      for element in html.elements {
        #expect(!loading.contains(element.name), "\(file.path): <\(element.name)>")
        for (name, value) in element.attributes {
          #expect(!name.hasPrefix("on") && name != "style" && name != "src", "\(name)=\(value)")
          let isLink = name == "href"
          let isSafe =
            ["#", "https://", "http://"].contains { value.hasPrefix($0) }
            || value.hasSuffix(".html") || value.contains(".html#")
          #expect(!isLink || isSafe, "\(value)")
        }
      }
      let policy = html.all("meta").first { $0.attributes["http-equiv"] != nil }
      let content = try #require(policy?.attributes["content"])
      #expect(content.hasPrefix("default-src 'none'; ") && !content.contains("unsafe"))
    }
  }

  /// What looks like markup in a name is read back as that name, letter for letter.
  @Test func hostileNamesAreText() throws {
    let files = ReportWriter.pages(for: hostileRun(), format: .html)
    let html = ParsedHTML(try #require(files.first).content)
    let titles = html.all("h1").map(\.text)
    #expect(titles.contains { $0 == "1 " + Self.hostile })
  }

  @Test(arguments: formats)
  func theSameRunGivesTheSameBytes(format: ReportFormat) {
    let first = ReportWriter.pages(for: TinyStudy.run, format: format, threads: 1)
    #expect(first == ReportWriter.pages(for: TinyStudy.run, format: format, threads: 4))
  }

  /// Each table has headers, and what is read out with a cell: its column's title.
  @Test func tablesAndChartsSpeak() throws {
    let files = ReportWriter.pages(for: TinyStudy.run, format: .html)
    let html = ParsedHTML(try #require(files.first).content)
    for header in html.all("th") where header.parents.contains("thead") {
      #expect(header.attributes["scope"] == "col")
    }
    let drawings = html.all("svg")
    #expect(!drawings.isEmpty && drawings.allSatisfy { $0.attributes["role"] == "img" })
    let named = html.all("title").filter { $0.parents.last == "svg" && !$0.text.isEmpty }
    #expect(named.count == drawings.count)
  }

  /// Headings go down one level at a time, so that they are an outline.
  @Test func headingsAreAnOutline() throws {
    let files = ReportWriter.pages(for: TinyStudy.run, format: .html)
    let html = ParsedHTML(try #require(files.first).content)
    var last = 0
    for element in html.elements {
      guard element.name.count == 2, element.name.first == "h",
        let level = Int(element.name.dropFirst())
      else { continue }
      #expect(level == 1 || level <= last + 1, "\(element.text)")
      last = level
    }
  }
}
