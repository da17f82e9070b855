import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// A section with the warnings that a reader must know before acting on any of it.
  package static let warnings = Section("Warnings", Words.self) { record, context in
    var items = record.warnings.map { ListItem([.text(context.sentence($0))]) }
    for company in record.companies {
      // What is said of the run as a whole isn't said again of each company.
      let warnings = company.warnings.filter { !record.warnings.contains($0) }
      if warnings.isEmpty { continue }
      items.append(
        ListItem(
          context.line(
            Joining.labelled,
            [
              "label": context.companyLink(company.id),
              "value": [
                .text(warnings.map { context.sentence($0) }.joined(separator: " "))
              ],
            ])))
    }
    guard !items.isEmpty else { return [] }
    return [context.heading(2, Words.title), .list(items, ordered: false)]
  }
}

private enum Words: String, Phrases {
  static let topic = "Warnings"

  case title = "Before you act on this"
}
