import Publishing
import RunRecord

/// The parts of what is said of a company on one path.
enum PathParts {
  /// The score among its parts, today's share, and what to be careful with.
  static func verdict(_ cell: AssessmentRecord, _ context: ReportContext) -> [Block] {
    var blocks: [Block] = [
      .paragraph(CompanyVerdict.scoreParts(cell, context, phrase: Words.scoreSentence))
    ]
    if let index = cell.moneyBackIndex.estimate, index.p50 > 0.5, index.p50 < 99.5 {
      let back = index.p50 / (100 - index.p50)
      blocks.append(
        context.paragraph(
          Words.comesBack, ["amount": [.text(DecimalText.fixed(back, digits: 2))]]))
    }
    if cell.exposureToday.estimate != nil {
      blocks.append(
        context.paragraph(
          Words.exposureToday,
          ["share": context.cell(cell.exposureToday) { context.numbers.share($0.value) }]))
    }
    if !cell.warnings.isEmpty {
      blocks.append(
        .quote([
          .list(cell.warnings.map { ListItem([.text(context.sentence($0))]) }, ordered: false)
        ]))
    }
    return blocks
  }

  /// The drivers of the money-back index, as a chart and a table.
  static func drivers(
    _ cell: AssessmentRecord, of company: CompanyRecord, _ context: ReportContext
  ) -> [Block] {
    guard !cell.drivers.isEmpty else { return [] }
    var blocks = [context.paragraph(Words.driversIntro)]
    if let figure = DriverChart.figure(
      cell.drivers, base: cell.moneyBackIndex.value, isProbability: false,
      path: "charts/drivers.\(safeName(company.id)).\(safeName(cell.path)).svg",
      subject: context.text(company.names) + " · " + context.pathTitle(cell.path), context)
    {
      blocks.append(.figure(figure))
    }
    return blocks + [DriverTable.block(cell.drivers, isProbability: false, context)]
  }

  /// The path year by year.
  static func story(_ cell: AssessmentRecord, _ context: ReportContext) -> [Block] {
    let years = Set(cell.series.flatMap(\.years)).sorted()
    guard !years.isEmpty else { return [] }
    let columns =
      [Table.Column(context.text(Words.line))]
      + years.map { Table.Column(String($0), .right) }
    let rows = cell.series.map { series -> [[Inline]] in
      let estimates = years.map { series[$0] }
      let label = seriesTitle(series, context)
      guard series.unit != .fraction else {
        return [[.text(label)]] + estimates.map { printed($0, context.numbers.interval, context) }
      }
      let named = context.line(
        Joining.withUnit,
        [
          "name": [.text(label)],
          "unit": [.text(context.numbers.told(unit: series.unit.rawValue))],
        ])
      return [named] + estimates.map { printed($0, context.numbers.plainInterval, context) }
    }
    return [
      .table(Table(columns: columns, rows: rows)),
      context.paragraph(Footnotes.meansWithIntervals),
    ]
  }

  /// The title of a series.
  private static func seriesTitle(_ series: YearlySeries, _ context: ReportContext) -> String {
    switch series.name {
    case "revenue": context.text(Words.lineRevenue)
    case "contribution": context.text(Words.lineContribution)
    case "investment": context.text(Words.lineInvestment)
    default: context.title(series.title, name: series.name)
    }
  }

  private static func printed(
    _ estimate: Estimate?, _ print: (Estimate) -> String, _ context: ReportContext
  ) -> [Inline] {
    estimate.map { [.text(print($0))] } ?? context.line(Absence.notModelled)
  }

  enum Words: String, Phrases {
    static let topic = "PathParts"

    case scoreSentence = """
      Score {score} from money-back index {index} and readiness {readiness}; money back in \
      {viability} of draws
      """
    case comesBack = """
      In the middle draw {amount} comes back for every 1.00 that goes out, both at today's value.
      """
    case line = "Line"
    case exposureToday = "Share of revenue today, by reported figures: {share}"
    case driversIntro = """
      Money-back index at the low and the high tenth of each input, largest share of \
      variance first.
      """
    case storyTitle = "The story, year by year"
    case lineRevenue = "Revenue"
    case lineContribution = "Contribution"
    case lineInvestment = "Investment"
  }
}
