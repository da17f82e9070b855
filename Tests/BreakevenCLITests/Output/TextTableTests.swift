import Diagnostics
import Publishing
import Testing

@testable import BreakevenCLI

struct TextTableTests {
  let table = TextTable(
    [
      TextTable.Column("name", "name"),
      TextTable.Column("shown", "value", alignsRight: true, for: .people), .data("value"),
      TextTable.Column("because", "because"),
    ],
    rows: [
      [
        "云从科技", .number(1.5e6, shown: "1.5M"), .number(1.5e6, shown: ""),
        "a | b, \"quoted\"\nnext",
      ],
      ["x", .empty, .empty, "=HYPERLINK(\"http://x\")"],
    ])

  @Test func printsInATerminal() {
    #expect(
      table.rendered() == """
        name      value  because
        ───────────────────────────────────────
        云从科技   1.5M  a | b, "quoted" next
        x                =HYPERLINK("http://x")

        """)
  }

  @Test func narrowsTheWidestTextAndWrapsIt() {
    #expect(
      table.rendered(width: 36) == """
        name      value  because
        ────────────────────────────────────
        云从科技   1.5M  a | b, "quoted"
                         next
        x                =HYPERLINK("http://
                         x")

        """)
  }

  /// Spaces give way before joints, joints before the insides of words.
  @Test func idsAreKeptWhole() {
    let table = TextTable(
      [
        TextTable.Column("company", "company"),
        TextTable.Column("number", "", alignsRight: true), TextTable.Column("leads", "leads if"),
      ],
      rows: [
        ["essilorluxottica", "17 (11–23)", "weights are as usual"],
        ["hisense-home-appliances", "3", "never"],
      ])
    #expect(
      table.rendered(width: 42) == """
        company                       leads if
        ──────────────────────────────────────────
        essilorluxottica  17 (11–23)  weights are
                                      as usual
        hisense-home-              3  never
        appliances

        """)
  }

  @Test func textMayStandBelow() {
    func table(_ place: Table.Place) -> TextTable {
      TextTable(
        [TextTable.Column("id", "id"), TextTable.Column("why", "because", place)],
        rows: [["a", "of a long reason"], ["b", .empty]])
    }
    let below = """
      id
      ──
      a
          because: of a
          long reason
      b

      """
    #expect(table(.below).rendered(width: 18) == below)
    #expect(table(.belowIfTight).rendered(width: 18) == below)
    #expect(table(.belowIfTight).rendered(width: 20) == table(.inRow).rendered(width: 20))
    #expect(table(.inRow).rendered(width: 20).contains("a   of a long reason"))
  }

  /// RFC 4180: fields with commas, quotes or line breaks are quoted, quotes doubled, lines end
  /// in CRLF.
  @Test func printsAsCSV() throws {
    #expect(
      try table.text(as: .csv)
        == "name,value,because\r\n云从科技,1500000,\"a | b, \"\"quoted\"\"\nnext\"\r\n"
        + "x,,\"'=HYPERLINK(\"\"http://x\"\")\"\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+x", "'+x"), ("@SUM(A1)", "'@SUM(A1)"), ("-x", "'-x"), ("\tx", "'\tx"),
    ("-5", "-5"), ("+3.5e2", "+3.5e2"), ("-5 CNY", "'-5 CNY"), ("＝1", "'＝1"), ("a=b", "a=b"),
    ("", ""), (" x", "\" x\""), ("\r=1", "\"'\r=1\""), ("a\u{1B}b", "a\u{FFFD}b"),
    ("\"\u{301}", "\"\"\"\u{301}\""),
  ])
  func csvFieldsAreHarmless(_ text: String, _ field: String) {
    #expect(Array(TextTable.csvField(text).unicodeScalars) == Array(field.unicodeScalars))
  }

  @Test func printsAsMarkdown() throws {
    #expect(
      try table.text(as: .markdown) == #"""
        | name | value | because |
        | --- | ---: | --- |
        | 云从科技 | 1.5M | a \| b, "quoted" next |
        | x |  | =HYPERLINK\("http://x"\) |

        """#)
  }

  @Test(arguments: [
    ("<script>", "&lt;script&gt;"), ("[a](b)", #"\[a\]\(b\)"#), ("`x`", #"\`x\`"#),
    ("a\\|b", #"a\\\|b"#), ("**x**", #"\*\*x\*\*"#), ("&amp;", "&amp;amp;"), ("a\nb", "a b"),
    ("# h", "\\# h"), ("|\u{301}", "\\|\u{301}"),
  ])
  func markdownIsEscaped(_ text: String, _ escaped: String) {
    #expect(Array(TextTable.markdownText(text).unicodeScalars) == Array(escaped.unicodeScalars))
  }

  @Test func printsAsJSON() throws {
    #expect(
      try table.text(as: .json) == #"""
        [
          {
            "because" : "a | b, \"quoted\"\nnext",
            "name" : "云从科技",
            "value" : 1500000
          },
          {
            "because" : "=HYPERLINK(\"http://x\")",
            "name" : "x",
            "value" : null
          }
        ]

        """#)
  }

  /// Tables of random shape and text, wide characters among it, never pass 80 cells.
  @Test func noLineIsEverTooWide() {
    var random = SplitMix(state: 20_260_630)
    let words = [
      "a", "runway", "cash_and_short_term_investments", "云从科技", "盈亏平衡之路,", "-", "é́",
      "https://example.org/a/very/long/path/to/a/filing.pdf", "123,456", "👩‍🔬", "\t", "(", "",
    ]
    for _ in 0..<80 {
      let count = 1 + Int(random.next() % 12)
      let columns = (0..<count).map { index in
        TextTable.Column(
          "k\(index)", words[Int(random.next() % UInt64(words.count))],
          alignsRight: random.next() % 3 == 0)
      }
      let rows = (0..<3).map { _ in
        (0..<count).map { _ in
          TextTable.Cell.text(
            (0..<(random.next() % 9)).map { _ in words[Int(random.next() % UInt64(words.count))] }
              .joined(separator: random.next() % 2 == 0 ? " " : ""))
        }
      }
      let text = TextTable(columns, rows: rows).rendered()
      for line in text.split(separator: "\n") where line.displayWidth > 80 {
        Issue.record("\(line.displayWidth) cells: \(line)")
      }
    }
  }
}

/// Steele, Lea and Flood 2014: a generator whose runs can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
