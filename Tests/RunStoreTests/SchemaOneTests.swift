import Foundation
import RunRecord
import Testing

@testable import RunStore

/// A run that the last program of schema 1 stored, read by this one.
struct SchemaOneTests {
  static let json = Result {
    try Data(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/schema-1.json"))
  }

  private let old: JSONValue
  private let run: RunRecord

  init() throws {
    let json = try Self.json.get()
    old = try JSONDecoder().decode(JSONValue.self, from: json)
    run = try RunCoder.decode(RunRecord.self, from: json)
  }

  /// Every number of the old document stands in the new one, as often as it stood there, and none
  /// came in; `schema` itself apart.
  @Test func noNumberIsLostOrMade() throws {
    let json = Data(try RunCoder.encode(run).utf8)
    let new = try JSONDecoder().decode(JSONValue.self, from: json)
    #expect(old["schema"] == .whole(1))
    #expect(new["schema"] == .whole(2))
    let expected = Self.numbers(old)
    #expect(expected.count > 1500)
    #expect(Self.numbers(new) == expected)
  }

  @Test func numbersHaveTheirNewNames() {
    for (company, old) in zip(run.companies, old["companies"].elements) {
      let outcome = old["outcome"]
      #expect(outcome["independence"].value == company.outcome.diversification.value)
      #expect(outcome["gap"].value == company.outcome.uncoveredCost.value)
      #expect(outcome["other"].value == company.outcome.existingBusiness.value)
      #expect(outcome["headroom"].value == company.outcome.headroom.value)
      for (assessment, old) in zip(company.paths, old["paths"].elements) {
        #expect(assessment.path == old["path"].text)
        #expect(assessment.status.rawValue == old["status"].text)
        #expect(old["recovery"].value == assessment.moneyBackIndex.value)
        #expect(old["carry"].value == assessment.support.value)
        #expect(old["knock_out"].value == assessment.oddsWithout.value)
        #expect(old["score"].value == assessment.score.value)
      }
    }
  }

  @Test func seriesHaveNamesAndYears() throws {
    var count = 0
    for (company, old) in zip(run.companies, old["companies"].elements) {
      let cash = old["outcome"]["cash"]
      #expect(cash["start"].value == company.outcome.cashAtStart?.value)
      #expect(cash["2028"].value == company.outcome.known?.cash[2028]?.value)
      for (assessment, old) in zip(company.paths, old["paths"].elements) {
        for (year, names) in old["years"].members {
          for (name, number) in names.members {
            count += 1
            let found = assessment.series[name]?[try #require(Int(year))]
            #expect(
              found?.value == number.value, "\(company.id) \(assessment.path) \(name) \(year)")
          }
        }
        guard assessment.results != nil else { continue }
        #expect(
          assessment.series.map(\.name).prefix(3) == ["revenue", "contribution", "investment"])
      }
    }
    #expect(count > 40)
  }

  /// Sentences of that time stay as they were written.
  @Test func sentencesStay() throws {
    let whale = try #require(run.companies.first { $0.id == "deep-whale" })
    #expect(
      whale.outcome.unknown?.reason
        == .written("not enough evidence: no revenue of a full year is known"))
    #expect(
      whale.outcome.unknown?.missing
        == ["revenue", "operating_income", "cash_and_short_term_investments"])
    let group = try #require(run.companies.first { $0.id == "big-group" })
    #expect(
      group.alreadyBrokeEven
        == .written("operating income of FY2024 and FY2025 was not below zero"))
    #expect(group.paths.map(\.status) == [.assessed, .missingFacts])
    #expect(group.paths[1].missing == [.fact("hospitals_served")])
    let pipe = try #require(run.companies.first { $0.id == "cloud-pipe" })
    #expect(!pipe.hasBrokenEven)
    #expect(
      pipe.paths[0].notPursued
        == NotPursued(
          because: .written("no consumer product; sells to cities & banks"),
          sources: ["sector-article"]))
    #expect(
      pipe.warnings.map(\.message) == [
        "For FY2024 sources disagree on the revenue: CNY 331M by pipe-ar-2024, CNY 398M by "
          + "sector-article."
      ])
  }

  /// All numbers below a value but for the number of the schema, sorted.
  private static func numbers(_ value: JSONValue) -> [Double] {
    func below(_ value: JSONValue) -> [Double] {
      switch value {
      case .whole(let number): [Double(number)]
      case .number(let number): [number]
      case .array(let values): values.flatMap(below)
      case .object(let members): members.filter { $0.key != "schema" }.values.flatMap(below)
      default: []
      }
    }
    return below(value).sorted()
  }
}

extension JSONValue {
  /// The value of a quantity; nil where it is unknown.
  var value: Double? {
    switch self["value"] {
    case .whole(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }
}
