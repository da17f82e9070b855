import RunRecord

/// What drives a result, as a table: the same as the chart beside it.
enum DriverTable {
  static func block(
    _ drivers: [DriverRecord], isProbability: Bool, _ context: ReportContext
  ) -> Block {
    func end(_ value: Double?) -> [Inline] {
      guard let value else { return context.line(.notResolved) }
      return [
        .text(
          isProbability ? context.numbers.probability(value) : context.numbers.points(value))
      ]
    }
    return .table(
      Table(
        columns: [
          .init(context.text(.columnInput)), .init(context.text(.columnKind)),
          .init(context.text(.columnVariance), .right),
          .init(context.text(.columnAtLow), .right), .init(context.text(.columnAtHigh), .right),
        ],
        rows: drivers.map { driver in
          [
            [.text(context.title(driver.title, name: driver.name))],
            KindWords.inlines(driver.kind, context),
            [.text(context.numbers.share(max(0, driver.share) * 100))], end(driver.low),
            end(driver.high),
          ]
        }))
  }
}
