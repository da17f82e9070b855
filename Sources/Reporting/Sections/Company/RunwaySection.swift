package import RunRecord

extension Section where Subject == CompanyRecord {
  /// How long the money lasts, three ways, and the cash ahead.
  package static let runway = Section("Runway") { company, context in
    guard let runway = company.outcome.runwayMonths else { return [] }
    func row(_ label: Phrase, _ meaning: Phrase, _ quantity: Quantity) -> [[Inline]] {
      let numbers = context.numbers
      guard let estimate = quantity.estimate else {
        let dash = context.line(.emptyCell)
        let reason = context.line(.inBrackets, ["content": context.points(quantity)])
        return [context.line(label), dash, dash, dash, context.line(meaning) + reason]
      }
      let cells = [estimate.p5, estimate.p50, estimate.p95].map {
        [Inline.text(numbers.months($0, censoredAt: runway.censoredAt))]
      }
      return [context.line(label)] + cells + [context.line(meaning)]
    }
    var blocks: [Block] = [
      context.heading(2, .runwayTitle, key: "runway"),
      .table(
        Table(
          columns: [
            .init(context.text(.columnMonths)), .init(context.text(.columnLow), .right),
            .init(context.text(.columnMiddle), .right), .init(context.text(.columnHigh), .right),
            .init(context.text(.columnMeaning)),
          ],
          rows: [
            row(.runwayStatic, .runwayStaticMeaning, runway.static),
            row(.runwayAlone, .runwayAloneMeaning, runway.alone),
            row(.runwayRounds, .runwayRoundsMeaning, runway.withRounds),
          ])),
      context.paragraph(
        .runwayFooter,
        [
          "limit": [.text(context.numbers.points(runway.censoredAt))],
          "share": context.probability(runway.selfFunding),
        ]),
    ]
    if let figure = CashFan.figure(company, context) { blocks.append(.figure(figure)) }
    return blocks
  }
}
