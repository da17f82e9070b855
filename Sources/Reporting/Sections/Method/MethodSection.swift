package import RunRecord

extension Section where Subject == RunRecord {
  /// How the numbers come about, what they don't say, and how well they are known.
  package static let method = Section("Method") { record, context in
    let run = record.run
    func list(_ phrases: [Phrase]) -> Block {
      .list(phrases.map { ListItem(context.line($0)) }, ordered: false)
    }
    // The largest error that a probability can have at this number of draws, in points of 100.
    let error = run.draws > 0 ? (0.25 / Double(run.draws)).squareRoot() * 100 : .nan
    let count = InputCount(record)
    return [
      context.paragraph(.methodIntro, ["horizon": [.text(String(run.horizon))]]),
      context.heading(2, .methodNumbersTitle),
      list([
        .readOdds, .readBaseRate, .methodStates, .methodAnchor, .readHeadroom, .readRunway,
        .methodRecovery,
        .readExposure, .readScore, .methodCarry, .methodReadiness, .readRank,
      ]),
      context.paragraph(.scoreAnchors), context.paragraph(.accountingNote),
      context.heading(2, .methodEstimateTitle, key: "estimate"),
      list([.methodFact, .readEstimate, .methodAssumption, .readUnknown, .methodMostly]),
      context.paragraph(
        .howSure,
        [
          "total": [.text(String(count.total))], "facts": [.text(String(count.facts))],
          "estimates": [.text(String(count.estimates))],
          "assumptions": [.text(String(count.assumptions))],
        ]),
      context.heading(2, .methodErrorTitle),
      context.paragraph(
        .methodError,
        [
          "draws": [.text(DecimalText.grouped(Double(run.draws)))],
          "error": [.text(DecimalText.fixed(error, digits: 1))],
          "rate": [.text(context.numbers.share(run.discountRate * 100))],
        ]),
      context.heading(2, .methodWeaknessTitle),
      .list(
        [
          Phrase.weakness1, .weakness2, .weakness3, .weakness4, .weakness5, .weakness6,
          .weakness7, .weakness8,
        ].map { ListItem(context.line($0, ["horizon": [.text(String(run.horizon))]])) },
        ordered: true),
    ]
  }
}
