import Publishing
import RunRecord

/// The drivers of a result as a table: the same as the chart beside it.
enum DriverTable {
  static func block(
    _ drivers: [DriverRecord], isProbability: Bool, _ context: ReportContext
  ) -> Block {
    func end(_ value: Double?) -> [Inline] {
      guard let value else { return context.line(Words.notResolved) }
      return [
        .text(
          isProbability ? context.numbers.probability(value) : context.numbers.points(value))
      ]
    }
    var columns: [Table.Column] = [
      .init(context.text(Columns.input)), .init(context.text(Columns.kind)),
      .init(context.text(Words.variance), .right),
    ]
    let hasEnds = drivers.contains { $0.low != nil || $0.high != nil }
    if hasEnds {
      columns += [
        .init(context.text(Words.atLow), .right), .init(context.text(Words.atHigh), .right),
      ]
    }
    let rows = drivers.map { driver -> [[Inline]] in
      let cells: [[Inline]] = [
        [.text(context.title(driver.title, name: driver.name))],
        KindWords.inlines(driver.kind, context),
        [.text(context.numbers.share(max(0, driver.share) * 100))],
      ]
      return hasEnds ? cells + [end(driver.low), end(driver.high)] : cells
    }
    return .table(Table(columns: columns, rows: rows))
  }
}

extension DriverTable {
  enum Words: String, Phrases {
    static let topic = "DriverTable"

    case notResolved = "not resolved"
    case variance = "Share of variance"
    case atLow = "Result at its low end"
    case atHigh = "Result at its high end"
  }
}
