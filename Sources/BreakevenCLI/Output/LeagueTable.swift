import RunRecord

/// The companies of a run in their order, with what can't be ranked at the end.
struct LeagueTable {
  let run: RunRecord

  /// The table; companies without an outcome come last, without numbers.
  var table: TextTable {
    TextTable(
      [
        TextTable.Column("tier", "tier"), TextTable.Column("sign", "", for: .people),
        TextTable.Column("company", "company"), .data("name"),
        TextTable.Column("breaks_even", "breaks even first", alignsRight: true, for: .people),
        .data("broke_even"), .data("broke_even_with_base_rate"),
        .data("broke_even_with_base_rate_p5"), .data("broke_even_with_base_rate_p95"),
        TextTable.Column("runway", "runway, months", alignsRight: true, for: .people),
        .data("runway_months_p5"), .data("runway_months_p50"), .data("runway_months_p95"),
        TextTable.Column("headroom", "headroom", alignsRight: true, for: .people),
        .data("headroom_p5"), .data("headroom_p50"), .data("headroom_p95"),
        TextTable.Column("rank", "rank", alignsRight: true, for: .people),
        .data("rank_p5"), .data("rank_p95"),
        TextTable.Column("leads_if", "leads if"), .data("unknown"),
      ],
      rows: run.ranking.order.map(row) + unranked.map(row))
  }

  /// The table with what belongs under it, as people read it.
  func text(usesColor: Bool) -> String {
    var text = table.rendered(usesColor: usesColor)
    func add(_ line: String) { text += TextWrap.paragraph(line) + "\n" }
    for id in unranked {
      add("\(id.printable): \(Words.notEnough): \(reason(id).printable)")
    }
    add(
      "Breaks even first: by \(run.run.horizon), before the money runs out, with base rate "
        + "(the model alone in brackets).")
    add("Headroom and runway: 5th to 95th percentile around the median. \(Words.footer)")
    if let share = run.ranking.instabilityFromWeights {
      let weights = NumberText.percent(share)
      let inputs = NumberText.percent(1 - share)
      add("\(weights) of the instability comes from weights, \(inputs) from inputs.")
    }
    add(Words.conditions(run.run))
    for warning in run.warnings {
      text += TextWrap.paragraph(warning.printable, first: "! ") + "\n"
    }
    return text
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
    var chance = pooled.map { NumberText.percent($0.value) } ?? "–"
    if let model { chance += " (\(NumberText.percent(model.value)))" }
    return [
      .text(place.tier), TextTable.Cell(place.sign), .text(place.id), TextTable.Cell(company?.name),
      .text(chance), TextTable.Cell(raw: model?.value), TextTable.Cell(raw: pooled?.value),
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
    var row = Array(repeating: TextTable.Cell.empty, count: 22)
    row[2] = .text(id)
    row[3] = TextTable.Cell(company?.name)
    row[20] = .text(Words.notEnough)
    row[21] = .text(reason(id))
    return row
  }
}
