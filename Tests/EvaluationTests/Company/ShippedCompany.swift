import RunRecord
import Documents
import Evaluation
import Facts
import Formulas
import Foundation
import Nowcast
import Testing
import Units

/// The shipped company model, and the cases of the reference implementation that it is held to.
enum ShippedCompany {
  struct Row: Decodable {
    var metric: String
    var period: String
    var s: Double
    var e: Double
    var value: Double
    var sd: Double
    var conf: String
    var usd: Double
  }

  struct Case: Decodable, CustomTestStringConvertible {
    var company: String
    var as_of_month: Double
    var rows: [Row]
    var expected: Expected

    var testDescription: String { "\(company) \(as_of_month)" }
  }

  struct Expected: Decodable {
    var cash_p50: Double?
    var revenue: [String: [Double]]
    var operating_result: [String: [Double]]
    var states: States?
    var region_scale: [Double]
  }

  struct States: Decodable {
    var broke_even: Double
    var still_losing: Double
    var cashed_out: Double
    var sold: Double
  }

  /// The number of draws of the reference.
  static let draws = 200_000.0

  static let cases: [Case] = read("NowcastTests/Fixtures/cases.json")

  /// The numbers of the reference by name, which are those of the file.
  static let numbers: [String: Double] = {
    let course: [String: Double] = read("NowcastTests/Fixtures/parameters.json")
    let money: [String: Double] = read("OutlookTests/Fixtures/money.json")
    return course.merging(money) { first, _ in first }
  }()

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func units() throws -> UnitRegistry {
    try UnitRegistry(UnitsFileReader.read(document("Models/units.yaml")))
  }

  static let formulas: CompanyFormulas = {
    do {
      let file = try CompanyModelReader(units: units(), sourceIDs: nil).read(
        document("Models/company.yaml"), relativeFile: "company.yaml")
      return try #require(file.formulas)
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
    var plain = numbers.filter { inputs.contains($0.key) }
    plain["sale_share"] = 0.4
    plain["takeover_rate"] = 0
    return plain
  }

  static func nowcast(_ one: Case, adding: [ReportedAmount] = []) throws -> Nowcast {
    let rows = one.rows.map {
      ReportedAmount(
        metric: $0.metric, start: $0.s, end: $0.e, value: $0.value, printedDeviation: $0.sd,
        confidence: Confidence(rawValue: $0.conf) ?? .low, usdRate: $0.usd, period: $0.period)
    }
    let parameters = try formulas.nowcastParameters(
      in: subject(asOf: one.as_of_month, setting: plain).context)
    return try #require(
      Nowcast(
        rows: rows + adding, asOf: one.as_of_month, regionScale: one.expected.region_scale[0],
        parameters: parameters))
  }

  static func standing(_ one: Case) -> CompanyStanding {
    CompanyStanding(isInChina: one.expected.region_scale[0] > 1, isListed: true)
  }

  /// The years of a case.
  static func course(
    _ one: Case, draws: Int, setting numbers: [String: Double] = [:],
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

  static func read<Value: Decodable>(_ name: String) -> Value {
    do {
      return try JSONDecoder().decode(
        Value.self, from: Data(contentsOf: root.appending(path: "Tests/\(name)")))
    } catch {
      preconditionFailure("\(name): \(error)")
    }
  }
}
