internal import Diagnostics
internal import Documents
internal import Evaluation
internal import Facts
internal import Formulas
internal import Foundation
internal import RunRecord
internal import Units

/// Everything that strategy teams own, read and checked: one or several models folders, of which
/// the later ones override by id.
struct LoadedModels: Sendable {
  var study: Study
  var units: UnitRegistry
  var facts: FactBase
  var models: [ModelFile]
  var markets: [String: MarketFile]
  var companyModel: CompanyModelFile
  var policy: ScoringPolicy
  var scenarios: [String: Scenario]
  /// What was read from a later folder in place of an earlier one, a sentence each.
  var overridden: [String]
  var factsSha256: String
  var settingsSha256: String
  var warnings: [Diagnostic]
}

/// Reads models folders.
struct ModelsFolder {
  let folders: [String]

  init(_ folders: [String]) {
    self.folders = folders.map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
  }

  /// Reads everything and lists all mistakes of all files in one go.
  ///
  /// - Throws: `DiagnosticError`.
  func load() throws -> LoadedModels {
    var problems = DiagnosticCollector()
    for folder in folders where !FileManager.default.fileExists(atPath: folder) {
      throw DiagnosticError(
        Diagnostic(
          "there is no folder \(folder)", help: "name the models folder with --models",
          category: .missing))
    }
    let units = try problems.attempt { try readUnits() }
    let facts = try problems.attempt { try FactBase.load(folders: folders, units: units) }
    let study = try problems.attempt { try Study(document("study.yaml")) }
    let policy = try problems.attempt { try ScoringPolicy(document("scoring.yaml")) }
    guard let units else { throw DiagnosticError(problems.diagnostics) }
    let sourceIDs = facts.map { Set($0.sources.keys) }
    let companyModel = try problems.attempt {
      try CompanyModelReader(units: units, sourceIDs: sourceIDs)
        .read(document("company.yaml"), relativeFile: "company.yaml")
    }
    var overridden: [String] = []
    let (models, hasAllModels) = try readModels(units, sourceIDs, &overridden, into: &problems)
    let (markets, hasAllMarkets) = try readMarkets(units, sourceIDs, into: &problems)
    let scenarios = try readScenarios(into: &problems)
    if let facts, let study {
      problems.report(
        ModelsCheck(
          facts: facts, models: models, hasAllModels: hasAllModels, markets: markets,
          hasAllMarkets: hasAllMarkets, study: study
        ).problems())
    }
    try problems.throwIfErrors()
    guard let facts, let study, let policy, let companyModel else {
      throw DiagnosticError(problems.diagnostics)
    }
    return LoadedModels(
      study: study, units: units, facts: facts, models: models, markets: markets,
      companyModel: companyModel, policy: policy, scenarios: scenarios,
      overridden: OverriddenFiles(folders: folders).sentences(),
      factsSha256: try hash(of: [
        "companies", "markets", "market-facts", "reference-classes", "metrics.yaml",
        "sources.yaml", "events.yaml",
      ]),
      settingsSha256: try hash(of: ["study.yaml", "scoring.yaml", "company.yaml", "units.yaml"]),
      warnings: problems.diagnostics + facts.warnings)
  }

  /// The units alone, for commands that need no facts.
  func readUnits() throws -> UnitRegistry {
    try UnitRegistry(UnitsFileReader.read(document("units.yaml")))
  }

  // MARK: Files

  /// A file that must be in one of the folders; the last folder that has it holds.
  private func document(_ name: String) throws -> YAMLDocument {
    for folder in folders.reversed() {
      let path = folder + "/" + name
      if FileManager.default.fileExists(atPath: path) {
        return try YAMLDocument(contentsOf: path)
      }
    }
    throw DiagnosticError(
      Diagnostic("there is no file \(folders[0])/\(name)", category: .missing))
  }

  /// The YAML files of a folder inside each models folder, in order of name.
  private func files(in name: String) -> [(path: String, relative: String)] {
    folders.flatMap { folder -> [(path: String, relative: String)] in
      let inside = folder + "/" + name
      let names = (try? FileManager.default.contentsOfDirectory(atPath: inside)) ?? []
      return names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted()
        .map { (inside + "/" + $0, name + "/" + $0) }
    }
  }

  /// The hash of the names and contents of files and folders.
  private func hash(of names: [String]) throws -> String {
    var text: [UInt8] = []
    for name in names {
      var found = files(in: name)
      for folder in folders {
        let path = folder + "/" + name
        if name.hasSuffix(".yaml"), FileManager.default.fileExists(atPath: path) {
          found.append((path, name))
        }
      }
      for file in found {
        text += Array(file.relative.utf8) + [0]
        text += Array(FileManager.default.contents(atPath: file.path) ?? Data()) + [0]
      }
    }
    return SHA256.hex(text)
  }

  // MARK: Kinds of files

  private func readModels(
    _ units: UnitRegistry, _ sourceIDs: Set<String>?, _ overridden: inout [String],
    into problems: inout DiagnosticCollector
  ) throws -> (models: [ModelFile], isComplete: Bool) {
    let reader = ModelFileReader(units: units, sourceIDs: sourceIDs)
    var models: [String: ModelFile] = [:]
    var isComplete = true
    for file in files(in: "paths") {
      let model = try problems.attempt {
        let document = try YAMLDocument(contentsOf: file.path)
        return try reader.read(
          document, relativeFile: file.relative, sha256: SHA256.hex(document.source.text))
      }
      guard let model else {
        isComplete = false
        continue
      }
      if let earlier = models[model.id] {
        if folder(of: earlier.file) == folder(of: model.file) {
          problems.report(
            Diagnostic(
              "\(earlier.file) and \(model.file) both declare the path \"\(model.id)\"",
              help: "give one of them another id"))
        }
        overridden.append("\(model.file) overrides \(earlier.file)")
      }
      models[model.id] = model
      _ = try problems.attempt {
        let evaluator = ModelEvaluator(model, units: units)
        _ = try evaluator.compile(years: [2025, 2026], varying: evaluator.declaredVarying)
      }
    }
    return (models.values.sorted { $0.relativeFile < $1.relativeFile }, isComplete)
  }

  private func folder(of path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }

  private func readMarkets(
    _ units: UnitRegistry, _ sourceIDs: Set<String>?, into problems: inout DiagnosticCollector
  ) throws -> (markets: [String: MarketFile], isComplete: Bool) {
    let reader = MarketFileReader(units: units, sourceIDs: sourceIDs)
    var markets: [String: MarketFile] = [:]
    var isComplete = true
    for file in files(in: "markets") where !file.relative.hasSuffix("/exchange-rates.yaml") {
      let market = try problems.attempt {
        try reader.read(YAMLDocument(contentsOf: file.path), relativeFile: file.relative)
      }
      if let market { markets[market.region] = market } else { isComplete = false }
    }
    return (markets, isComplete)
  }

  private func readScenarios(
    into problems: inout DiagnosticCollector
  ) throws -> [String: Scenario] {
    var scenarios: [String: Scenario] = [:]
    for file in files(in: "scenarios") {
      let scenario = try problems.attempt {
        try Scenario(YAMLDocument(contentsOf: file.path))
      }
      if let scenario { scenarios[scenario.id] = scenario }
    }
    return scenarios
  }
}
