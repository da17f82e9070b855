/// The pages of a report as HTML: one file that holds everything, or files of a folder that lead to
/// each other.
///
/// A file fetches nothing and runs its own script alone; without the script all of it can be read,
/// one page after the other.
package struct HTMLDocument: Sendable {
  /// Pages under a title in the list of contents.
  package struct Group: Hashable, Sendable {
    /// The title; nil for pages that need none.
    package var title: String?
    /// The pages' paths.
    package var pages: [String]

    package init(title: String?, pages: [String]) {
      self.title = title
      self.pages = pages
    }
  }

  /// What stands within the first lines of every file: by it a file is known as a report that a new one may
  /// take the place of.
  package static let mark = "<meta name=generator content=Breakeven>"

  private let pages: [Page]
  private let groups: [Group]
  private let words: HTMLWords
  private let language: Language
  private let places: HTMLPlaces
  private let style: String

  package init(
    _ pages: [Page], groups: [Group], layout: HTMLPlaces.Layout, words: HTMLWords,
    language: Language
  ) {
    self.pages = pages
    self.groups = groups
    self.words = words
    self.language = language
    places = HTMLPlaces(pages, layout: layout)
    drawings = DrawingStyles(pages.flatMap { $0.blocks.figures.map(\.drawing) })
    style = HTMLResources.style + drawings.rules
  }

  private let drawings: DrawingStyles

  /// The bytes that a part of a page takes, about.
  package func bytes(of part: Block, on page: Page) -> Int {
    HTMLBody(places: places, drawings: drawings, words: words).bytes(part, of: page)
  }

  /// A page's article.
  package func article(_ page: Page) -> String {
    HTMLBody(places: places, drawings: drawings, words: words).article(page)
  }

  /// A whole file around the articles of all pages, or around that of one page of a folder.
  package func file(_ articles: [String], of page: Page? = nil) -> String {
    let report = pages.first?.title ?? ""
    let title = page.map { $0.path == Page.index ? report : $0.title + " · " + report } ?? report
    let script = HTMLResources.script
    let policy = ContentSecurity.policy(style: style, script: script)
    return """
      <!DOCTYPE html>
      <html\(HTMLText.attribute("lang", language.tag))>
      <head>
      <meta charset=utf-8>
      \(Self.mark)
      <meta http-equiv=Content-Security-Policy\(HTMLText.attribute("content", policy))>
      <meta name=viewport content="width=device-width, initial-scale=1">
      <meta name=referrer content=no-referrer>
      <title>\(HTMLText.text(title))</title>
      <style>\(style)</style>
      <script>\(script)</script>
      </head>
      <body\(told)>
      <a class=skip href=#main>\(HTMLText.text(words.skip))</a>
      \(contents(from: page?.path ?? Page.index))
      <main id=main tabindex=-1>
      \(articles.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  /// What the script says and must know of the language, as attributes.
  private var told: String {
    let marks = language.numberStyle.steps.map {
      "\($0.mark) \(DecimalText.fixed($0.unit, digits: 0))"
    }
    return [
      ("search", words.search), ("found", words.found), ("all", words.allPages),
      ("menu", words.contents), ("sort", words.sort), ("filter", words.filter),
      ("shown", words.shown), ("units", marks.joined(separator: " ")),
    ].map { HTMLText.attribute("data-" + $0, plainLine($1)) }.joined()
  }

  /// The list of all pages.
  private func contents(from page: String) -> String {
    let byPath = Dictionary(pages.map { ($0.path, $0) }) { first, _ in first }
    var lines = ["<nav\(HTMLText.attribute("aria-label", plainLine(words.contents)))>"]
    for (index, group) in groups.enumerated() {
      let listed = group.pages.compactMap { byPath[$0] }
      guard !listed.isEmpty else { continue }
      var label = ""
      if let title = group.title {
        lines.append("<p id=contents-\(index)>\(HTMLText.text(title))")
        label = " aria-labelledby=contents-\(index)"
      }
      lines.append("<ul\(label)>")
      for listed in listed {
        let address = places.address(of: .page(listed.path, anchor: nil), from: page) ?? ""
        let isHere = places.layout == .folder && listed.path == page
        lines.append(
          "<li><a\(HTMLText.attribute("href", address))\(isHere ? " aria-current=page" : "")>"
            + "\(HTMLText.text(listed.title))</a>")
      }
      lines.append("</ul>")
    }
    return lines.joined(separator: "\n") + "\n</nav>"
  }
}
