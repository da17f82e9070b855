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
    if let prefers = prefers(record.ranking, context) { blocks.append(prefers) }
    let charted = context.companiesInOrder.filter {
      $0.outcome.states != nil && !$0.hasBrokenEven
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
    let noOdds = context.line(
      .unknownBecause, ["reason": [.text(outcome.unknown.map { context.sentence($0.reason) } ?? "")]])
    let model = outcome.states.map { [Inline.text(numbers.probability($0.brokeEven.value))] }
    let base = outcome.statesWithBaseRate?.brokeEven
    let withBase = base.map {
      [
        Inline.text(
          "\(numbers.probability($0.value)) (\(numbers.probabilities($0.p5, $0.p95)))")
      ]
    }
    return [
      [.text(place.sign.map { "\(place.tier) \($0.rawValue)" } ?? place.tier)],
      context.companyLink(company.id),
      company.hasBrokenEven ? already : model ?? noOdds,
      company.hasBrokenEven ? already : withBase ?? context.line(.noBaseRate),
      context.cell(outcome.headroom) { numbers.threePoints($0) },
      RunwayWords.withRounds(outcome, context),
      context.rank(place.rank),
      [.text(LeadsIf.words(place, record.ranking, context))],
    ]
  }

  /// How often each beats each, for readers who compare two.
  private static func prefers(_ ranking: RankingRecord, _ context: ReportContext) -> Block? {
    let ids = ranking.order.map(\.id)
    guard ids.count > 1, !ranking.prefers.isEmpty else { return nil }
    let columns =
      [Table.Column(context.text(.columnCompany))]
      + ids.map { Table.Column(context.companyName($0), .right) }
    let rows = ids.map { row -> [[Inline]] in
      [context.companyLink(row)]
        + ids.map { column in
          let share = ranking.prefers[row]?[column]
          guard row != column, let share else { return context.line(.emptyCell) }
          return [.text(context.numbers.probability(share))]
        }
    }
    return .details(
      summary: context.line(.prefersSummary),
      [context.paragraph(.prefersIntro), .table(Table(columns: columns, rows: rows))])
  }
}
