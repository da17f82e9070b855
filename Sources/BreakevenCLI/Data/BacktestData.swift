import RunRecord

/// How past forecasts held, for programs.
enum BacktestData {
  /// A row a view, quantity, group and number of years.
  static func rows(_ record: BacktestRecord) -> DataTable {
    DataTable(
      [
        "view", "quantity", "group", "years", "n", "companies", "inside_50", "inside_50_low",
        "inside_50_high", "inside_90", "inside_90_low", "inside_90_high", "mean_pit", "crps",
        "crps_carry", "crps_panel", "is_established",
      ],
      rows: record.rows.map { row in
        [
          .text(row.view.rawValue), .text(row.quantity.rawValue), .text(row.group.rawValue),
          .init(row.years), .init(row.count), .init(row.companies),
          .number(row.inside50.value), .number(row.inside50.low), .number(row.inside50.high),
          .number(row.inside90.value), .number(row.inside90.low), .number(row.inside90.high),
          .number(row.meanPit), .number(row.crps), .number(row.crpsCarry), .init(row.crpsPanel),
          .flag(row.isEstablished),
        ]
      })
  }

  /// Every forecast.
  static func forecasts(_ record: BacktestRecord) -> DataTable {
    DataTable(
      [
        "as_of", "company", "view", "quantity", "years", "is_losing", "pit", "crps", "crps_carry",
        "crps_panel",
      ],
      rows: record.allForecasts.map { one in
        [
          .text(one.asOf), .text(one.company), .text(one.view.rawValue),
          .text(one.quantity.rawValue), .init(one.years), .flag(one.isLosing), .number(one.pit),
          .number(one.crps), .number(one.crpsCarry), .init(one.crpsPanel),
        ]
      })
  }
}
