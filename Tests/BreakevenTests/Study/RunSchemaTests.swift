import Breakeven
import Foundation
import RunRecord
import RunStore
import TestSupport
import Testing
import TinyStudy

/// What `evaluate --format json` prints is what `docs/schema/run.schema.json` says.
@Suite struct RunSchemaTests {
  private static let schema = Result {
    try JSONSchema(file: Repository.folder.appending(path: "docs/schema/run.schema.json"))
  }

  private func mistakes(_ run: RunRecord) throws -> [String] {
    let json = Data(try RunCoder.encode(run, isPretty: false).utf8)
    return try Self.schema.get().mistakes(in: JSONDecoder().decode(JSONValue.self, from: json))
  }

  @Test func theTinyStudyFits() throws {
    #expect(try mistakes(TinyStudy.run) == [])
  }

  @Test func whatIsLookedAheadToFits() throws {
    let run = try TinyStudy.workspace.evaluate(EvaluationRequest(draws: 256, daysAhead: 300))
    #expect(run.companies.contains { $0.ahead?.figures.isEmpty == false })
    #expect(try mistakes(run) == [])
  }

  @Test func theSampleStudyFits() throws {
    #expect(try mistakes(StudyRuns.now.get()) == [])
  }

  /// A schema that lets everything pass would say nothing.
  @Test func whatIsWrongDoesNotFit() throws {
    var run = TinyStudy.run
    run.run.asOf = "yesterday"
    #expect(try mistakes(run).count == 1)
    run = TinyStudy.run
    run.companies[0].paths[0].path = ""
    #expect(try mistakes(run).count == 1)
    run = TinyStudy.run
    run.sources[0].knownSince = "2026"
    run.ranking.prefers["hospital-mind"]?["cloud-pipe"] = 1.5
    #expect(try mistakes(run).count == 2)
    var value = try JSONDecoder().decode(
      JSONValue.self, from: Data(RunCoder.encode(TinyStudy.run).utf8))
    if case .object(var members) = value {
      members["surprise"] = .null
      members["schema"] = .number(1)
      value = .object(members)
    }
    #expect(try Self.schema.get().mistakes(in: value).count == 2)
  }

  /// Objects have the keys that are listed, each described, or keys that are data.
  @Test func everyKeyIsDescribed() throws {
    let schema = try #require(Self.schema.get().files[""])
    #expect(schema["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema")
    var count = 0
    func visit(_ value: JSONValue, at path: String) {
      if let members = value.object {
        for (key, property) in members["properties"]?.object ?? [:] {
          count += 1
          #expect(key.wholeMatch(of: /[a-z0-9]+(_[a-z0-9]+)*/) != nil, "\(path)/\(key)")
          let target = property["$ref"]?.string?.split(separator: "/").last.map(String.init)
          let described = target.flatMap { schema["$defs"]?[$0]?["description"] }
          #expect(
            (property["description"] ?? described)?.string?.isEmpty == false, "\(path)/\(key)")
        }
        if members["type"]?.string == "object" {
          #expect(members["additionalProperties"] != nil, "\(path) lets any key pass")
        }
        for (key, member) in members { visit(member, at: "\(path)/\(key)") }
      }
      for element in value.array ?? [] { visit(element, at: path) }
    }
    visit(schema, at: "")
    #expect(count > 200)
  }

  /// The words of enums, and the sentences of statements, are those of the program.
  @Test func wordsAreThoseOfTheProgram() throws {
    let definitions = try #require(Self.schema.get().files[""]?["$defs"])
    let kinds = definitions["statement"]?["properties"]?["kind"]?["anyOf"]?.array ?? []
    #expect(
      kinds.map { [$0["const"]?.string, $0["description"]?.string] }
        == StatementKind.allCases.map { [$0.rawValue, $0.english] })
    func words(_ definition: String, _ key: String? = nil) -> [String] {
      let found = definitions[definition]
      return (key.map { found?["properties"]?[$0] } ?? found)?["enum"]?.array?
        .compactMap(\.string) ?? []
    }
    #expect(words("confidence") == FactConfidence.allCases.map(\.rawValue))
    #expect(words("input_kind") == InputKind.allCases.map(\.rawValue))
    #expect(words("input", "scope") == InputScope.allCases.map(\.rawValue))
    #expect(words("fact", "verdict") == FactVerdict.allCases.map(\.rawValue))
    #expect(words("rating", "grade") == RatingGrade.allCases.map(\.rawValue))
    #expect(words("evidence", "level") == EvidenceLevel.allCases.map(\.rawValue))
    #expect(words("source", "kind") == SourceKind.allCases.map(\.rawValue))
    #expect(words("run", "sampler") == DrawSampler.allCases.map(\.rawValue))
    #expect(words("trace_node", "kind") == TraceKind.allCases.map(\.rawValue))
  }
}
