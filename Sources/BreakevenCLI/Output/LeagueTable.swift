import Publishing
import RunRecord

/// The companies of a run in their order, with what can't be ranked below.
struct LeagueTable {
  let run: RunRecord
  private let numbers = NumberText.english

  init(run: RunRecord) {
    self.run = run
  }

  /// The table for programs; companies without an outcome come last, without numbers.
  var table: TextTable {
    TextTable(Self.columns, rows: run.ranking.order.map(row) + unranked.map(row))
  }

  private var ranked: TextTable {
    TextTable(Self.columns, rows: run.ranking.order.map(row))
  }

  private static let columns = [
    TextTable.Column("tier_and_sign", "tier", for: .people), .data("tier"), .data("sign"),
    TextTable.Column("company", "company"), .data("name"),
    TextTable.Column("breaks_even", "breaks even first", alignsRight: true, for: .people),
    TextTable.Column("model", "model alone", alignsRight: true, for: .people),
    .data("broke_even"), .data("broke_even_with_base_rate"),
    .data("broke_even_with_base_rate_p5"), .data("broke_even_with_base_rate_p95"),
    .data("already_broke_even"),
    TextTable.Column("runway", "runway", alignsRight: true, for: .people),
    .data("runway_months_p5"), .data("runway_months_p50"), .data("runway_months_p95"),
    TextTable.Column("headroom", "headroom", alignsRight: true, for: .people),
    .data("headroom_p5"), .data("headroom_p50"), .data("headroom_p95"),
    TextTable.Column("rank", "rank", alignsRight: true, for: .people),
    .data("rank_p5"), .data("rank_p95"),
    TextTable.Column("leads_if", "leads if"), .data("unknown"),
  ]

  /// The table with what belongs under it, as people read it.
  func text(usesColor: Bool) -> String {
    var text = run.ranking.order.isEmpty ? "" : ranked.rendered(usesColor: usesColor) + "\n"
    if !unranked.isEmpty {
      text += "Not enough evidence (\(unranked.count))\n"
      for group in unrankedByReason {
        text += TextWrap.paragraph(group.printable, first: "- ") + "\n"
      }
      text += "\n"
    }
    return text + notes.map { TextWrap.paragraph($0.printable) + "\n" }.joined()
  }

  /// The table as Markdown, with what belongs under it.
  var markdown: String {
    var blocks: [String] = []
    if !unranked.isEmpty {
      blocks.append(
        "Not enough evidence (\(unranked.count)): "
          + unrankedByReason.joined(separator: "; ") + ".")
    }
    blocks += notes
    return (run.ranking.order.isEmpty ? "" : ranked.markdown)
      + blocks.map { "\n" + TextTable.markdownText($0) + "\n" }.joined()
  }

  private var notes: [String] {
    var notes: [String] = []
    if !run.ranking.order.isEmpty {
      notes.append(
        "Breaks even first: by \(run.run.horizon), before the money runs out, with base rate; "
          + "in brackets what base rate and its weight leave open. Runway, headroom: 5th "
          + "percentile, median, 95th; runway in months, with rounds. Rank: 5th to 95th "
          + "percentile. Behind the one above: >> clearly, > likely, ~ can't tell. \(Words.footer)")
      if companies.contains(where: \.hasBrokenEven) {
        notes.append(
          "Already: the last two reported years were not below zero, so there are no odds.")
      }
    }
    if let share = run.ranking.instabilityFromWeights {
      let weights = numbers.probability(share)
      let inputs = numbers.probability(1 - share)
      notes.append("\(weights) of the instability comes from weights, \(inputs) from inputs.")
    }
    notes.append(Words.conditions(run.run))
    return notes + run.warnings.map { "Note: \($0.message)" }
  }

  private var companies: [CompanyRecord] {
    run.ranking.order.compactMap { place in run.companies.first { $0.id == place.id } }
  }

  /// `No cash balance is known (2): bytedance, yitu`, most companies first.
  private var unrankedByReason: [String] {
    Dictionary(grouping: unranked, by: reason)
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .map { reason, ids in
        let names = ids.map { id in
          let company = run.companies.first { $0.id == id }
          return company?.hasBrokenEven == true ? "\(id) (already broke even)" : id
        }
        let start = reason.prefix(1).uppercased() + reason.dropFirst()
        return "\(start) (\(ids.count)): \(names.joined(separator: ", "))"
      }
  }

  private var unranked: [String] {
    let ranked = Set(run.ranking.order.map(\.id))
    return run.companies.map(\.id).filter { !ranked.contains($0) }
  }

  private func reason(_ id: String) -> String {
    let company = run.companies.first { $0.id == id }
    return (run.ranking.unranked[id] ?? company?.outcome.unknown?.reason).map(Words.reason)
      ?? "not ranked"
  }

  private func row(_ place: RankedCompany) -> [TextTable.Cell] {
    let company = run.companies.first { $0.id == place.id }
    let outcome = company?.outcome
    // A company that broke even already has no odds of doing so.
    let isAlready = company?.hasBrokenEven == true
    let model = isAlready ? nil : outcome?.states?.brokeEven
    let pooled = isAlready ? nil : outcome?.statesWithBaseRate?.brokeEven
    let none = isAlready ? "already" : "–"
    let runway = outcome?.runwayMonths
    let headroom = outcome?.headroom.estimate
    let rank = place.rank.estimate
    return [
      .text(place.tier + (place.sign.map { " \($0.rawValue)" } ?? "")), .text(place.tier),
      TextTable.Cell(place.sign?.rawValue), .text(place.id), TextTable.Cell(company?.name),
      .text(pooled.map(numbers.odds) ?? none),
      .text(model.map { numbers.probability($0.value) } ?? "–"), TextTable.Cell(raw: model?.value),
      TextTable.Cell(raw: pooled?.value),
      TextTable.Cell(raw: pooled?.p5), TextTable.Cell(raw: pooled?.p95), .flag(isAlready),
      .text(runway.map(months) ?? "–"),
      TextTable.Cell(raw: runway?.withRounds.estimate?.p5),
      TextTable.Cell(raw: runway?.withRounds.estimate?.p50),
      TextTable.Cell(raw: runway?.withRounds.estimate?.p95),
      .text(headroom.map { percentiles($0, numbers.points) } ?? "–"),
      TextTable.Cell(raw: headroom?.p5), TextTable.Cell(raw: headroom?.p50),
      TextTable.Cell(raw: headroom?.p95),
      .text(rank.map(numbers.ranks) ?? "–"),
      TextTable.Cell(raw: rank?.p5), TextTable.Cell(raw: rank?.p95),
      .text(Words.leadsIf(place, run)), .empty,
    ]
  }

  private func months(_ runway: RunwayRecord) -> String {
    guard let estimate = runway.withRounds.estimate else { return "–" }
    return percentiles(estimate) { numbers.months($0, censoredAt: runway.censoredAt) }
  }

  private func percentiles(_ estimate: Estimate, _ text: (Double) -> String) -> String {
    let three = [estimate.p5, estimate.p50, estimate.p95].map(text)
    return Set(three).count == 1 ? three[1] : three.joined(separator: " ")
  }

  private func row(_ id: String) -> [TextTable.Cell] {
    let company = run.companies.first { $0.id == id }
    let cells: [String: TextTable.Cell] = [
      "company": .text(id), "name": TextTable.Cell(company?.name),
      "leads_if": .text(Words.notEnough), "unknown": .text(reason(id)),
      "already_broke_even": .flag(company?.hasBrokenEven == true),
    ]
    return Self.columns.map { cells[$0.key] ?? .empty }
  }
}
