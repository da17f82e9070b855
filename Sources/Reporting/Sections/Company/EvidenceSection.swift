import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// The heading above what opens on demand: reported figures, events, inputs of the outcome.
  package static let evidence = Section("Evidence", Words.self) { company, context in
    let hasAny =
      !company.reported.isEmpty || !company.events.isEmpty || !company.outcome.inputs.isEmpty
    return hasAny ? [context.heading(2, Words.title, key: "evidence")] : []
  }
}

private enum Words: String, Phrases {
  static let topic = "Evidence"

  case title = "The evidence"
}
