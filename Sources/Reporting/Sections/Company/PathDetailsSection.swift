import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// Each assessed path: what drives it, its story year by year, what it rests on.
  package static let pathDetails = Section("PathDetails", Words.self) { company, context in
    company.paths.filter { $0.status == .assessed }.flatMap { cell -> [Block] in
      var blocks: [Block] = [
        .heading(2, [.text(context.pathTitle(cell.path))], key: "path:" + cell.path),
        .paragraph(CompanyVerdict.scoreParts(cell, context, phrase: Words.scoreSentence)),
      ]
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
      if !cell.drivers.isEmpty {
        let figure = DriverChart.figure(
          cell.drivers, base: cell.moneyBackIndex.value, isProbability: false,
          path: "charts/drivers.\(safeName(company.id)).\(safeName(cell.path)).svg",
          subject: context.text(company.names) + " · " + context.pathTitle(cell.path), context)
        blocks += [context.heading(3, Headings.drivers), context.paragraph(Words.driversIntro)]
        if let figure { blocks.append(.figure(figure)) }
        blocks.append(DriverTable.block(cell.drivers, isProbability: false, context))
      }
      blocks += story(cell, context)
      if !cell.criteria.isEmpty {
        blocks += [
          context.heading(3, Headings.readiness), CriteriaTable.block(cell, context),
        ]
      }
      if !cell.inputs.isEmpty {
        blocks += [
          context.heading(3, Words.inputsTitle), context.paragraph(Footnotes.estimates),
          InputTable.block(cell.inputs, context),
        ]
      }
      if let trace = TraceTable.block(cell, context) { blocks.append(trace) }
      return blocks
    }
  }

  private static func printed(
    _ estimate: Estimate?, _ print: (Estimate) -> String, _ context: ReportContext
  ) -> [Inline] {
    estimate.map { [.text(print($0))] } ?? context.line(Absence.notModelled)
  }

  private static func story(_ cell: AssessmentRecord, _ context: ReportContext) -> [Block] {
    let years = Set(cell.series.flatMap(\.years)).sorted()
    guard !years.isEmpty else { return [] }
    let columns =
      [Table.Column(context.text(Words.line))]
      + years.map { Table.Column(String($0), .right) }
    let rows = cell.series.map { series -> [[Inline]] in
      let label =
        switch series.name {
        case "revenue": context.text(Words.lineRevenue)
        case "contribution": context.text(Words.lineContribution)
        case "investment": context.text(Words.lineInvestment)
        default: context.title(series.title, name: series.name)
        }
      let estimates = years.map { series[$0] }
      guard series.unit != .fraction else {
        return [[.text(label)]] + estimates.map { printed($0, context.numbers.interval, context) }
      }
      let named = context.line(
        Joining.withUnit, ["name": [.text(label)], "unit": [.text(series.unit.rawValue)]])
      return [named] + estimates.map { printed($0, context.numbers.plainInterval, context) }
    }
    return [
      context.heading(3, Words.storyTitle), .table(Table(columns: columns, rows: rows)),
      context.paragraph(Footnotes.meansWithIntervals),
    ]
  }
}

private enum Words: String, Phrases {
  static let topic = "PathDetails"

  case scoreSentence = """
    Score {score} from recovery {recovery} and readiness {readiness}; money back in \
    {viability} of draws
    """
  case line = "Line"
  case exposureToday = "Share of revenue today, by reported figures: {share}"
  case driversIntro = """
    Recovery at the low and the high tenth of each input, largest share of variance \
    first.
    """
  case storyTitle = "The story, year by year"
  case lineRevenue = "Revenue"
  case lineContribution = "Contribution"
  case lineInvestment = "Investment"
  case inputsTitle = "Inputs"
}
