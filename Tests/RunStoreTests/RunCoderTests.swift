import Foundation
import RunRecord
import Testing
import TinyStudy

@testable import RunStore

struct RunCoderTests {
  @Test func everythingComesBackAsItWent() throws {
    let run = TinyStudy.run
    for isPretty in [true, false] {
      let json = try RunCoder.encode(run, isPretty: isPretty)
      #expect(try RunCoder.decode(RunRecord.self, from: json) == run)
    }
  }

  @Test func keysAreSnakeCaseAndNamesThatAreDataStay() throws {
    var run = TinyStudy.run
    run.run.overrides = ["pricePerHospital_x": "0.1M to 0.6M", "two_words": "3"]
    let json = try RunCoder.encode(run, isPretty: false)
    #expect(json.contains(#""facts_sha256":"a3f5c2d4e6b8""#))
    #expect(json.contains(#""as_of":"2026-06-30""#))
    #expect(json.contains(#""states_outside":"#))
    #expect(json.contains(#""overrides":{"pricePerHospital_x":"0.1M to 0.6M","two_words":"3"}"#))
    #expect(json.contains(#""zh-Hant":"醫療 AI""#))
    #expect(json.contains(#""reference":"https://example.gov/register/1234""#))
    #expect(json.contains(#""file":"paths/medical-ai.yaml""#))
    #expect(try RunCoder.decode(RunRecord.self, from: json) == run)
  }

  /// 1/3 and the largest seed have more digits than a rounded print would keep.
  @Test func numbersKeepAllTheirDigits() throws {
    #expect(try RunCoder.encode([1.0 / 3, 0.1, 1e-300]).contains("0.3333333333333333"))
    #expect(try RunCoder.encode(["seed": UInt64.max]).contains("18446744073709551615"))
  }

  @Test func aNumberThatIsNotFiniteIsRefused() {
    for value in [Double.nan, .infinity] {
      let error = #expect(throws: NumberNotFinite.self) { try RunCoder.encode([1, value]) }
      #expect(error?.place == "[1]")
    }
    // Where it stands in a run, by the company's id.
    var run = TinyStudy.run
    run.companies[1].nowcast?.today.level = .infinity
    let error = #expect(throws: NumberNotFinite.self) { try RunCoder.encode(run) }
    #expect(error?.company == run.companies[1].id)
    #expect(error?.place == "nowcast.today.level")
    #expect(throws: NumberNotFinite.self) { try RunArchive(run) }
  }

  @Test func controlCharactersAreEscaped() throws {
    let text = "\u{1B}[31m \u{7F} \u{9B}31m"
    let json = try RunCoder.encode([text])
    #expect(json.contains(#"\u007f \u009b31m"#))
    #expect(!json.unicodeScalars.contains { $0 == "\u{1B}" })
    #expect(try RunCoder.decode([String].self, from: json) == [text])
  }

  /// The companies of a run are written side by side; what stands before them may look like their key.
  @Test(arguments: [0, 1, 2, 9]) func aRunsDocumentIsItsJSON(companies: Int) throws {
    var run = TinyStudy.run
    run.companies = (0..<companies).map { run.companies[$0 % run.companies.count] }
    run.run.scenario = #"\""companies":["a\"#
    let json = try #require(RunArchive(run).json)
    #expect(
      try String(decoding: json, as: UTF8.self) == RunCoder.encode(run, isPretty: false))
  }

  @Test func theSameRecordGivesTheSameBytes() throws {
    let names = (0..<200).map { "name_\($0)" }
    let once = Dictionary(uniqueKeysWithValues: names.map { ($0, 1) })
    let again = Dictionary(uniqueKeysWithValues: names.reversed().map { ($0, 1) })
    #expect(try RunCoder.encode(once) == RunCoder.encode(again))
  }
}
