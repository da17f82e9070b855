internal import Diagnostics
package import Documents
internal import Evaluation
internal import Facts
internal import Formulas
internal import Foundation
internal import Hashing
internal import RunRecord
package import Threads
package import Units

/// Reads models folders.
package struct ModelsFolder {
  let folders: [String]
  /// The threads that read; no result depends on them.
  let crew: Crew
  /// Files that were read already.
  private(set) var shelf = DocumentShelf()
  private var hashes = Hashes()
  private var read: [ReadFile] = []
  /// The translations that stand beside what they translate.
  private(set) var inlineTexts = WrittenTexts()

  /// The hashes of the names and contents of files.
  private struct Hashes {
    var facts = ""
    var settings = ""
    var texts = ""
  }

  private static let factFiles = [
    "companies", "company-facts", "markets", "market-facts", "reference-classes", "metrics.yaml",
    "sources.yaml", "events.yaml",
  ]
  private static let settingsFiles = ["study.yaml", "scoring.yaml", "company.yaml", "units.yaml"]

  package init(_ folders: [String], crew: Crew = Crew(threads: 1)) {
    self.folders = folders.map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    self.crew = crew
  }

  /// Reads everything and lists all mistakes of all files in one go.
  ///
  /// - Throws: `DiagnosticError`.
  package func load() throws -> LoadedModels {
    try requireFolders()
    return try ahead().loadFromShelf()
  }

  /// The files of languages; none is needed, and nothing else is read.
  package func languages() throws -> [YAMLDocument] {
    try files(in: "languages").map { try shelf.document($0.path) }
  }

  private func requireFolders() throws {
    for folder in folders where !FileManager.default.fileExists(atPath: folder) {
      throw DiagnosticError(
        Diagnostic(
          "there is no folder \(folder)", help: "name the models folder with --models",
          category: .missing))
    }
  }

  /// The same with every file read that will be asked for, and their hashes.
  ///
  /// What takes longest comes first, so that no thread is left with it at the end.
  private func ahead() -> ModelsFolder {
    let found = folders.flatMap { folder in FolderCensus.files.map { folder + "/" + $0 } }
      .filter { FileManager.default.fileExists(atPath: $0) }
    let paths = found + FolderCensus.loaded.flatMap { files(in: $0).map(\.path) }
    let readings = crew.map(paths.count) { DocumentShelf.read(paths[$0]) }
    var ahead = self
    ahead.shelf = DocumentShelf(readings)
    // Their hashes are of what was read, not of what stands there by now.
    ahead.read = readings.compactMap(readFile)
    ahead.hashes = Hashes(
      facts: ahead.read.hash(of: Self.factFiles), settings: ahead.read.hash(of: Self.settingsFiles),
      texts: ahead.read.hash(of: ["texts"]))
    for (_, reading) in readings {
      guard let document = try? reading.get() else { continue }
      ahead.inlineTexts.add(WrittenTexts(in: document))
    }
    return ahead
  }

  /// A file that was read, with its place in its folder; nil for one that couldn't be.
  private func readFile(
    _ file: (path: String, reading: Result<YAMLDocument, any Error>)
  ) -> ReadFile? {
    guard let text = try? file.reading.get().source.text,
      let folder = folders.indices.last(where: { file.path.hasPrefix(folders[$0] + "/") })
    else { return nil }
    return ReadFile(
      folder: folder, path: String(file.path.dropFirst(folders[folder].count + 1)), text: text)
  }

  private func loadFromShelf() throws -> LoadedModels {
    var problems = DiagnosticCollector()
    problems.report(FolderCensus(folders: folders).problems())
    var overridden: [Replacement] = []
    let readUnits = try problems.attempt {
      try UnitFolders(documents("units.yaml")).read(&overridden)
    }
    problems.report(readUnits?.warnings ?? [])
    let (units, redefined) = (readUnits?.units, readUnits?.redefined ?? [])
    let (facts, factProblems) = FactBase.loadAsFarAsPossible(
      folders: folders, units: units, shelf: shelf, crew: crew)
    let hasAllFacts = !factProblems.contains { $0.severity == .error }
    if !hasAllFacts { problems.report(factProblems) }
    let study = try problems.attempt { try StudyFile(document("study.yaml"), units: units) }
    let policy = try problems.attempt { try ScoringPolicy(document("scoring.yaml"), units: units) }
    guard let units else { throw DiagnosticError(problems.diagnostics) }
    let sourceIDs = facts.map { Set($0.sources.keys) }
    let companyModel = try problems.attempt {
      let file = try document("company.yaml")
      return try CompanyModelReader(units: units, sourceIDs: sourceIDs)
        .read(file, relativeFile: "company.yaml")
    }
    var replaced: [Replacement] = []
    let (models, unreadable, hasAllModels) = try readModels(
      units, sourceIDs, years: study?.years ?? StudyFile.usualYears, &replaced, into: &problems)
    let (markets, hasAllMarkets) = try readMarkets(
      units, sourceIDs, &overridden, into: &problems)
    overridden = replaced + overridden + (facts?.overridden ?? [])
    let scenarios = try readScenarios(&overridden, into: &problems)
    let theses = try readTheses(units, sourceIDs, &overridden, into: &problems)
    let texts = try readTexts(into: &problems)
    overridden += ["company.yaml", "scoring.yaml", "study.yaml"].flatMap(overriddenWholes)
    let fit = facts.map { facts in
      ModelsCheck(
        facts: facts, hasAllFacts: hasAllFacts, models: models, unreadable: unreadable,
        hasAllModels: hasAllModels, companyModel: companyModel, markets: markets,
        hasAllMarkets: hasAllMarkets, study: study, units: units, shelf: shelf,
        marketFacts: files(in: "market-facts").map(\.path))
    }
    // What an unreadable model declares is not missed.
    let claims = (hasAllModels ? study : nil).flatMap { study in
      companyModel.map { companyModel in
        ThesisCheck(
          models: models, companyModel: companyModel,
          companies: hasAllFacts ? facts?.companies.map(\.id) : nil, units: units,
          currency: study.currency, horizon: study.horizon)
      }
    }
    let checks: [@Sendable () -> [Diagnostic]] = [
      { fit?.problems() ?? [] }, { ScenarioCheck(scenarios, facts).problems() },
      { claims.map { theses.flatMap($0.problems) } ?? [] },
    ]
    problems.report(crew.map(checks.count) { checks[$0]() }.flatMap(\.self))
    try problems.throwIfErrors()
    guard let facts, let study, let policy, let companyModel else {
      throw DiagnosticError(problems.diagnostics)
    }
    return LoadedModels(
      study: study, units: units, facts: facts, models: models, markets: markets,
      companyModel: companyModel, policy: policy, scenarios: scenarios,
      theses: theses, texts: texts, overridden: overridden, redefinedUnits: redefined,
      factsSha256: hashes.facts, settingsSha256: hashes.settings, textsSha256: hashes.texts,
      warnings: problems.diagnostics + facts.warnings, files: read)
  }

  /// The units alone, for commands that need no facts.
  package func readUnits() throws -> UnitRegistry {
    try requireFolders()
    var overridden: [Replacement] = []
    return try UnitFolders(documents("units.yaml")).read(&overridden).units
  }

  // MARK: Files

  /// A file that must be in one of the folders; the last folder that has it holds.
  private func document(_ name: String) throws -> YAMLDocument {
    for folder in folders.reversed() {
      let path = folder + "/" + name
      if FileManager.default.fileExists(atPath: path) {
        return try shelf.document(path)
      }
    }
    throw DiagnosticError(
      Diagnostic("there is no file \(folders[0])/\(name)", category: .missing))
  }

  /// The replacements that the last of several files of one name makes.
  private func overriddenWholes(_ name: String) -> [Replacement] {
    let found = folders.map { $0 + "/" + name }
      .filter { FileManager.default.fileExists(atPath: $0) }
    return zip(found, found.dropFirst()).map { Replacement(file: $1, subject: .file($0)) }
  }

  /// A file that must be in one of the folders, from each that has it.
  private func documents(_ name: String) throws -> [YAMLDocument] {
    let paths = folders.map { $0 + "/" + name }
      .filter { FileManager.default.fileExists(atPath: $0) }
    guard !paths.isEmpty else { return [try document(name)] }
    return try paths.map { try shelf.document($0) }
  }

  /// The YAML files of a folder inside each models folder, in order of name.
  func files(in name: String) -> [(path: String, relative: String)] {
    folders.flatMap { folder -> [(path: String, relative: String)] in
      let inside = folder + "/" + name
      let names = (try? FileManager.default.contentsOfDirectory(atPath: inside)) ?? []
      return names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted()
        .map { (inside + "/" + $0, name + "/" + $0) }
    }
  }

  // MARK: Kinds of files

  private func readModels(
    _ units: UnitRegistry, _ sourceIDs: Set<String>?, years: [Int],
    _ overridden: inout [Replacement], into problems: inout DiagnosticCollector
  ) throws -> (models: [ModelFile], unreadable: [ModelFile], isComplete: Bool) {
    let reader = ModelFileReader(units: units, sourceIDs: sourceIDs)
    var models: [String: ModelFile] = [:]
    var unreadable: [ModelFile] = []
    var isComplete = true
    let files = files(in: "paths")
    let readings = try crew.map(files.count) { index in
      try ModelReading(files[index], by: reader, shelf: shelf, years: years)
    }
    for reading in readings {
      problems.report(reading.problems)
      guard let model = reading.model, let source = reading.source else {
        unreadable += [reading.unreadable].compactMap(\.self)
        isComplete = false
        continue
      }
      if let earlier = models[model.id] {
        if folder(of: earlier.file) == folder(of: model.file) {
          problems.report(
            Diagnostic(
              "the path \"\(model.id)\" is declared twice", at: model.location,
              sourceLine: model.location.flatMap { source.line($0.line) },
              help: "\(earlier.location?.description ?? earlier.file) declares it as well; "
                + "give one of them another id"))
        }
        overridden.append(Replacement(file: model.file, subject: .file(earlier.file)))
      }
      models[model.id] = model
    }
    return (
      models.values.sorted { $0.relativeFile < $1.relativeFile }, unreadable, isComplete
    )
  }

  /// The name of a file of markets in reports: its place in the models folder, and where it only
  /// adds to an earlier folder's, that folder too.
  private func place(of file: (path: String, relative: String)) -> String {
    let index = folders.firstIndex { file.path == $0 + "/" + file.relative } ?? 0
    let name = folders[index].split(separator: "/").last.map(String.init) ?? folders[index]
    return index == 0 ? file.relative : name + "/" + file.relative
  }

  private func folder(of path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// The regions with the inputs of all folders; of one that stands in several, the later holds.
  private func readMarkets(
    _ units: UnitRegistry, _ sourceIDs: Set<String>?, _ overridden: inout [Replacement],
    into problems: inout DiagnosticCollector
  ) throws -> (markets: [String: MarketFile], isComplete: Bool) {
    let reader = MarketFileReader(units: units, sourceIDs: sourceIDs)
    var markets: [String: MarketFile] = [:]
    var isComplete = true
    for file in files(in: "markets") where !file.relative.hasSuffix("/exchange-rates.yaml") {
      let market = try problems.attempt {
        try reader.read(shelf.document(file.path), relativeFile: place(of: file))
      }
      guard let market else {
        isComplete = false
        continue
      }
      guard var earlier = markets[market.region] else {
        markets[market.region] = market
        continue
      }
      for input in earlier.merge(market) {
        overridden.append(
          Replacement(
            file: market.file, subject: .marketInput(input, region: market.region)))
      }
      markets[market.region] = earlier
    }
    return (markets, isComplete)
  }

  private func readScenarios(
    _ overridden: inout [Replacement], into problems: inout DiagnosticCollector
  ) throws -> [String: Scenario] {
    var scenarios: [String: Scenario] = [:]
    var places: [String: String] = [:]
    for file in files(in: "scenarios") {
      let scenario = try problems.attempt { try Scenario(shelf.document(file.path)) }
      guard let scenario else { continue }
      problems.report(scenario.warnings)
      if let earlier = places.updateValue(file.path, forKey: scenario.id) {
        if folder(of: earlier) == folder(of: file.path) {
          problems.report(
            Diagnostic(
              "the scenario \"\(scenario.id)\" is declared twice", at: scenario.location,
              sourceLine: scenario.sourceLine,
              help: "\(earlier) declares it as well; give one of them another id"))
        }
        overridden.append(Replacement(file: file.path, subject: .file(earlier)))
      }
      scenarios[scenario.id] = scenario
    }
    return scenarios
  }
}

extension ModelsFolder {
  /// The theses of all folders; of one that stands in several, the later holds.
  private func readTheses(
    _ units: UnitRegistry, _ sourceIDs: Set<String>?, _ overridden: inout [Replacement],
    into problems: inout DiagnosticCollector
  ) throws -> [Thesis] {
    let reader = ThesisReader(units: units, sourceIDs: sourceIDs)
    var theses: [String: Thesis] = [:]
    for file in files(in: "theses") {
      let thesis = try problems.attempt {
        let document = try shelf.document(file.path)
        return try reader.read(
          document, relativeFile: file.relative, sha256: SHA256.hex(document.source.text))
      }
      guard let thesis else { continue }
      if let earlier = theses[thesis.id] {
        overridden.append(Replacement(file: file.path, subject: .file(earlier.file)))
      }
      theses[thesis.id] = thesis
    }
    return theses.values.sorted { $0.relativeFile < $1.relativeFile }
  }
}

extension [ReadFile] {
  /// The hash of the names and texts of those that bear a name, or are in a folder of that name.
  fileprivate func hash(of names: [String]) -> String {
    var text: [UInt8] = []
    for name in names {
      for file in self where file.path == name || file.path.hasPrefix(name + "/") {
        text += Array<UInt8>(file.path.utf8) + [0]
        text += Array<UInt8>(file.text.utf8) + [0]
      }
    }
    return SHA256.hex(text)
  }
}

/// A model file, read and compiled once to find what is wrong with it.
private struct ModelReading: Sendable {
  /// The model; nil where there is a mistake in it.
  var model: ModelFile?
  /// The readable part of a model with mistakes.
  var unreadable: ModelFile?
  var source: SourceText?
  var problems: [Diagnostic] = []

  init(
    _ file: (path: String, relative: String), by reader: ModelFileReader, shelf: DocumentShelf,
    years: [Int]
  ) throws {
    var problems = DiagnosticCollector()
    defer { self.problems = problems.diagnostics }
    guard let document = try problems.attempt({ try shelf.document(file.path) }) else { return }
    source = document.source
    let (found, mistakes) = reader.check(
      document, relativeFile: file.relative, sha256: SHA256.hex(document.source.text),
      years: years)
    problems.report(mistakes)
    if mistakes.contains(where: { $0.severity == .error }) {
      unreadable = found
    } else {
      model = found
    }
  }
}
