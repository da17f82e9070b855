package import Diagnostics
package import Documents
package import Evaluation
package import Facts
package import Units

/// Everything that strategy teams own, read and checked: one or several models folders, of which
/// the later ones override by id.
package struct LoadedModels: Sendable {
  package var study: StudyFile
  package var units: UnitRegistry
  package var facts: FactBase
  package var models: [ModelFile]
  package var markets: [String: MarketFile]
  package var companyModel: CompanyFormulas
  package var policy: ScoringPolicy
  package var scenarios: [String: Scenario]
  /// The theses, in the order of their files' names.
  package var theses: [Thesis]
  /// What the files say in words, in other languages.
  package var texts: WrittenTexts
  /// The declarations and files read from a later folder in place of an earlier one's.
  package var overridden: [Replacement]
  /// The units that a later folder means otherwise than an earlier one.
  package var redefinedUnits: [RedefinedUnit]
  package var factsSha256: String
  package var settingsSha256: String
  /// The hash of the files that say texts in other languages: no number hangs on them.
  package var textsSha256: String
  package var warnings: [Diagnostic]
  /// The files that it was read from.
  package var files: [ReadFile] = []
}

/// A file of a models folder as it was read.
package struct ReadFile: Hashable, Sendable {
  /// The place of its folder among the models folders.
  package var folder: Int
  /// Its place in the folder, such as `companies/cloudwalk.yaml`.
  package var path: String
  /// Its text.
  package var text: String
}
