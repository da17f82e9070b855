import Publishing
import RunRecord

/// Revenue and operating result, the one above the other: what was reported, and the fan of what is
/// simulated.
enum CourseChart {
  /// The chart in the one currency of the context; nil where fewer than two years are known.
  static func figure(_ company: CompanyRecord, _ context: ReportContext) -> Figure? {
    let run = context.record.run
    let title = context.text(
      Words.title, ["company": context.text(company.names), "unit": context.currency + "/year"])
    let description = context.text(Words.description)
    let unit = company.nowcast?.unit.rawValue ?? ""
    let reported = company.nowcast?.years ?? []
    let outcome = company.outcome.known
    let panels = [
      panel(
        YearWords.revenue, reported.map(\.revenue), of: reported, unit, outcome?.revenue, context),
      panel(
        YearWords.operatingResult, reported.map(\.operatingResult), of: reported, unit,
        outcome?.operatingResult, context),
    ]
    let years = Set((outcome?.operatingResult.years ?? []) + (outcome?.revenue?.years ?? []))
    let labels =
      reported.map { (time: $0.end - 0.5, text: String($0.year)) }
      + years.sorted().map { (time: Double($0) + 0.5, text: String($0)) }
    let drawing = PanelDrawing(
      title: title, description: description, panels: panels,
      labels: labels.sorted { $0.time < $1.time },
      today: years.isEmpty ? nil : TimeWords.years(run.asOf),
      names: (
        context.text(Words.reported), context.text(Words.mean), context.text(Words.band)
      ), numbers: context.numbers
    ).drawing
    return drawing.map {
      Figure(
        path: "charts/company.\(safeName(company.id)).course.svg",
        alternative: "\(title). \(description)", drawing: $0)
    }
  }

  private static func panel(
    _ title: YearWords, _ figures: [FiscalYearFigure?], of years: [FiscalYearRecord],
    _ unit: String, _ series: YearlySeries?, _ context: ReportContext
  ) -> PanelDrawing.Panel {
    // A year that is missing ends a line.
    var runs: [[PanelDrawing.Seen]] = [[]]
    for (year, figure) in zip(years, figures) {
      guard let figure else {
        runs.append([])
        continue
      }
      let value = context.numbers.told(figure.middle, unit: unit).value
      runs[runs.count - 1].append(PanelDrawing.Seen(time: year.end - 0.5, value: value))
    }
    let fan = (series?.years ?? []).compactMap { year -> FanDrawing.Column? in
      guard let series, let estimate = series[year] else { return nil }
      func told(_ value: Double) -> Double {
        context.numbers.told(value, unit: series.unit.rawValue).value
      }
      let ends = [estimate.p5, estimate.value, estimate.p95].map(told)
      guard ends.allSatisfy(\.isFinite) else { return nil }
      return FanDrawing.Column(
        time: Double(year) + 0.5, label: String(year), low: ends[0], median: ends[1],
        high: ends[2])
    }
    return PanelDrawing.Panel(
      title: context.text(title), seen: runs.filter { !$0.isEmpty }, expected: fan)
  }
}

extension CourseChart {
  enum Words: String, Phrases {
    static let topic = "CourseChart"

    case title = "{company}: revenue and operating result, {unit}"
    case description = """
      Points: reported years; line and band: mean and p5 to p95 of simulated years; dashed: today
      """
    case reported
    case mean = "mean"
    case band = "p5–p95"
  }
}
