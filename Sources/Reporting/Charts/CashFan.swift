import Publishing
import RunRecord

/// Cash at year ends: the median in a band from the 5th to the 95th percentile.
enum CashFan {
  static func figure(_ company: CompanyRecord, _ context: ReportContext) -> Figure? {
    let title = context.text(
      Words.title,
      ["company": context.text(company.names), "currency": context.currency])
    let description = context.text(Words.description)
    let fan = FanDrawing(
      title: title, description: description, columns: columns(company, context),
      median: context.text(Words.median), band: context.text(Words.band),
      notes: context.text(Words.operating), numbers: context.numbers)
    guard let drawing = fan.drawing else { return nil }
    return Figure(
      path: "charts/company.\(safeName(company.id)).cash.svg",
      alternative: "\(title). \(description)", drawing: drawing)
  }

  private static func columns(_ company: CompanyRecord, _ context: ReportContext) -> [FanDrawing
    .Column]
  {
    let run = context.record.run
    guard let outcome = company.outcome.known else { return [] }
    let start = outcome.cashAtStart.map { estimate in
      column(date(run.asOf) ?? Double(run.startYear), run.asOf, estimate, context)
    }
    let years = outcome.cash.values.map { year, estimate in
      column(
        Double(year + 1), String(year), estimate, context,
        note: outcome.operatingBy[year]?.value.map(context.numbers.probability))
    }
    return ([start].compactMap(\.self) + years)
      .filter { $0.low.isFinite && $0.median.isFinite && $0.high.isFinite }
      .sorted { $0.time < $1.time }
  }

  private static func column(
    _ time: Double, _ label: String, _ estimate: Estimate, _ context: ReportContext,
    note: String? = nil
  ) -> FanDrawing.Column {
    func told(_ value: Double) -> Double {
      context.numbers.told(value, unit: estimate.unit.rawValue).value
    }
    return FanDrawing.Column(
      time: time, label: label, low: told(estimate.p5), median: told(estimate.p50),
      high: told(estimate.p95), note: note)
  }

  /// A day as a year with its elapsed share, near enough for a chart.
  private static func date(_ text: String) -> Double? {
    let parts = text.split(separator: "-").compactMap { Double($0) }
    guard parts.count == 3 else { return nil }
    return parts[0] + (parts[1] - 1 + (parts[2] - 1) / 31) / 12
  }
}

extension CashFan {
  enum Words: String, Phrases {
    static let topic = "CashFan"

    case title = "{company}: cash at year ends, with rounds, {currency}"
    case description = "Line: median; band: p5 to p95 of simulated cash"
    case band = "p5–p95"
    case median = "median"
    case operating = "still operating"
  }
}
