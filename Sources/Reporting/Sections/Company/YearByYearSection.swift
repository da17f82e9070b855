import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// The company year by year: odds, operation, result, cash.
  package static let yearByYear = Section("YearByYear", Words.self) { company, context in
    guard let outcome = company.outcome.known else { return [] }
    let years = Set(outcome.breakEvenBy.keys).union(outcome.operatingBy.keys)
      .union(outcome.operatingResult.years).union(outcome.revenue?.years ?? [])
      .union(outcome.cash.years).sorted()
    guard !years.isEmpty else { return [] }
    let currency = context.record.run.currency.rawValue
    func title(_ phrase: Words, _ unit: String) -> String {
      context.text(Joining.withUnit, ["name": context.text(phrase), "unit": unit])
    }
    func printed(_ estimate: Estimate?) -> [Inline] {
      guard let estimate else { return context.line(Absence.notModelled) }
      let isExpected = NumberText.currency(of: estimate.unit.rawValue) == currency
      let numbers = context.numbers
      return [.text(isExpected ? numbers.plainInterval(estimate) : numbers.interval(estimate))]
    }
    func odds(_ quantity: Quantity?) -> [Inline] {
      quantity.map(context.probability) ?? context.line(Absence.notModelled)
    }
    let hasOdds = !company.hasBrokenEven
    let rows = years.map { year -> [[Inline]] in
      [[.text(String(year))]]
        + (hasOdds ? [odds(outcome.breakEvenBy[year]), odds(outcome.operatingBy[year])] : [])
        + (outcome.revenue.map { [printed($0[year])] } ?? [])
        + [printed(outcome.operatingResult[year])]
        + (hasOdds ? [printed(outcome.cash[year])] : [])
    }
    var columns = [Table.Column(context.text(Words.year))]
    if hasOdds {
      columns += [
        .init(context.text(Words.brokeEvenBy), .right),
        .init(context.text(Words.operating), .right),
      ]
    }
    if outcome.revenue != nil {
      columns.append(.init(title(Words.revenue, currency + "/year"), .right))
    }
    columns.append(.init(title(Words.operatingResult, currency + "/year"), .right))
    if hasOdds { columns.append(.init(title(Words.cash, currency), .right)) }
    return [
      context.heading(2, Words.title),
      .table(
        Table(
          columns: columns, rows: rows)),
      context.paragraph(Footnotes.meansWithIntervals),
    ]
  }
}

private enum Words: String, Phrases {
  static let topic = "YearByYear"

  case year = "Year"
  case brokeEvenBy = "Broke even by then"
  case operating = "Still operating"
  case revenue = "Revenue"
  case operatingResult = "Operating result"
  case cash = "Cash at year end, with rounds"
  case title = "Year by year"
}
