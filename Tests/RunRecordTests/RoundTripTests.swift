import Foundation
import RunRecord
import Testing
import TinyStudy

/// What is written of a real run comes back as it was.
struct RoundTripTests {
  private func back<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
  }

  @Test func aWholeRun() throws {
    #expect(try back(TinyStudy.run) == TinyStudy.run)
    #expect(TinyStudy.run.schema == RunRecord.currentSchema)
  }

  /// Every state of an assessment and both of an outcome are in the study, or this says too little.
  @Test func everyKindOfResult() {
    let companies = TinyStudy.run.companies
    #expect(Set(companies.map { $0.outcome.known == nil }) == [true, false])
    #expect(Set(companies.map(\.hasBrokenEven)) == [true, false])
    let states = Set(companies.flatMap(\.paths).map(\.status))
    #expect(states == Set(AssessmentRecord.Status.allCases))
    let inputs = companies.flatMap { $0.paths.flatMap(\.inputs) + $0.outcome.inputs }
    #expect(Set(inputs.map(\.kind)).isSuperset(of: [.fact, .estimate, .assumption]))
    #expect(Set(inputs.map(\.scope)) == Set(InputScope.allCases))
    #expect(inputs.contains { $0.values.constant == nil && !$0.values.isEmpty })
  }

  @Test func missingInputs() throws {
    for missing in [MissingInput.fact("chat_mau"), .marketInput("query_price", region: "china")] {
      #expect(try back([missing]) == [missing])
    }
    #expect(
      [MissingInput.fact("a"), .marketInput("b", region: "c")].map(\.description)
        == ["a", "b for c"])
  }

  @Test func valuesByYearAndForAllYears() throws {
    let values: [YearlyValues<Int>] = [.constant(3), .byYear([2026: 1, 2030: 2]), .byYear([:])]
    for value in values { #expect(try back(value) == value) }
    #expect(values[0][1999] == 3)
    #expect(values[1][2026] == 1 && values[1][2027] == nil)
    #expect(values[1].entries.map(\.year) == [2026, 2030])
    let json = Data(#"{"next year": 1}"#.utf8)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(YearlyValues<Int>.self, from: json)
    }
  }

  @Test func everyValueOfAStatement() throws {
    let statement = Statement(
      .expectedSum,
      [
        "a": .text("x"), "b": .whole(3), "c": .number(0.1), "d": .share(1.0 / 3),
        "e": .metrics([MetricName(id: "m", title: "M"), MetricName(id: "n", title: nil)]),
        "f": .named("P"), "g": .confidence(.low),
        "h": .amounts([SourcedAmount(value: 1e300, unit: "CNY", source: "s")]),
        "i": .statements([Statement(.noCash), .written("why")]),
      ])
    #expect(try back(statement) == statement)
    let untyped = Data(#"{"kind": "no_cash", "facts": {"a": {}}}"#.utf8)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Statement.self, from: untyped)
    }
  }
}
