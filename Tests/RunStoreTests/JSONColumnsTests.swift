import Foundation
import RunRecord
import Testing
import TinyStudy

@testable import RunStore

@Suite struct JSONColumnsTests {
  /// By hand, from the rules of the type's comment.
  @Test(arguments: [
    (
      #"{"a":1,"b":[2,3]},{"a":4,"b":[]}"#,
      "\n{\"a\",\"b\"\n{\"a\",\"b\"\n\n1\n4\n\n[2\n[0\n\n2\n3\n"
    ),
    (#",null"#, ",\nnull\n"),
    (#"{},{"a":{"a":"x"}}"#, "\n{\n{\"a\"\n\n{\"a\"\n\n\"x\"\n"),
    (#"{"a,}":"\\\"]"},{"b":1,"a,}":2}"#, "\n{\"a,}\"\n{\"b\",\"a,}\"\n\n\"\\\\\\\"]\"\n2\n\n1\n"),
    (#"[[1],[2,3]],[[]]"#, "\n[2\n[1\n\n[1\n[2\n[0\n\n1\n2\n3\n"),
  ])
  func columns(text: String, expected: String) {
    #expect(JSONColumns.split(Data(text.utf8)) == Data(expected.utf8))
    #expect(JSONColumns.join(Data(expected.utf8)) == Data(text.utf8))
  }

  @Test func companiesComeBackByteForByte() throws {
    let text = try Data(
      TinyStudy.run.companies.map { try RunCoder.encode($0, isPretty: false) }
        .joined(separator: ",").utf8)
    let columns = try #require(JSONColumns.split(text))
    #expect(JSONColumns.join(columns) == text)
  }

  @Test(arguments: [
    "", ",", "1,", "1 ", "[1, 2]", #"{"a" :1}"#, #"{"a":1"#, #"{"a"}"#, #"{"a":}"#, "[1", "]",
    "[1,]",
    #""open"#, "\"over\na line\"", "{1:2}", "\"\\\n\"", "1}", "[[]", "a\"b\"",
  ])
  func whatIsNoListOfValuesIsLeft(text: String) {
    #expect(JSONColumns.split(Data(text.utf8)) == nil)
    let part = RunPart(values: Data(text.utf8))
    #expect(part.form == .text)
    #expect(part.plain == Data(text.utf8))
  }

  @Test func depthIsBounded() {
    func nested(_ depth: Int) -> Data {
      Data((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    let deepest = nested(JSONColumns.depthLimit)
    #expect(JSONColumns.split(deepest).flatMap(JSONColumns.join) == deepest)
    #expect(JSONColumns.split(nested(JSONColumns.depthLimit + 1)) == nil)
    let column = String(repeating: "\n[1\n", count: 100_000)
    #expect(JSONColumns.join(Data(column.utf8)) == nil)
  }

  /// A column too few or too many, lines too few or too many, a count that isn't one, a key that isn't.
  @Test(arguments: [
    "", "1\n", "\n", "\n\n", "\n1", "x\n1\n", "\n[2\n", "\n[1\n\n1\n2\n", "\n[1\n\n1\n\n2\n",
    "\n[x\n\n1\n",
    "\n[-1\n", "\n[99999999999999999999\n\n1\n", "\n{a\n\n1\n", "\n{\"a\n\n1\n",
    "\n{\"a\"\"b\"\n\n1\n\n2\n",
    "\n{\"a\",\n\n1\n", "\n[9223372036854775807\n\n1\n",
  ])
  func whatIsDamagedIsRefused(columns: String) {
    #expect(JSONColumns.join(Data(columns.utf8)) == nil)
    let part = RunPart(form: .columns, deflated: Deflated(Data(columns.utf8)))
    #expect(part.plain == nil)
  }

  /// Every byte of some columns changed to another: refused, or columns of another text.
  @Test func noDamageCrashes() throws {
    let text = Data(#"{"a":[1,{"b":"c"}]},{"a":[],"d":null}"#.utf8)
    let columns = try #require(JSONColumns.split(text))
    for index in columns.indices {
      for byte: UInt8 in [0, 10, 34, 44, 48, 57, 91, 92, 123, 255] where columns[index] != byte {
        var damaged = columns
        damaged[index] = byte
        #expect(JSONColumns.join(damaged) != text)
      }
    }
  }
}
