package import RunRecord

extension Section where Subject == RunRecord {
  /// The league table and the chart of the four states.
  package static let league = Section("League") { record, context in
    let ranked = record.ranking.order.compactMap { place in
      context.company(place.id).map { (place, $0) }
    }
    var blocks: [Block] = [context.heading(2, .leagueTitle, key: "league")]
    guard !ranked.isEmpty else { return blocks + [context.paragraph(.leagueEmpty)] }
    let table = Table(
      columns: [
        .init(context.text(.columnTier), .center), .init(context.text(.columnCompany)),
        .init(context.text(.columnOddsModel), .right),
        .init(context.text(.columnOddsBase), .right),
        .init(context.text(.columnHeadroom), .right),
        .init(context.text(.columnRunwayRounds), .right),
        .init(context.text(.columnRank), .right), .init(context.text(.columnLeadsIf)),
      ],
      rows: ranked.map { row($0.0, $0.1, record, context) })
    blocks += [.table(table), context.paragraph(.leagueFooter)]
    let charted = context.companiesInOrder.filter {
      $0.outcome.states != nil && !$0.outcome.alreadyBrokeEven
    }
    if !charted.isEmpty {
      blocks.append(OutcomeChart.figure(charted, context))
    }
    return blocks
  }

  private static func row(
    _ place: RankedCompany, _ company: CompanyRecord, _ record: RunRecord,
    _ context: ReportContext
  ) -> [[Inline]] {
    let outcome = company.outcome
    let numbers = context.numbers
    let already: [Inline] = context.line(.alreadyProfitableShort)
    let noOdds = context.line(.unknownBecause, ["reason": [.text(outcome.unknown ?? "")]])
    let model = outcome.states.map { [Inline.text(numbers.probability($0.brokeEven.value))] }
    let base = outcome.statesWithBaseRate?.brokeEven
    let withBase = base.map {
      [
        Inline.text(
          "\(numbers.probability($0.value)) (\(numbers.probabilities($0.p5, $0.p95)))")
      ]
    }
    return [
      [.text(place.sign.map { "\(place.tier) \($0)" } ?? place.tier)],
      context.companyLink(company.id),
      outcome.alreadyBrokeEven ? already : model ?? noOdds,
      outcome.alreadyBrokeEven ? already : withBase ?? context.line(.noBaseRate),
      context.cell(outcome.headroom) { numbers.threePoints($0) },
      RunwayWords.withRounds(outcome, context),
      context.cell(place.rank) {
        let low = numbers.points($0.p5)
        let high = numbers.points($0.p95)
        return low == high ? low : "\(low)–\(high)"
      },
      [.text(LeadsIf.words(place, record.ranking, context))],
    ]
  }
}
