import Diagnostics
import Documents
import Testing

@Suite struct CSVTableTests {
  /// The examples of RFC 4180, section 2: quoted fields, commas, quotes and line ends inside them.
  @Test(arguments: ["\n", "\r\n"])
  func tables(_ end: String) throws {
    let text = ["a,b,c", "1,\"x, y\",3", "\"say \"\"no\"\"\",,\"two", "lines\"", "", "雲從,2,"]
      .joined(separator: end)
    let table = try CSVTable(SourceText("\u{FEFF}" + text + end, file: "x.csv"))
    #expect(table.headings == ["a", "b", "c"])
    #expect(
      table.records.map { $0.fields.map(\.text) } == [
        ["1", "x, y", "3"], ["say \"no\"", "", "two\nlines"], ["雲從", "2", ""],
      ])
    #expect(table.records.map(\.line) == [2, 3, 6])
    #expect(table.field("b", of: table.records[0])?.location.description == "x.csv:2:4")
    #expect(table.field("z", of: table.records[0]) == nil)
  }

  @Test(arguments: [
    (
      "a,b\n1\n2,3,4\n",
      """
      x.csv:2:1: error: expected 2 fields, found 1
       2 | 1
         | ^
        help: a field with a comma in it must stand in double quotes
      x.csv:3:1: error: expected 2 fields, found 3
       3 | 2,3,4
         | ^
        help: a field with a comma in it must stand in double quotes
      """
    ),
    (
      "a,b\n1,\"open\n2,3\n",
      """
      x.csv:2:3: error: the quote opened here is never closed
       2 | 1,"open
         |   ^
        help: a field with quotes stands in quotes, and a quote in it is doubled
      """
    ),
    (
      "a,b\n1,商\"湯\"\n",
      """
      x.csv:2:4: error: a quote stands inside a field that does not begin with one
       2 | 1,商"湯"
         |     ^
        help: a field with quotes stands in quotes, and a quote in it is doubled
      """
    ),
    (
      "a,b\n\"1\"x,2\n",
      """
      x.csv:2:4: error: expected a comma after the closing quote
       2 | "1"x,2
         |    ^
        help: a field with quotes stands in quotes, and a quote in it is doubled
      """
    ),
    (
      "a,a,\n",
      """
      x.csv:1:3: error: the heading "a" stands here twice
       1 | a,a,
         |   ^
      x.csv:1:5: error: a heading is empty
       1 | a,a,
         |     ^
      """
    ),
    ("", "error: x.csv is empty; expected a line of headings"),
  ])
  func mistakes(_ text: String, _ message: String) {
    let error = #expect(throws: DiagnosticError.self) {
      try CSVTable(SourceText(text, file: "x.csv"))
    }
    #expect(error?.description == message)
  }

  @Test func headingsAreChecked() throws {
    let table = try CSVTable(SourceText("metric,valeu\nrevenue,1\n", file: "x.csv"))
    var problems = DiagnosticCollector()
    table.checkHeadings(required: ["metric", "value"], optional: ["note"], into: &problems)
    #expect(
      problems.diagnostics.map(\.message) == [
        "the heading \"value\" is missing", "unknown heading \"valeu\"",
      ])
    #expect(problems.diagnostics.map(\.help) == [nil, "did you mean \"value\"?"])
  }
}
