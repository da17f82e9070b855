import Testing

@testable import BreakevenCLI

struct DataTableTests {
  let table = DataTable(
    ["name", "value", "because"],
    rows: [
      [.text("云从科技"), .number(1.5e6), .text("a | b, \"quoted\"\nnext")],
      [.text("x"), .empty, .text("=HYPERLINK(\"http://x\")")],
    ])

  /// RFC 4180: fields with commas, quotes or line breaks are quoted, quotes doubled, lines end
  /// in CRLF.
  @Test func printsAsCSV() {
    #expect(
      table.csv
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
    #expect(Array(DataTable.csvField(text).unicodeScalars) == Array(field.unicodeScalars))
  }

  @Test func printsAsJSON() throws {
    #expect(
      try table.json == #"""
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
}
