internal import Assessment
public import Publishing
internal import Reporting
public import RunRecord
internal import Study

// What results can be said in.
extension Workspace {
  /// English, the languages shipped with the program, and those of the folders' `languages/*.yaml`;
  /// of a tag that comes twice, the later file holds.
  ///
  /// - Throws: `DiagnosticError` with all mistakes of the first file that has any.
  public func languages() throws -> [Language] {
    var catalogue = LanguageCatalogue.shipped
    for document in try ModelsFolder(folders).languages() { try catalogue.add(document) }
    return catalogue.languages
  }

  /// Reads a layout: what stands on the pages of reports, and in which words.
  ///
  /// - Throws: `DiagnosticError` with all mistakes of the file.
  public func layout(file path: String) throws -> Layout {
    try Layout(contentsOf: path, languages: languages())
  }

  /// What the folders' files say in words, in other languages, by the text as it stands in them.
  ///
  /// - Throws: `DiagnosticError` with all mistakes of the folders.
  public func texts() throws -> [String: LocalizedText] {
    try load().texts.localized
  }
}
