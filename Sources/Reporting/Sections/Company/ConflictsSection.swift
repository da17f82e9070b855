import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// Where sources disagree, and what else is odd about the company's figures.
  package static let conflicts = Section("Conflicts", ConflictWords.self) { company, context in
    guard !company.warnings.isEmpty else { return [] }
    return [
      context.heading(2, ConflictWords.title, key: ConflictWords.key),
      .list(
        company.warnings.map { ListItem([.text(context.sentence($0))]) }, ordered: false),
    ]
  }
}

/// The words on what to be careful with.
enum ConflictWords: String, Phrases {
  static let topic = "Conflicts"
  static let key = "conflicts"

  case title = "Conflicts and oddities"
}
