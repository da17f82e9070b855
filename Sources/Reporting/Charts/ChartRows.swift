import Publishing

/// The rows of a chart: never more than a page holds, with a line of what is left out.
enum ChartRows {
  /// The first rows, and what to say of the others; nil where there are none.
  static func shown<Row>(
    _ all: [Row], most: Int = ReportContext.mostShown, _ context: some Speaker
  ) -> (rows: [Row], more: String?) {
    let rows = Array(all.prefix(most))
    return (rows, more(all.count - rows.count, context))
  }

  /// That so many more stand in the table; nil for none.
  static func more(_ count: Int, _ context: some Speaker) -> String? {
    count > 0 ? context.text(Words.more, ["count": String(count)]) : nil
  }
}

extension ChartRows {
  enum Words: String, Phrases {
    static let topic = "ChartRows"

    case more = "{count} more stand in the table."
  }
}
