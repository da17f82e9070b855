import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// A section with the inputs of the outcome besides the paths.
  package static let outcomeInputs = Section("OutcomeInputs", Words.self) { company, context in
    guard !company.outcome.inputs.isEmpty else { return [] }
    return [
      .details(
        summary: context.line(Words.title),
        [
          context.paragraph(Footnotes.estimates), InputTable.block(company.outcome.inputs, context),
        ])
    ]
  }
}

private enum Words: String, Phrases {
  static let topic = "OutcomeInputs"

  case title = "What the outcome rests on"
}
