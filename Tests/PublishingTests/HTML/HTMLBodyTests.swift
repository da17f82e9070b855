import Testing

@testable import Publishing

struct HTMLBodyTests {
  private func render(_ blocks: [Block]) -> String {
    let page = Page(path: "companies/a", title: "A", blocks: blocks)
    let other = Page(
      path: "paths/b", title: "B",
      blocks: [
        .heading(2, [.text("What's up?")], key: "k"), .heading(3, [.text("Deep")], key: "d"),
      ])
    let words = HTMLWords(
      contents: "", skip: "", search: "", found: "", allPages: "", sort: "", filter: "", shown: "",
      rows: "{count} rows")
    let article = HTMLBody(
      places: HTMLPlaces([page, other], layout: .oneFile), drawings: DrawingStyles([]), words: words
    ).article(page)
    return article.replacing("<article id=companies/a>\n", with: "")
      .replacing("\n</article>", with: "")
  }

  /// End tags that may be left out (HTML, 13.1.2.4) are; a short row is filled; the first column names
  /// the rows.
  @Test func tablesAreShort() {
    let table = Table(
      columns: [.init("A<B"), .init("n", .right), .init("c", .center)],
      rows: [[[.text("x&y"), .lineBreak, .code("p")], [.text("−1 %")]]])
    #expect(
      render([.table(table)]) == """
        <div class=t><table id=companies/a.1 class="r2 c3"><thead><tr><th scope=col>A&lt;B\
        <th scope=col>n<th scope=col>c<tbody>
        <tr><th>x&amp;y<br><code>p</code><td>−1\u{A0}%<td></table></div>
        """)
  }

  /// A long table is folded, but not inside something that is folded already.
  @Test func longTablesAreFolded() {
    let rows = (0..<8).map { row -> [[Inline]] in
      [[.text("\(row)")], [.text(String(repeating: "x", count: 400))]]
    }
    let table = Block.table(Table(columns: [.init("A"), .init("B")], rows: rows))
    #expect(render([table]).hasPrefix("<details><summary>8 rows</summary>\n<div class=t>"))
    let inside = render([.details(summary: [.text("S")], [table])])
    #expect(inside.split(separator: "<details>").count == 1)
  }

  /// Headings have ids that begin with their page's; lower ones are numbered, since thousands of links
  /// may lead to them; a link without a target is its text.
  @Test func linksLeadInsideTheFile() {
    let text: [Inline] = [
      .link([.text("there")], to: .page("paths/b", anchor: "k")), .text(" "),
      .link([.text("deep")], to: .page("paths/b", anchor: "d")), .text(" "),
      .link([.text("page")], to: .page("paths/b", anchor: nil)), .text(" "),
      .link([.text("first")], to: .page("paths/none", anchor: nil)), .text(" "),
      .link([.text("bad")], to: .web("javascript:alert(1)")),
      .text(" see https://a.example/x?y=1 now"),
    ]
    #expect(
      render([.heading(2, [.text("Here")], key: nil), .paragraph(text)]) == """
        <h1 id=companies/a:here>Here</h1>
        <p><a href=#paths/b:whats-up>there</a> <a href=#paths/b:1>deep</a> <a href=#paths/b>page</a> \
        first bad see <a class=w href="https://a.example/x?y=1">a.example/…</a> now
        """)
  }
}
