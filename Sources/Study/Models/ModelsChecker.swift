package import Diagnostics
internal import Evaluation
internal import Facts
internal import Foundation
internal import Units

/// Checks the files of models folders, all of them or some.
package struct ModelsChecker {
  let folders: [String]
  /// Reads the folders, or gives what was read of them before.
  let load: () throws -> LoadedModels
  /// Finds what only whoever evaluates can: whether there is what scenarios change.
  let further: (LoadedModels) -> [Diagnostic]

  package init(
    folders: [String], load: @escaping () throws -> LoadedModels,
    further: @escaping (LoadedModels) -> [Diagnostic] = { _ in [] }
  ) {
    self.folders = folders
    self.load = load
    self.further = further
  }

  /// Every problem of the files given, or of all folders if none is, warnings included.
  ///
  /// A file in one of the models folders is checked with all that it refers to; any other file is
  /// read as a model. With `wantsSources`, assumptions that rest on a reason alone are named too, with
  /// `wantsTexts` what a language of the folders' files of texts leaves out, and what they translate
  /// though no file says it.
  package func problems(
    of files: [String], wantsSources: Bool, wantsTexts: Bool = false
  ) -> [Diagnostic] {
    let all = checkFolders(wantsSources, wantsTexts)
    if files.isEmpty { return all.problems }
    return files.flatMap { file -> [Diagnostic] in
      guard isInFolders(file) else { return checkModel(file, all.loaded, wantsSources) }
      return problems(of: file, among: all.problems)
    }
  }

  /// Everything in the folders; nil for what was loaded if there are errors.
  private func checkFolders(
    _ wantsSources: Bool, _ wantsTexts: Bool
  ) -> (problems: [Diagnostic], loaded: LoadedModels?) {
    do {
      let loaded = try load()
      let markets = loaded.markets.values.sorted { $0.file < $1.file }
      let found =
        try loaded.warnings
        + loaded.models.flatMap { warnings(of: $0, loaded, wantsSources) }
        + markets.flatMap { ModelWarnings.diagnostics(of: $0, wantsSources: wantsSources) }
        + companyMistakes(loaded) + further(loaded)
        + (wantsTexts ? texts(loaded).problems : [])
      return (found.inOrderOfPlaces, loaded)
    } catch let error as DiagnosticError {
      return (error.diagnostics.inOrderOfPlaces, nil)
    } catch {
      return ([Diagnostic("\(error)")], nil)
    }
  }

  /// What the files say in words, held against their translations.
  private func texts(_ loaded: LoadedModels) throws -> TextsCheck {
    try TextsCheck(
      loaded.files.map { (folders[$0.folder] + "/" + $0.path, $0.text) }
        .sorted { $0.0 < $1.0 }, loaded.texts)
  }

  /// What is wrong with the formulas of the company model.
  private func companyMistakes(_ loaded: LoadedModels) -> [Diagnostic] {
    do {
      try CompanyModel(loaded.companyModel, units: loaded.units).check(years: loaded.study.years)
      return []
    } catch let error as DiagnosticError {
      return error.diagnostics
    } catch {
      return [Diagnostic("\(error)")]
    }
  }

  /// Returns true if a file is there and lies in one of the models folders, where its kind is
  /// known by its place.
  private func isInFolders(_ file: String) -> Bool {
    let path = Self.absolute(file)
    return FileManager.default.fileExists(atPath: path)
      && folders.contains { path.hasPrefix(Self.absolute($0) + "/") }
  }

  /// The problems found in a file, and a word about errors elsewhere, which may hide more.
  private func problems(of file: String, among all: [Diagnostic]) -> [Diagnostic] {
    let path = Self.absolute(file)
    let own = all.filter { $0.location.map { Self.absolute($0.file) == path } ?? true }
    let elsewhere =
      all.filter { $0.severity == .error }.count
      - own.filter { $0.severity == .error }.count
    guard elsewhere > 0 else { return own }
    return own + [
      Diagnostic(
        elsewhere == 1
          ? "there is an error in another file" : "there are \(elsewhere) errors in other files",
        help: "`breakeven model check` without a file lists them; until they are mended, "
          + "nothing can be evaluated", severity: .warning)
    ]
  }

  private func checkModel(
    _ file: String, _ loaded: LoadedModels?, _ wantsSources: Bool
  ) -> [Diagnostic] {
    do {
      let model = try ModelFinder(folders: folders).read(
        file, sourceIDs: loaded.map { Set($0.facts.sources.keys) },
        years: loaded?.study.years ?? StudyFile.usualYears)
      let references = loaded.map { loaded in
        ModelsCheck(
          facts: loaded.facts, hasAllFacts: true, models: [], unreadable: [], hasAllModels: true,
          companyModel: nil, markets: loaded.markets, hasAllMarkets: true, study: loaded.study,
          units: loaded.units
        ).references(of: model)
      }
      return ((references ?? []) + warnings(of: model, loaded, wantsSources)).inOrderOfPlaces
    } catch let error as DiagnosticError {
      return error.diagnostics
    } catch {
      return [Diagnostic("\(error)")]
    }
  }

  private static func absolute(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.path
  }

  private func warnings(
    of model: ModelFile, _ loaded: LoadedModels?, _ wantsSources: Bool
  ) -> [Diagnostic] {
    guard let units = try? loaded?.units ?? ModelsFolder(folders).readUnits() else { return [] }
    let evaluator = ModelEvaluator(model, units: units)
    let compiled = try? evaluator.compile(
      years: model.years ?? loaded?.study.years ?? StudyFile.usualYears,
      varying: evaluator.declaredVarying)
    let readElsewhere = (loaded?.companyModel.inputs ?? []).compactMap { input -> String? in
      guard case .given(let given) = input, case .path(model.id, let variable, _) = given.origin
      else { return nil }
      return variable
    }
    return ModelWarnings(
      model: model, compiled: compiled, readElsewhere: Set(readElsewhere),
      wantsSources: wantsSources
    ).diagnostics()
  }
}
