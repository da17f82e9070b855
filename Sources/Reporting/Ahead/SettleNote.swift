import Findings
package import Publishing
package import RunRecord

/// What `breakeven settle` prints: into which branch each forecast fell, what that says of the
/// companies, and how the forecasts held.
package struct SettleNote: Speaker {
  private let record: SettlementRecord
  package let language: Language
  private var speech: FigureSpeech { FigureSpeech(language: language) }

  /// A note.
  package init(_ record: SettlementRecord, language: Language = .english) {
    self.record = record
    self.language = language
  }

  /// The note.
  package var page: Page {
    // Of many companies those of which something came.
    let told =
      record.companies.count > 3
      ? record.companies.filter { $0.effectiveDraws != nil } : record.companies
    return .note(told.flatMap(blocks(of:)) + scores)
  }

  // MARK: Companies

  private func blocks(of company: CompanySettlement) -> [Block] {
    var blocks: [Block] = [.paragraph(verdict(company))]
    // What isn't known yet is told where it is asked for.
    let told =
      record.companies.count > 3 ? company.figures.filter { $0.seen != nil } : company.figures
    if !told.isEmpty { blocks.append(table(told)) }
    if company.figures.contains(where: \.hasMoved) {
      blocks.append(paragraph(AheadWords.moved, ["day": [.text(record.asOf)]]))
    }
    return blocks
  }

  private func verdict(_ company: CompanySettlement) -> [Inline] {
    let name: [Inline] = [.strong([.text(text(company.names))])]
    guard let effective = company.effectiveDraws else {
      return line(AheadWords.unsettled, ["name": name])
    }
    let counts: [String: [Inline]] = [
      "name": name, "effective": [.text(numbers.points(effective))],
      "draws": [.text(String(record.draws))], "least": [.text(numbers.points(company.leastDraws))],
      "command": [.text(company.command ?? "")],
    ]
    switch company.refusal {
    case .noOdds: return line(AheadWords.noOdds, counts)
    case .tooFewDraws where effective == 0: return line(AheadWords.noneAgree, counts)
    case .tooFewDraws: return line(AheadWords.tooFew, counts)
    case nil: break
    }
    guard let base = company.base, let new = company.new else {
      return line(AheadWords.noOdds, counts)
    }
    let share = new.brokeEven
    let error = (share * (1 - share) / max(effective, 1)).squareRoot()
    var sentence = line(
      AheadWords.settled,
      counts.merging([
        "base": [.text(numbers.probability(base.brokeEven))],
        "new": [.text(numbers.probability(share))], "error": [.text(speech.tenths(100 * error))],
      ]) { $1 })
    let clear = record.judgements.likelihood.moreLikelyThanNot
    let groups = [base, new].map { OutcomeGroup($0, clear: clear) }
    if groups[0] != groups[1] {
      sentence += line(
        AheadWords.regroups,
        [
          "base": [.text(speech.group(groups[0]))], "new": [.text(speech.group(groups[1]))],
        ])
    }
    return sentence
  }

  private func table(_ figures: [SettledFigure]) -> Block {
    .table(
      Table(
        columns: [
          column(AheadWords.figure), column(AheadWords.forecast, .right),
          column(AheadWords.came, .right), column(AheadWords.fell),
          column(AheadWords.level, .right),
        ],
        rows: figures.map { figure in
          let (forecast, unit) = (figure.forecast, figure.forecast.unit)
          return [
            [
              .text(
                speech.label(
                  forecast.kind, period: forecast.period, isUndated: forecast.expectedBy == nil))
            ], [.text(speech.interval(forecast.forecast, unit))],
            [.text(figure.seen.map { speech.value($0, unit) } ?? text(AheadWords.notYet))],
            [.text(figure.branch.map { branch($0, forecast) } ?? "")],
            [.text(figure.level.map { numbers.share(100 * $0) } ?? "")],
          ]
        }))
  }

  /// `the middle: 18 % to 25 % (38 %)`.
  private func branch(_ index: Int, _ tripwire: Tripwire) -> String {
    let branch = tripwire.branches[index]
    let place: AheadWords =
      tripwire.branches.count == 1
      ? AheadWords.only
      : index == 0
        ? AheadWords.lowest
        : index == tripwire.branches.count - 1 ? AheadWords.highest : AheadWords.middle
    let range = text(
      Joining.nameWithDetail,
      [
        "name": speech.range(branch, tripwire.kind, tripwire.unit),
        "detail": numbers.probability(branch.chance),
      ])
    return text(Joining.labelled, ["label": text(place), "value": range])
  }

  // MARK: Scores

  private var scores: [Block] {
    guard !record.scores.isEmpty else { return [] }
    return [
      heading(2, AheadWords.scores),
      .table(
        Table(
          columns: [
            column(AheadWords.figure), column(AheadWords.count, .right),
            column(AheadWords.inside50, .right), column(AheadWords.inside90, .right),
            column(AheadWords.fellInto, .right),
          ], rows: record.scores.map(row))),
      paragraph(
        AheadWords.scored, ["day": [.text(record.asOf)], "until": [.text(record.settledOn)]]),
    ]
  }

  private func row(_ score: FigureScore) -> [[Inline]] {
    [
      [.text(text(score.kind.map(AheadWords.name(of:)) ?? AheadWords.all))],
      [.text("\(score.count) (\(score.companies))")],
      [.text(share(score.inside50, score.interval50))],
      [.text(share(score.inside90, score.interval90))],
      [.text(score.branches.map(String.init).joined(separator: ", "))],
    ]
  }

  private func share(_ share: Double, _ interval: [Double]) -> String {
    guard let low = interval.first, let high = interval.last else {
      return numbers.share(100 * share)
    }
    return text(
      AheadWords.share,
      [
        "share": numbers.share(100 * share), "low": numbers.points(100 * low),
        "high": numbers.share(100 * high),
      ])
  }
}
