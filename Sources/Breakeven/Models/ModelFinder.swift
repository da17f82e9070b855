internal import Diagnostics
internal import Documents
internal import Evaluation
internal import Facts
internal import Foundation

/// Finds a model by its path's id or by its file.
struct ModelFinder {
  let folders: [String]

  /// The model, and what was loaded besides if the folders could be read whole.
  ///
  /// - Throws: `DiagnosticError` when there is no such model or its file has mistakes.
  func model(_ pathOrFile: String, loaded: () throws -> LoadedModels) throws -> ModelFile {
    let looksLikeFile = pathOrFile.hasSuffix(".yaml") || pathOrFile.contains("/")
    guard looksLikeFile else {
      let models = try loaded().models
      guard let model = models.first(where: { $0.id == pathOrFile }) else {
        throw DiagnosticError(
          Diagnostic(
            "there is no path \"\(pathOrFile)\"",
            help: Suggestion.help(for: pathOrFile, among: models.map(\.id))
              ?? "name one of \(models.map(\.id).joined(separator: ", ")), or a model's file",
            category: .missing))
      }
      return model
    }
    return try read(pathOrFile, sourceIDs: try? Set(loaded().facts.sources.keys))
  }

  /// Reads a model's file and compiles it, so that every mistake in it shows.
  ///
  /// - Throws: `DiagnosticError` with all mistakes.
  func read(_ file: String, sourceIDs: Set<String>?) throws -> ModelFile {
    let units = try ModelsFolder(folders).readUnits()
    let document = try YAMLDocument(contentsOf: file)
    let inFolder = folders.first { file.hasPrefix($0 + "/") }
    let relative = inFolder.map { String(file.dropFirst($0.count + 1)) } ?? file
    let model = try ModelFileReader(units: units, sourceIDs: sourceIDs).read(
      document, relativeFile: relative, sha256: SHA256.hex(document.source.text))
    let evaluator = ModelEvaluator(model, units: units)
    _ = try evaluator.compile(
      years: model.years ?? [2025, 2026], varying: evaluator.declaredVarying)
    return model
  }
}

extension ModelFile {
  /// The years of the model's own, if it sets them.
  var years: [Int]? {
    guard let start, let horizon, start <= horizon else { return nil }
    return Array(start...horizon)
  }
}
