public import Publishing
internal import Reporting
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
}
