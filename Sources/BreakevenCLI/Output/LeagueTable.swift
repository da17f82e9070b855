import RunRecord

/// The companies of a run in their order, with what can't be ranked at the end.
struct LeagueTable {
  let run: RunRecord

  /// The table; companies without an outcome come last, without numbers.
  var table: TextTable {
    TextTable(Self.columns, rows: run.ranking.order.map(row) + unranked.map(row))
  }

  private static let columns = [
    TextTable.Column("tier_and_sign", "tier", for: .people), .data("tier"), .data("sign"),
    TextTable.Column("company", "company"), .data("name"),
    TextTable.Column("breaks_even", "breaks even first", alignsRight: true, for: .people),
    TextTable.Column("model", "model alone", alignsRight: true, for: .people),
    .data("broke_even"), .data("broke_even_with_base_rate"),
    .data("broke_even_with_base_rate_p5"), .data("broke_even_with_base_rate_p95"),
    TextTable.Column("runway", "runway, months", alignsRight: true, for: .people),
    .data("runway_months_p5"), .data("runway_months_p50"), .data("runway_months_p95"),
    TextTable.Column("headroom", "headroom", alignsRight: true, for: .people),
    .data("headroom_p5"), .data("headroom_p50"), .data("headroom_p95"),
    TextTable.Column("rank", "rank", alignsRight: true, for: .people),
    .data("rank_p5"), .data("rank_p95"),
    TextTable.Column("leads_if", "leads if"), .data("unknown"),
  ]

  /// The table with what belongs under it, as people read it.
  func text(usesColor: Bool) -> String {
    table.rendered(usesColor: usesColor)
      + notes.map { TextWrap.paragraph($0.printable) + "\n" }.joined()
  }

  /// The table as Markdown, with what belongs under it.
  var markdown: String {
    table.markdown + notes.map { "\n" + TextTable.markdownText($0) + "\n" }.joined()
  }

  private var notes: [String] {
    var notes = unranked.map { "\($0): \(Words.notEnough): \(reason($0))" }
    notes.append(
      "Breaks even first: by \(run.run.horizon), before the money runs out, with base rate. "
        + "Headroom and runway: 5th to 95th percentile and the median. \(Words.footer)")
    if let share = run.ranking.instabilityFromWeights {
      let weights = NumberText.percent(share)
      let inputs = NumberText.percent(1 - share)
      notes.append("\(weights) of the instability comes from weights, \(inputs) from inputs.")
    }
    notes.append(Words.conditions(run.run))
    return notes + run.warnings.map { "Note: \($0)" }
  }

  private var unranked: [String] {
    let ranked = Set(run.ranking.order.map(\.id))
    return run.companies.map(\.id).filter { !ranked.contains($0) }
  }

  private func reason(_ id: String) -> String {
    let company = run.companies.first { $0.id == id }
    return run.ranking.unranked[id] ?? company?.outcome.unknown ?? "not ranked"
  }

  private func row(_ place: RankedCompany) -> [TextTable.Cell] {
    let company = run.companies.first { $0.id == place.id }
    let outcome = company?.outcome
    let model = outcome?.states?.brokeEven
    let pooled = outcome?.statesWithBaseRate?.brokeEven
    let runway = outcome?.runwayMonths
    let headroom = outcome?.headroom.estimate
    let rank = place.rank.estimate
    return [
      .text(place.tier + (place.sign.map { " \($0)" } ?? "")), .text(place.tier),
      TextTable.Cell(place.sign), .text(place.id), TextTable.Cell(company?.name),
      .text(pooled.map(NumberText.probability) ?? "–"),
      .text(model.map { NumberText.percent($0.value) } ?? "–"), TextTable.Cell(raw: model?.value),
      TextTable.Cell(raw: pooled?.value),
      TextTable.Cell(raw: pooled?.p5), TextTable.Cell(raw: pooled?.p95),
      .text(runway.map { Words.runway($0.withRounds, censoredAt: $0.censoredAt) } ?? "–"),
      TextTable.Cell(raw: runway?.withRounds.estimate?.p5),
      TextTable.Cell(raw: runway?.withRounds.estimate?.p50),
      TextTable.Cell(raw: runway?.withRounds.estimate?.p95),
      .text(headroom.map(Self.percentiles) ?? "–"),
      TextTable.Cell(raw: headroom?.p5), TextTable.Cell(raw: headroom?.p50),
      TextTable.Cell(raw: headroom?.p95),
      .text(rank.map { "\(NumberText.whole($0.p5))-\(NumberText.whole($0.p95))" } ?? "–"),
      TextTable.Cell(raw: rank?.p5), TextTable.Cell(raw: rank?.p95),
      .text(Words.leadsIf(place, weights: run.ranking.weights)), .empty,
    ]
  }

  private static func percentiles(_ estimate: Estimate) -> String {
    [estimate.p5, estimate.p50, estimate.p95].map(NumberText.whole).joined(separator: " ")
  }

  private func row(_ id: String) -> [TextTable.Cell] {
    let company = run.companies.first { $0.id == id }
    let cells: [String: TextTable.Cell] = [
      "company": .text(id), "name": TextTable.Cell(company?.name),
      "leads_if": .text(Words.notEnough), "unknown": .text(reason(id)),
    ]
    return Self.columns.map { cells[$0.key] ?? .empty }
  }
}
