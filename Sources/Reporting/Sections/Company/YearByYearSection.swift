package import RunRecord

extension Section where Subject == CompanyRecord {
  /// The company year by year: odds, operation, result, cash.
  package static let yearByYear = Section("YearByYear") { company, context in
    guard let outcome = company.outcome.known else { return [] }
    let years = Set(outcome.breakEvenBy.keys).union(outcome.operatingBy.keys)
      .union(outcome.operatingResult.years).union(outcome.cash.years).sorted()
    guard !years.isEmpty else { return [] }
    let currency = context.record.run.currency.rawValue
    func title(_ phrase: Phrase, _ unit: String) -> String {
      context.text(.withUnit, ["name": context.text(phrase), "unit": unit])
    }
    func printed(_ estimate: Estimate?) -> [Inline] {
      guard let estimate else { return context.line(.notModelled) }
      let isExpected = NumberText.currency(of: estimate.unit.rawValue) == currency
      let numbers = context.numbers
      return [.text(isExpected ? numbers.plainInterval(estimate) : numbers.interval(estimate))]
    }
    func odds(_ quantity: Quantity?) -> [Inline] {
      quantity.map(context.probability) ?? context.line(.notModelled)
    }
    let hasOdds = !company.hasBrokenEven
    let rows = years.map { year -> [[Inline]] in
      [[.text(String(year))]] + (hasOdds ? [odds(outcome.breakEvenBy[year])] : []) + [
        odds(outcome.operatingBy[year]), printed(outcome.operatingResult[year]),
        printed(outcome.cash[year]),
      ]
    }
    let oddsColumn = Table.Column(context.text(.columnBrokeEvenBy), .right)
    return [
      context.heading(2, .yearByYearTitle),
      .table(
        Table(
          columns: [.init(context.text(.columnYear))] + (hasOdds ? [oddsColumn] : []) + [
            .init(context.text(.columnOperating), .right),
            .init(title(.columnOperatingResult, currency + "/year"), .right),
            .init(title(.columnCash, currency), .right),
          ], rows: rows)),
      context.paragraph(.meansWithIntervals),
    ]
  }
}
