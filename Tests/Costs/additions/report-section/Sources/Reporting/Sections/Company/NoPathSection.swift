import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// That a company is on none of the paths.
  package static let noPath = Section("NoPath", Words.self) { company, context in
    guard company.paths.allSatisfy({ $0.notPursued != nil }) else { return [] }
    return [
      context.heading(2, Words.title),
      context.paragraph(Words.text, ["company": [.text(context.text(company.names))]]),
    ]
  }
}

private enum Words: String, Phrases {
  static let topic = "NoPath"

  case title = "No path"
  case text = "{company} is on no path of the study."
}
