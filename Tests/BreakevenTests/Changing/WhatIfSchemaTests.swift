import Foundation
import RunRecord
import RunStore
import TestSupport
import Testing
import TinyStudy

/// What `whatif --format json` prints is what `docs/schema/whatif.schema.json` says.
@Suite struct WhatIfSchemaTests {
  private static let schema = Result {
    try JSONSchema(file: Repository.folder.appending(path: "docs/schema/whatif.schema.json"))
  }

  private func json(_ answer: WhatIfRecord) throws -> JSONValue {
    try JSONDecoder().decode(
      JSONValue.self, from: Data(try RunCoder.encode(answer, isPretty: false).utf8))
  }

  /// With odds and without, changed inputs, figures, money and settings.
  @Test func answersFit() throws {
    let rounds = "metrics: {funding_round_amount: {unit: money, kind: flow, title: {en: Round}}}\n"
    let answer = try TinyChanges(["metrics.yaml": rounds]).answer([
      "ad_price*=2", "cloud-pipe.cash+=100M", "hospital-mind.round=5M USD in 2027", "horizon=2031",
      "company.trend=0.4",
    ])
    #expect(try Self.schema.get().mistakes(in: json(answer)) == [])
    let kinds = Set(answer.changes.map(\.kind))
    #expect(kinds == Set(ChangeRecord.Kind.allCases))
    #expect(Set(answer.companies.flatMap(\.moved).map(\.stage)) == Set(MovedRecord.Stage.allCases))
    #expect(answer.companies.contains { $0.difference != nil && $0.base.rank != nil })
  }

  /// A schema that lets everything pass would say nothing.
  @Test func whatIsWrongDoesNotFit() throws {
    let answer = try TinyChanges().answer(["ad_price*=2"], ["cloud-pipe"])
    var wrong = answer
    wrong.asOf = "today"
    wrong.companies[0].id = ""
    wrong.companies[0].difference = 3
    #expect(try Self.schema.get().mistakes(in: json(wrong)).count == 3)
    guard case .object(var members) = try json(answer) else {
      Issue.record("the answer is no object")
      return
    }
    members["surprise"] = .null
    members["companies"] = nil
    #expect(try Self.schema.get().mistakes(in: .object(members)).count == 2)
  }
}
