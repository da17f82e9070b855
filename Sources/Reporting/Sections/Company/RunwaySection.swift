import Publishing
package import RunRecord

extension Section where Subject == CompanyRecord {
  /// A section on the time that the money lasts, three ways, and the cash ahead.
  package static let runway = Section("Runway", Words.self) { company, context in
    guard let runway = company.outcome.runwayMonths else { return [] }
    func row(_ label: Words, _ meaning: Words, _ quantity: Quantity) -> [[Inline]] {
      let numbers = context.numbers
      guard let estimate = quantity.estimate else {
        let dash = context.line(Absence.emptyCell)
        let reason = context.line(Joining.inBrackets, ["content": context.points(quantity)])
        return [context.line(label), dash, dash, dash, context.line(meaning) + reason]
      }
      let cells = [estimate.p5, estimate.p50, estimate.p95].map {
        [Inline.text(numbers.months($0, censoredAt: runway.censoredAt))]
      }
      return [context.line(label)] + cells + [context.line(meaning)]
    }
    var blocks: [Block] = [
      context.heading(2, Words.title, key: "runway"),
      .table(
        Table(
          columns: [
            .init(context.text(Words.months)), .init(context.text(Words.low), .right),
            .init(context.text(Words.middle), .right), .init(context.text(Words.high), .right),
            .init(context.text(Columns.meaning)),
          ],
          rows: [
            row(Words.atPresentBurn, Words.atPresentBurnMeaning, runway.static),
            row(Words.alone, Words.aloneMeaning, runway.alone),
            row(Words.rounds, Words.roundsMeaning, runway.withRounds),
          ])),
      context.paragraph(
        Words.footer,
        [
          "limit": [.text(context.numbers.points(runway.censoredAt))],
          "share": context.probability(runway.selfFunding),
        ]),
    ]
    if let figure = CashFan.figure(company, context.inOneCurrency) {
      blocks.append(.details(summary: context.line(Words.chart), [.figure(figure)]))
    }
    return blocks
  }
}

private enum Words: String, Phrases {
  static let topic = "Runway"

  case months = "Months until the money runs out"
  case low = "p5"
  case middle = "p50"
  case high = "p95"
  case title = "How long the money lasts"
  case chart = "Cash at year ends, drawn"
  case atPresentBurn = "At today's pace"
  case atPresentBurnMeaning = "cash over the burn of the latest twelve months"
  case alone = "Simulated, no new money"
  case aloneMeaning = "costs, revenue and paths move on; nobody invests"
  case rounds = "Simulated, with rounds"
  case roundsMeaning = "financing may succeed or fail each year"
  case footer = """
    ">{limit}" is longer than the model looks. Share of draws in which the company lives \
    on its own money: {share}.
    """
}
