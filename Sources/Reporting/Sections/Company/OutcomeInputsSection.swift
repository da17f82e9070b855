package import RunRecord

extension Section where Subject == CompanyRecord {
  /// What the outcome rests on besides the paths.
  package static let outcomeInputs = Section("OutcomeInputs") { company, context in
    guard !company.outcome.inputs.isEmpty else { return [] }
    return [
      context.heading(2, .outcomeInputsTitle), context.paragraph(.estimateLegend),
      InputTable.block(company.outcome.inputs, context),
    ]
  }
}
