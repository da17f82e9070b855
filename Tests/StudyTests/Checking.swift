import Diagnostics
import Study
import TestSupport

/// Checks a models folder.
struct Checking {
  private let folder: String
  private let checker: ModelsChecker

  init(_ models: TemporaryModels) {
    self.init(folder: models.path)
  }

  init(folder: String) {
    self.folder = folder
    checker = ModelsChecker(folders: [folder]) { try ModelsFolder([folder]).load() }
  }

  /// The problems of all files, or of one that is named by its place in the folder.
  func problems(_ file: String? = nil, wantsSources: Bool = false, wantsTexts: Bool = false)
    -> [Diagnostic]
  {
    checker.problems(
      of: file.map { [folder + "/" + $0] } ?? [], wantsSources: wantsSources, wantsTexts: wantsTexts
    )
  }

  /// The problems of a file that may lie elsewhere.
  func problems(ofFileAt path: String) -> [Diagnostic] {
    checker.problems(of: [path], wantsSources: false)
  }
}
