import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// The most remarks of the first page; those on other companies stand on theirs.
  private static let mostShown = 20

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
    let shown = items.prefix(mostShown)
    return [context.heading(2, Words.title), .list(Array(shown), ordered: false)]
      + (items.count > shown.count
        ? [
          context.paragraph(
            Words.others, ["count": [.text(String(items.count - shown.count))]])
        ] : [])
  }
}

private enum Words: String, Phrases {
  static let topic = "Warnings"

  case title = "Before you act on this"
  case others = "Of {count} more companies there is such a remark at the head of their pages."
}
