import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// By which rate amounts of the page were converted; nothing where none was.
  package static let currency = Section("Currency", CurrencyNote.Words.self) { company, context in
    // Where no currency was asked for, the accounts' years alone are told in that of the study.
    let hasYears = !(company.nowcast?.years ?? []).isEmpty
    guard hasYears || context.language.conversion != nil else { return [] }
    let own = company.nowcast.map { [$0.unit.rawValue] } ?? []
    return [
      CurrencyNote.paragraph(
        converting: [context.record.run.currency.rawValue] + own, context)
    ].compactMap(\.self)
  }
}
