import Breakeven
import Foundation
import RunRecord
import RunStore
import TestSupport
import Testing
import TinyStudy

/// The tiny study told in another way, for relations between two runs that hold whatever the numbers
/// are.
struct Variation {
  /// The files by their place in the study's folder.
  var files: [String: String]

  init() throws {
    files = try TinyStudy.files()
  }

  /// Replaces a text in one file, which must say it.
  mutating func edit(_ file: String, _ old: String, _ new: String) throws {
    let text = try #require(files[file])
    try #require(text.contains(old), "\(file) doesn't say \(old)")
    files[file] = text.replacing(old, with: new)
  }

  /// Replaces a text wherever it stands.
  mutating func replaceEverywhere(_ old: String, _ new: String) throws {
    try #require(files.values.contains { $0.contains(old) }, "no file says \(old)")
    files = files.mapValues { $0.replacing(old, with: new) }
  }

  /// Gives a file another name.
  mutating func move(_ old: String, _ new: String) throws {
    let text = try #require(files[old])
    (files[old], files[new]) = (nil, text)
  }

  /// Replaces each fact of a company by the lines that a function makes of its line.
  mutating func mapFacts(_ company: String, _ change: (String) -> [String]) throws {
    let file = "companies/\(company).yaml"
    let lines = try #require(files[file]).components(separatedBy: "\n")
    files[file] = lines.flatMap { line in
      line.hasPrefix("  - {") && line.contains("metric: ") ? change(line) : [line]
    }.joined(separator: "\n")
  }

  /// The run of it.
  func run(draws: Int = 256) throws -> RunRecord {
    let models = try TemporaryModels(files)
    return try Workspace(models: [models.path]).evaluate(EvaluationRequest(draws: draws))
  }

  /// The run of the study as it is.
  static func original(draws: Int = 256) throws -> RunRecord {
    if draws == 256 { return TinyStudy.run }
    return try TinyStudy.workspace.evaluate(EvaluationRequest(draws: draws))
  }
}

extension RunRecord {
  /// The whole record as text without what is a hash of the inputs' text.
  func textWithoutHashes() throws -> String {
    var record = self
    record.run.id = ""
    record.run.version = ""
    record.run.factsSha256 = ""
    record.run.settingsSha256 = ""
    for index in record.run.models.indices { record.run.models[index].sha256 = "" }
    return try RunCoder.encode(record)
  }

  func company(_ id: String) throws -> CompanyRecord {
    try #require(companies.first { $0.id == id })
  }

  func assessment(_ company: String, _ path: String) throws -> AssessmentRecord {
    try #require(try self.company(company).paths.first { $0.path == path })
  }
}

extension CompanyRecord {
  /// The odds of each end.
  var odds: [Double] {
    guard let states = outcome.known?.states else { return [] }
    return [states.brokeEven, states.stillLosing, states.sold, states.cashedOut].map(\.value)
  }

  /// All numbers of what becomes of it and what is said of its paths, in an order of their own.
  var numbers: [String] {
    guard let known = outcome.known else { return [] }
    let money = [known.operatingResult, known.cash].flatMap { series in
      series.years.map { "\($0) \(series[$0]?.value ?? 0) \(series[$0]?.p95 ?? 0)" }
    }
    return odds.map(String.init(describing:)) + money
      + paths.map { "\($0.score) \($0.readiness) \($0.moneyBackIndex) \($0.support)" }
  }
}

/// Whether two odds are the same within the error of so many draws each.
///
/// Four standard errors of the difference of two independent shares; quasi-random draws err less.
func agree(_ one: [Double], _ other: [Double], draws: Int) -> Bool {
  !one.isEmpty && one.count == other.count
    && zip(one, other).allSatisfy { one, other in
      let share = (one + other) / 2
      return abs(one - other) <= 4 * (2 * share * (1 - share) / Double(draws)).squareRoot() + 1e-12
    }
}
