import Findings
import Publishing
package import RunRecord

extension Section where Subject == RunRecord {
  /// Each company with an outcome, in a few lines.
  package static let companyByCompany = Section("CompanyByCompany", Words.self) { record, context in
    let odds = context.companiesInOrder.filter { context.findings.odds($0) != nil }
    guard !odds.isEmpty else { return [] }
    return [
      context.heading(2, Words.title),
      .list(odds.map { CompanyVerdict.item($0, context) }, ordered: false),
    ]
  }
}

private enum Words: String, Phrases {
  static let topic = "CompanyByCompany"

  case title = "Company by company"
}
