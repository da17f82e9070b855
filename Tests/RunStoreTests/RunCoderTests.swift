import Foundation
import RunRecord
import RunStore
import Testing

struct RunCoderTests {
  @Test func everythingComesBackAsItWent() throws {
    let run = StoredSample.run()
    for isPretty in [true, false] {
      let json = try RunCoder.encode(run, isPretty: isPretty)
      #expect(try RunCoder.decode(RunRecord.self, from: json) == run)
    }
  }

  /// Foundation's encoder is the standard that other programs' readers were tried with.
  @Test func writesWhatFoundationWrites() throws {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    for isPretty in [true, false] {
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
      func expectSame(_ value: some Encodable) throws {
        let expected = String(decoding: try encoder.encode(value), as: UTF8.self)
        #expect(try RunCoder.encode(value, isPretty: isPretty) == expected)
      }
      try expectSame(StoredSample.run())
      try expectSame(Odd())
      try expectSame([0.1, 1, -0.0, 1e21, 1e-300, .greatestFiniteMagnitude, 123_456_789.5])
      try expectSame([Double]())
      try expectSame([[String: [Int]]]())
      try expectSame(["": [:], "b/c": ["Ab": "\"\\/\n\r\t\u{8}\u{C}\u{1}\u{1F} 雲 é 🙂"]])
      try expectSame("text")
      try expectSame([Int?.none, 3])
    }
  }

  /// Names, values and containers that records don't have.
  private struct Odd: Encodable {
    var someURLText = Int8(1)
    var aB = Float(0.1)
    var x1Y = UInt64.max
    var isURL = [true, nil]
    var b_c = "A"
    var empty = Empty()

    struct Empty: Encodable {}

    enum CodingKeys: CodingKey { case someURLText, aB, x1Y, isURL, b_c, empty, nested, list }

    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(someURLText, forKey: .someURLText)
      try values.encode(aB, forKey: .aB)
      try values.encode(x1Y, forKey: .x1Y)
      try values.encode(isURL, forKey: .isURL)
      try values.encode(b_c, forKey: .b_c)
      try values.encode(empty, forKey: .empty)
      var nested = values.nestedContainer(keyedBy: CodingKeys.self, forKey: .nested)
      try nested.encodeNil(forKey: .aB)
      try Empty().encode(to: nested.superEncoder(forKey: .list))
      var list = values.nestedUnkeyedContainer(forKey: .list)
      try list.encode(1.5)
      var inner = list.nestedUnkeyedContainer()
      try inner.encodeNil()
      var keyed = list.nestedContainer(keyedBy: CodingKeys.self)
      try keyed.encode(false, forKey: .isURL)
      try "above".encode(to: values.superEncoder())
    }
  }

  @Test func keysAreSnakeCaseAndNamesThatAreDataStay() throws {
    let json = try RunCoder.encode(StoredSample.run(), isPretty: false)
    #expect(json.contains(#""facts_sha256":"aa""#))
    #expect(json.contains(#""as_of":"2026-06-30""#))
    #expect(json.contains(#""states_with_base_rate":"#))
    #expect(json.contains(#""overrides":{"pricePerHospital_x":"0.1M to 0.6M","two_words":"3"}"#))
    #expect(json.contains(#""zh-Hant":"醫療 AI""#))
    #expect(json.contains(#""reference":"p. 3""#))
    #expect(json.contains(#"{"unknown":"not by 2030 in 60 % of draws"}"#))
    #expect(json.contains(#""file":"paths/medical-ai.yaml""#))
  }

  /// 1/3 and the largest seed have more digits than a rounded print would keep.
  @Test func numbersKeepAllTheirDigits() throws {
    #expect(try RunCoder.encode([1.0 / 3, 0.1, 1e-300]).contains("0.3333333333333333"))
    #expect(try RunCoder.encode(["seed": UInt64.max]).contains("18446744073709551615"))
  }

  @Test func aNumberThatIsNotFiniteIsRefused() {
    #expect(throws: EncodingError.self) { try RunCoder.encode([Double.nan]) }
    #expect(throws: EncodingError.self) { try RunCoder.encode([Double.infinity]) }
  }

  @Test func controlCharactersAreEscaped() throws {
    let text = "\u{1B}[31m \u{7F} \u{9B}31m"
    let json = try RunCoder.encode([text])
    #expect(json.contains(#"\u007f \u009b31m"#))
    #expect(!json.unicodeScalars.contains { $0 == "\u{1B}" })
    #expect(try RunCoder.decode([String].self, from: json) == [text])
  }

  @Test func theSameRecordGivesTheSameBytes() throws {
    let names = (0..<200).map { "name_\($0)" }
    let once = Dictionary(uniqueKeysWithValues: names.map { ($0, 1) })
    let again = Dictionary(uniqueKeysWithValues: names.reversed().map { ($0, 1) })
    #expect(try RunCoder.encode(once) == RunCoder.encode(again))
  }
}
