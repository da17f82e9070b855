package import Publishing
package import RunRecord

/// Every forecast of a backtest, as a list.
package enum ForecastsNote {
  /// A row a forecast, in the order of the record.
  package static func page(_ record: BacktestRecord, _ language: Language) -> Page {
    let rows = record.forecasts.map { one -> [[Inline]] in
      [
        [.text(one.asOf)], [.code(one.company)], language.line(BacktestWords.name(one.view)),
        language.line(BacktestWords.name(one.quantity)), [.text(String(one.years))],
        one.isLosing ? language.line(BacktestWords.losing) : [],
        [.text(DecimalText.fixed(one.pit, digits: 3))],
        [.text(DecimalText.fixed(one.crps, digits: 3))],
        [.text(DecimalText.fixed(one.crpsCarry, digits: 3))],
      ]
    }
    return .note(
      rows.isEmpty
        ? []
        : [
          .table(
            Table(
              columns: [
                language.column(BacktestWords.asOf), language.column(Columns.company),
                language.column(BacktestWords.view), language.column(Columns.metric),
                language.column(BacktestWords.years, .right), Table.Column(""),
                language.column(BacktestWords.meanPit, .right),
                language.column(BacktestWords.crps, .right),
                language.column(BacktestWords.carry, .right),
              ], rows: rows))
        ])
  }
}
