import Documents
import Evaluation
@testable import Facts
import Formulas
import Foundation
import MethodCases
import Nowcast
import Plan
import RunRecord
import Scoring
import Testing
import Units

/// The shipped company model, over the cases of the reference implementation.
enum ShippedCompany {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func units() throws -> UnitRegistry {
    try UnitRegistry(UnitsFileReader.read(document("Models/units.yaml")))
  }

  static let formulas: CompanyFormulas = {
    do {
      return try CompanyModelReader(units: units(), sourceIDs: nil).read(
        document("Models/company.yaml"), relativeFile: "company.yaml")
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  static let model: CompanyModel = {
    do {
      return CompanyModel(formulas, units: try units())
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  /// A company of China or of elsewhere on a day, with numbers set in place of what the file has.
  static func subject(
    _ id: String = "acme", asOf month: Double = 24321, setting numbers: [String: Double] = [:]
  ) throws -> Subject {
    let day = try #require(Day(month == 24321 ? "2026-09-30" : "2025-05-31"))
    var company = HandMade.company()
    company.id = id
    return Subject(
      company: company,
      context: EvaluationContext(
        asOf: day, years: Array(day.year...2030), currency: "CNY",
        facts: FactBase(
          metrics: [:], sources: [:], companies: [company], markets: [:],
          exchangeRates: ExchangeRates([]), events: [], referenceClasses: [], warnings: []),
        markets: [:], units: try units(), defaultRegion: "china",
        overrides: numbers.mapValues {
          InputOverrideValue(distribution: .constant($0), because: .written("set by a test"))
        }))
  }

  /// The numbers of the reference, without what it lacks: sales before distress, links to the
  /// state, the age of rounds, saving, swings within a year.
  static var plain: [String: Double] {
    let inputs = Set(formulas.inputs.map(\.name))
    var plain = MethodCases.numbers.filter { inputs.contains($0.key) }
    plain["sale_share"] = 0.4
    plain["takeover_rate"] = 0
    return plain
  }

  static func nowcast(_ one: MethodCase, adding: [ReportedAmount] = []) throws -> Nowcast {
    let parameters = try formulas.nowcastParameters(
      in: subject(asOf: one.as_of_month, setting: plain).context)
    return try #require(one.nowcast(parameters, adding: adding))
  }

  static func standing(_ one: MethodCase) -> CompanyStanding {
    CompanyStanding(isInChina: one.expected.region_scale[0] > 1, isListed: true)
  }

  /// The years of a case.
  static func course(
    _ one: MethodCase, draws: Int, setting numbers: [String: Double] = [:],
    adding: [ReportedAmount] = [], paths: [CompanyPath] = [],
    kept: CompanyModel.Kept = .outputs
  ) throws -> CompanyCourse {
    let drawn = try model.draw(
      subject(one.company, asOf: one.as_of_month, setting: numbers),
      state: nowcast(one, adding: adding), standing: standing(one), draws: Draws(count: draws))
    return try model.run(drawn, paths: paths, kept: kept)
  }

  private static func document(_ path: String) throws -> YAMLDocument {
    let data = try Data(contentsOf: root.appending(path: path))
    return try YAMLDocument(SourceText(bytes: Array(data), file: path))
  }
}

extension CompanyCourse {
  /// The share of draws with a state; nil where nobody can say.
  func share(_ state: OutcomeState) -> Double? {
    canSay ? outcome().probability(of: state).value : nil
  }
}
