import Publishing
import Testing

struct MarkdownRendererTests {
  private func render(_ blocks: [Block]) -> String {
    let page = Page(path: "companies/a", title: "A", blocks: blocks)
    let other = Page(
      path: "paths/b", title: "B", blocks: [.heading(2, [.text("What's up?")], key: "k")])
    return MarkdownRenderer(AnchorIndex([page, other])).render(page)
  }

  @Test func escapesCellsAndFillsShortRows() {
    let table = Table(
      columns: [.init("A|B"), .init("n", .right), .init("c", .center)],
      rows: [[[.text("x|y"), .lineBreak, .code("p|q")], [.text("-1")]]])
    #expect(
      render([.table(table)]) == """
        | A\\|B | n | c |
        | --- | ---: | :---: |
        | x\\|y<br>`p\\|q` | -1 |  |

        """)
  }

  @Test func nestsLists() {
    let inner = Block.list([ListItem([.text("- inner")])], ordered: false)
    #expect(
      render([
        .list([ListItem([.text("1. outer")], [inner]), ListItem([.text("b")])], ordered: true)
      ])
        == """
        1. 1\\. outer
           - \\- inner
        2. b

        """)
  }

  /// Links lead from the page's own folder, to headings by GitHub's rule; a link without a target
  /// is its text.
  @Test func resolvesLinks() {
    let text: [Inline] = [
      .link([.text("there")], to: .page("paths/b", anchor: "k")), .text(" "),
      .link([.text("gone")], to: .page("paths/none", anchor: nil)), .text(" "),
      .link([.text("web")], to: .web("https://x.example/a b")), .text(" "),
      .link([.text("bad")], to: .web("javascript:alert(1)")),
    ]
    #expect(render([.paragraph(text)]) == "[there](../paths/b.md#whats-up) gone web bad\n")
  }

  /// CommonMark 6.2: stars between a punctuation mark inside and a letter outside don't close.
  @Test func emphasisHoldsInChinese() {
    let text: [Inline] = [
      .strong([.text("雲從（CW）")]), .text("是"), .strong([.text("x")]), .text("!"),
    ]
    #expect(render([.paragraph(text)]) == "<strong>雲從（CW）</strong>是**x**\\!\n")
  }

  /// The same where the text inside ends with a link, whose last sign is a bracket.
  @Test func emphasisHoldsAroundLinks() {
    let text: [Inline] = [.strong([.text("see https://a.example/x")]), .text("y")]
    #expect(render([.paragraph(text)]) == "<strong>see <https://a.example/x></strong>y\n")
  }

  @Test func fencesAreLongerThanWhatTheyHold() {
    #expect(
      render([.code("```\ninside", language: nil)]) == "````\n```\ninside\n````\n")
  }

  @Test func summariesAreEscaped() {
    #expect(
      render([.details(summary: [.text("a <b> & c")], [.paragraph([.text("x")])])])
        == "<details>\n<summary>a &lt;b&gt; &amp; c</summary>\n\nx\n\n</details>\n")
  }
}
