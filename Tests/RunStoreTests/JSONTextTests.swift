import Foundation
import RunRecord
import Testing
import TinyStudy

@testable import RunStore

/// The reference is Foundation's encoder with the settings of `RunCoder`.
struct JSONTextTests {
  private func foundation(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private func text(_ value: some Encodable) throws -> String {
    String(decoding: try JSONText.encode(value), as: UTF8.self)
  }

  @Test func aRunIsAsFoundationWritesIt() throws {
    #expect(try text(TinyStudy.run) == foundation(TinyStudy.run))
    for company in TinyStudy.run.companies {
      #expect(try text(company) == foundation(company))
    }
  }

  private struct Nothing: Encodable {
    func encode(to encoder: any Encoder) throws {}
  }

  private enum Kind: String, Encodable { case oneWord, two_words }

  private struct Everything: Encodable {
    var zebra = 1
    var aName: String? = "a/b"
    var nothing: Int?
    var factsSHA256 = "x"
    var URL = true
    var apple = [Kind.oneWord, .two_words]
    var numbers: [Double] = [
      0, -0.0, 1, -1.5, 1e21, 1e-7, 1.0 / 3, .greatestFiniteMagnitude, .leastNonzeroMagnitude,
    ]
    var float: [Float] = [0.1, 16_777_216, 3]
    var whole: [UInt8] = [0, 255]
    var wide = UInt64.max
    var small = Int64.min
    var optional: [Int?] = [1, nil]
    var empty: [Int] = []
    var data = ["dataKey": 1, "a": 2, "Ä": 3, "quo\"te": 4]
    var years = [2027: ["b": 1.5], 2026: [:]]
    var nested: [[String: [Bool]]] = [["isTrue": [true, false]], [:]]
    var none = Nothing()
    var pair = ["x": Nothing()]
    var day = CalendarDay(year: 2026, month: 9, day: 30)
  }

  @Test func valuesOfAllKindsAreAsFoundationWritesThem() throws {
    #expect(try text(Everything()) == foundation(Everything()))
    #expect(try text([Everything(), Everything()]) == foundation([Everything(), Everything()]))
    for value in [0.1, 5, -3e300, 1e16, 123_456_789.25] {
      #expect(try text(value) == foundation(value))
    }
    #expect(try text("é\u{2028}") == foundation("é\u{2028}"))
    #expect(try text([String: Int]()) == "{}")
    #expect(try text(true) == "true")
  }

  /// RFC 8259, section 7; Foundation leaves DEL and the controls after it as they are.
  @Test func everyCharacterComesBack() throws {
    for code in UInt32(0)...0x2FF {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let value = "a\(scalar)b"
      let json = try text([value])
      #expect(try JSONDecoder().decode([String].self, from: Data(json.utf8)) == [value])
      if !(0x7F...0x9F).contains(code) {
        #expect(try json == foundation([value]), "\(code)")
      } else {
        #expect(json == #"["a\u00\#(String(code, radix: 16))b"]"#)
      }
    }
  }

  @Test func bitsOfNumbersComeBack() throws {
    var state: UInt64 = 7
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: state)
      guard value.isFinite else { continue }
      let json = try text([value])
      #expect(try json == foundation([value]))
      #expect(try JSONDecoder().decode([Double].self, from: Data(json.utf8)) == [value])
    }
  }

  @Test func aNumberThatIsNotFiniteIsRefused() {
    #expect(throws: JSONText.NotFinite.self) { try JSONText.encode(["a": Double.nan]) }
    #expect(throws: JSONText.NotFinite.self) { try JSONText.encode([Float.infinity]) }
  }
}
