import Diagnostics
import Publishing
import Testing

struct TerminalTableTests {
  private func render(
    _ columns: [TerminalTable.Column], _ rows: [[String]], width: Int = 80
  ) -> String {
    TerminalTable(columns: columns, rows: rows).lines(width: width, usesColor: false)
      .joined(separator: "\n") + "\n"
  }

  private let columns = [
    TerminalTable.Column("name"), .init("value", alignsRight: true), .init("because"),
  ]
  private let rows = [
    ["云从科技", "1.5M", "a | b, \"quoted\" next"], ["x", "", "=HYPERLINK(\"http://x\")"],
  ]

  @Test func columnsAreAsWideAsTheirCells() {
    #expect(
      render(columns, rows) == """
        name      value  because
        ───────────────────────────────────────
        云从科技   1.5M  a | b, "quoted" next
        x                =HYPERLINK("http://x")

        """)
  }

  @Test func theWidestTextIsNarrowedAndWrapped() {
    #expect(
      render(columns, rows, width: 36) == """
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
    #expect(
      render(
        [.init("company"), .init("", alignsRight: true), .init("leads if")],
        [
          ["essilorluxottica", "17 (11–23)", "weights are as usual"],
          ["hisense-home-appliances", "3", "never"],
        ], width: 42) == """
          company                       leads if
          ──────────────────────────────────────────
          essilorluxottica  17 (11–23)  weights are
                                        as usual
          hisense-home-              3  never
          appliances

          """)
  }

  @Test func textMayStandBelow() {
    func table(_ place: Table.Place, width: Int) -> String {
      render(
        [.init("id"), .init("because", place: place)], [["a", "of a long reason"], ["b", ""]],
        width: width)
    }
    let below = """
      id
      ──
      a
          because: of a
          long reason
      b

      """
    #expect(table(.below, width: 18) == below)
    #expect(table(.belowIfTight, width: 18) == below)
    #expect(table(.belowIfTight, width: 20) == table(.inRow, width: 20))
    #expect(table(.inRow, width: 20).contains("a   of a long reason"))
  }

  /// Numbers never break; a table that would have to break them is a list of its rows.
  @Test func whatDoesNotFitIsAListOfRows() {
    let columns =
      [TerminalTable.Column("path")]
      + ["exposure", "score", "support"].map { .init($0, alignsRight: true) }
    #expect(
      render(
        columns, [["medical", "15 (2–60)", "32 (12–68)", ""], ["chat", "1", "2", "3"]], width: 24)
          == """
          medical
            exposure: 15 (2–60)
            score: 32 (12–68)

          chat
            exposure: 1
            score: 2
            support: 3

          """)
  }

  /// Tables of random shape and text, wide characters among it, never pass 80 cells.
  @Test func noLineIsEverTooWide() {
    var random = SplitMix(state: 20_260_630)
    let words = [
      "a", "runway", "cash_and_short_term_investments", "云从科技", "盈亏平衡之路,", "-", "é́",
      "https://example.org/a/very/long/path/to/a/filing.pdf", "123,456", "👩‍🔬", "(", "",
    ]
    for _ in 0..<80 {
      let count = 1 + Int(random.next() % 12)
      let columns = (0..<count).map { _ in
        TerminalTable.Column(
          words[Int(random.next() % UInt64(words.count))], alignsRight: random.next() % 3 == 0)
      }
      let rows = (0..<3).map { _ in
        (0..<count).map { _ in
          (0..<(random.next() % 9)).map { _ in words[Int(random.next() % UInt64(words.count))] }
            .joined(separator: random.next() % 2 == 0 ? " " : "")
        }
      }
      for line in render(columns, rows).split(separator: "\n") where line.displayWidth > 80 {
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
