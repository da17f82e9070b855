package import RunRecord

extension Section where Subject == RunRecord {
  /// Each company with an outcome, in a few lines.
  package static let companyByCompany = Section("CompanyByCompany") { record, context in
    let odds = context.companiesInOrder.filter {
      context.headline($0.outcome) != nil && !$0.hasBrokenEven
    }
    guard !odds.isEmpty else { return [] }
    return [
      context.heading(2, .companyByCompany),
      .list(odds.map { CompanyVerdict.item($0, context) }, ordered: false),
    ]
  }
}
