package import Publishing
package import RunRecord

extension StatementKind {
  /// Its sentence, which the record declares, for languages to translate.
  package var phrase: Phrase { Phrase(id: "Statements." + rawValue, english: english) }
}
