internal import Diagnostics
internal import Documents
package import Evaluation
internal import Facts
internal import Foundation
internal import Hashing

/// Finds a model by its path's id or by its file.
package struct ModelFinder {
  let folders: [String]

  package init(folders: [String]) {
    self.folders = folders
  }

  /// The model, and what was loaded besides if the folders could be read whole.
  ///
  /// - Throws: `DiagnosticError` when there is no such model or its file has mistakes.
  package func model(_ pathOrFile: String, loaded: () throws -> LoadedModels) throws -> ModelFile {
    let looksLikeFile = pathOrFile.hasSuffix(".yaml") || pathOrFile.contains("/")
    guard looksLikeFile else {
      let models = try loaded().models
      guard let model = models.first(where: { $0.id == pathOrFile }) else {
        throw DiagnosticError(
          Diagnostic(
            "there is no path \"\(pathOrFile)\"",
            help: pathOrFile == "company"
              ? "the company model runs for a company: `breakeven explain COMPANY break_even`"
              : Suggestion.help(for: pathOrFile, among: models.map(\.id))
                ?? "name one of \(models.map(\.id).joined(separator: ", ")), or a model's file",
            category: .missing))
      }
      return model
    }
    let known = try? loaded()
    return try read(
      pathOrFile, sourceIDs: known.map { Set($0.facts.sources.keys) },
      years: known?.study.years ?? StudyFile.usualYears)
  }

  /// Reads a model's file and compiles it, so that every mistake in it shows.
  ///
  /// - Throws: `DiagnosticError` with all mistakes.
  func read(
    _ file: String, sourceIDs: Set<String>?, years: [Int] = StudyFile.usualYears
  ) throws -> ModelFile {
    let units = try ModelsFolder(folders).readUnits()
    let document = try YAMLDocument(contentsOf: file)
    let inFolder = folders.first { file.hasPrefix($0 + "/") }
    let relative = inFolder.map { String(file.dropFirst($0.count + 1)) } ?? file
    let (model, mistakes) = ModelFileReader(units: units, sourceIDs: sourceIDs).check(
      document, relativeFile: relative, sha256: SHA256.hex(document.source.text), years: years)
    guard let model, !mistakes.contains(where: { $0.severity == .error }) else {
      throw DiagnosticError(mistakes)
    }
    return model
  }
}
