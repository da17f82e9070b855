import Diagnostics
import Publishing
import Testing

struct TerminalRendererTests {
  private func render(_ blocks: [Block], width: Int = 30, usesColor: Bool = false) -> String {
    TerminalRenderer(width: width, usesColor: usesColor).render(
      Page(path: "note", title: "Note", blocks: blocks))
  }

  @Test func titlesStandOnWhatTheyAreOf() {
    let text = render([
      .heading(1, [.text("Odds")], key: nil), .paragraph([.text("One.")]),
      .heading(2, [.text("Why")], key: "why"), .paragraph([.text("Two.")]),
    ])
    #expect(text == "Odds\n════\nOne.\n\nWhy\nTwo.\n")
  }

  /// Five Chinese characters take ten cells, so six of them don't fit into eleven.
  @Test func wideCharactersCountTwoCells() {
    let text = render([.paragraph([.text("资金能撐多久呢")])], width: 20)
    #expect(text == "资金能撐多久呢\n")
    let long = render(
      [.paragraph([.text("資金跑道是指資金耗盡之前的月數")])], width: 20)
    #expect(long == "資金跑道是指資金耗盡\n之前的月數\n")
  }

  @Test func listsNestAndHang() {
    let inner = Block.list([ListItem([.text("inner words that wrap here")])], ordered: false)
    let text = render(
      [.list([ListItem([.text("outer")], [inner]), ListItem([.text("b")])], ordered: true)],
      width: 20)
    #expect(text == "1. outer\n   - inner words\n     that wrap here\n2. b\n")
  }

  @Test func tablesFitTheWidth() {
    let table = Table(
      columns: [.init("company"), .init("odds", .right), .init("why", place: .belowIfTight)],
      rows: [
        [[.text("A")], [.text("7 %")], [.text("it has no cash")]],
        [[.text("B"), .lineBreak, .code("b")], [.text("61 %")], [.text("–")]],
      ])
    #expect(
      render([.table(table)], width: 40) == """
        company  odds  why
        ─────────────────────────────
        A         7 %  it has no cash
        B        61 %  –
        b

        """)
    #expect(
      render([.table(table)], width: 20) == """
        company  odds
        ─────────────
        A         7 %
            why: it has no
            cash
        B        61 %
        b
            why: –

        """)
  }

  /// No block may print a line that is wider than the terminal.
  @Test(arguments: [20, 41, 80, 200])
  func noLineIsWiderThanTheTerminal(width: Int) {
    let long = "the money of 云从科技 runs out before cash_and_short_term_investments are found"
    let node = TreeNode(
      [.text(long)], details: [[.text(long)]],
      children: [TreeNode([.text(long)], children: [TreeNode([.text(long)])])])
    let blocks: [Block] = [
      .heading(2, [.text(long)], key: nil), .paragraph([.strong([.text(long)])]),
      .quote([.list([ListItem([.text(long)], [.paragraph([.text(long)])])], ordered: false)]),
      .details(summary: [.text(long)], [.paragraph([.text(long)])]), .tree(node),
      .table(
        Table(
          columns: [.init("a"), .init("b"), .init("c", place: .below)],
          rows: [[[.text(long)], [.text(long)], [.text(long)]]])),
    ]
    for line in render(blocks, width: width).split(separator: "\n") {
      #expect(line.displayWidth <= width, "\(line)")
    }
  }

  @Test func quotesAndCodeAreSetApart() {
    let text = render([
      .quote([.paragraph([.text("Mind this.")])]), .code("a = b\nc", language: nil),
    ])
    #expect(text == "│ Mind this.\n\n    a = b\n    c\n")
  }

  @Test func treesHaveBranches() {
    let root = TreeNode(
      [.text("score 44")], details: [[.code("a * b")]],
      children: [
        TreeNode([.text("a")], children: [TreeNode([.text("c")])]), TreeNode([.text("b")]),
      ])
    #expect(
      render([.tree(root)]) == """
        score 44
          a * b
        ├─ a
        │  └─ c
        └─ b

        """)
    #expect(
      MarkdownRenderer(AnchorIndex([])).render(Page(path: "n", title: "N", blocks: [.tree(root)]))
        == """
        - score 44\\
          `a * b`
          - a
            - c
          - b

        """)
  }

  /// Bold goes on over the end of a line, and each line ends what it began.
  @Test func boldWordsAreCodesWhereColoursAreUsed() {
    let block = Block.paragraph([.text("It is "), .strong([.text("very likely so")]), .text(".")])
    #expect(render([block], width: 20) == "It is very likely\nso.\n")
    #expect(
      render([block], width: 20, usesColor: true)
        == "It is \u{1B}[1mvery likely\u{1B}[0m\n\u{1B}[1mso\u{1B}[0m.\n")
  }

  @Test func namesWithSpacesAreQuotedInRunningText() {
    let command: [Inline] = [.text("More: "), .code("breakeven explain x")]
    #expect(render([.paragraph(command)], width: 40) == "More: `breakeven explain x`\n")
    #expect(render([.paragraph([.text("of "), .code("revenue")])]) == "of revenue\n")
  }

  /// Nothing from a file can drive the terminal.
  @Test func controlCharactersNeverReachTheTerminal() {
    let hostile = "a\u{1B}[31mb\u{1}c\u{202E}d\te"
    let blocks: [Block] = [
      .heading(1, [.text(hostile)], key: nil), .paragraph([.text(hostile), .code(hostile)]),
      .code(hostile, language: nil), .tree(TreeNode([.text(hostile)])),
      .table(Table(columns: [.init(hostile)], rows: [[[.text(hostile)]]])),
    ]
    let text = render(blocks, width: 80)
    let controls = text.unicodeScalars.filter {
      ($0.properties.generalCategory == .control && $0 != "\n") || $0 == "\u{202E}"
    }
    #expect(controls.isEmpty)
  }

  @Test func addressesStandBehindTheirText() {
    let link = Inline.link([.text("register")], to: .web("https://example.org/a"))
    #expect(render([.paragraph([link])], width: 60) == "register (https://example.org/a)\n")
    let page = Inline.link([.text("method")], to: .page("method", anchor: nil))
    #expect(render([.paragraph([page])]) == "method\n")
  }
}
