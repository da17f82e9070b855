import RunRecord

/// Companies side by side.
struct Comparison {
  let run: RunRecord
  let companies: [CompanyRecord]

  /// As people read it: blocks of three companies, then who beats whom.
  func text(usesColor: Bool) -> String {
    var text = TextWrap.paragraph(Words.conditions(run.run)) + "\n\n"
    for start in stride(from: 0, to: companies.count, by: 3) {
      let block = Array(companies[start..<min(start + 3, companies.count)])
      text += table(of: block).rendered(usesColor: usesColor) + "\n"
    }
    for line in notes { text += TextWrap.paragraph(line.text, first: line.first) + "\n" }
    if !pairs.isEmpty { text += "\n" + pairTable.rendered(usesColor: usesColor) }
    return text + "\n" + TextWrap.paragraph(Words.footer) + "\n"
  }

  /// As Markdown: the same tables.
  var markdown: String {
    let below = notes.map { $0.first + $0.text } + [Words.footer, Words.conditions(run.run)]
    return table(of: companies).markdown + "\n" + (pairs.isEmpty ? "" : pairTable.markdown + "\n")
      + below.map { TextTable.markdownText($0) + "\n" }.joined(separator: "\n")
  }

  // MARK: Side by side

  private func table(of companies: [CompanyRecord]) -> TextTable {
    var rows: [[TextTable.Cell]] = []
    func add(_ heading: String, _ value: (CompanyRecord) -> String) {
      rows.append([.text(heading)] + companies.map { .text(value($0)) })
    }
    add("breaks even first") { state($0, \.brokeEven, withBaseRate: true) }
    add("(model alone)") { state($0, \.brokeEven, withBaseRate: false) }
    add("still losing") { state($0, \.stillLosing, withBaseRate: true) }
    add("sold") { state($0, \.sold, withBaseRate: true) }
    add("out of cash") { state($0, \.cashedOut, withBaseRate: true) }
    add("break-even year") { $0.outcome.medianBreakEvenYear.value.map(NumberText.whole) ?? "–" }
    add("runway static") { runway($0, \.static) }
    add("runway alone") { runway($0, \.alone) }
    add("runway with rounds") { runway($0, \.withRounds) }
    add("headroom") { Words.quantity($0.outcome.headroom) }
    add("cash cover") { Words.quantity($0.outcome.cashCover) }
    add("path support") { Words.quantity($0.outcome.pathSupport) }
    add("gap") { Words.quantity($0.outcome.gap) }
    for path in run.paths {
      let title = path.title.text(in: "en")
      add(title) { company in Self.score(company.paths.first { $0.path == path.id }) }
    }
    add("driven most by") { company in
      let names = company.outcome.drivers.prefix(2).map {
        $0.title?.text(in: "en") ?? $0.name
      }
      return names.isEmpty ? "–" : names.joined(separator: ", ")
    }
    add("tier") { company in place(company.id)?.tier ?? "–" }
    add("rank") { company in
      place(company.id)?.rank.estimate.map {
        "\(NumberText.whole($0.p5))-\(NumberText.whole($0.p95))"
      } ?? "–"
    }
    return TextTable(
      [TextTable.Column("measure", "")]
        + companies.map { TextTable.Column($0.id, $0.name.printable) },
      rows: rows)
  }

  private func state(
    _ company: CompanyRecord, _ state: KeyPath<StateProbabilities, Estimate>, withBaseRate: Bool
  ) -> String {
    let outcome = company.outcome
    guard let states = withBaseRate ? outcome.statesWithBaseRate : outcome.states else {
      return outcome.alreadyBrokeEven && state == \.brokeEven ? "already did" : "–"
    }
    let estimate = states[keyPath: state]
    return withBaseRate && state == \.brokeEven
      ? NumberText.probability(estimate) : NumberText.percent(estimate.value)
  }

  private func runway(
    _ company: CompanyRecord, _ reading: KeyPath<RunwayRecord, Quantity>
  ) -> String {
    company.outcome.runwayMonths.map {
      Words.runway($0[keyPath: reading], censoredAt: $0.censoredAt)
    } ?? "–"
  }

  /// The score with what it is made of, since a score is never shown alone.
  private static func score(_ assessment: AssessmentRecord?) -> String {
    let score = Words.score(assessment)
    guard let assessment, assessment.status == .assessed, assessment.score.estimate != nil else {
      return score
    }
    var text = score
    if let value = assessment.viability.value { text += ", viable \(NumberText.percent(value))" }
    if let value = assessment.readiness.value { text += ", ready \(NumberText.whole(value))" }
    return text
  }

  private var notes: [(first: String, text: String)] {
    var notes: [(first: String, text: String)] = companies.compactMap { company in
      company.outcome.unknown.map {
        ("", "\(company.name.printable): \(Words.notEnough): \($0.printable)")
      }
    }
    let isMarked = companies.contains { company in
      company.paths.contains { $0.evidence?.mostlyAssumption == true }
    }
    notes.append(
      (
        "",
        "Path scores: mean (5th to 95th percentile), with the chance that the money comes back "
          + "and the readiness of 100. The states are with base rate; runways in months."
      ))
    if isMarked { notes.append(("* ", "mostly assumption")) }
    return notes
  }

  // MARK: Pairs

  private struct Pair {
    var better: CompanyRecord
    var worse: CompanyRecord
    var probability: Double
  }

  private var pairs: [Pair] {
    var pairs: [Pair] = []
    for (index, first) in companies.enumerated() {
      for second in companies[(index + 1)...] {
        guard let probability = run.ranking.prefers[first.id]?[second.id] else { continue }
        pairs.append(
          probability >= 0.5
            ? Pair(better: first, worse: second, probability: probability)
            : Pair(better: second, worse: first, probability: 1 - probability))
      }
    }
    return pairs
  }

  private var pairTable: TextTable {
    TextTable(
      [
        TextTable.Column("company", "company"), TextTable.Column("sign", ""),
        TextTable.Column("over", "beats"),
        TextTable.Column("probability", "P(beats)", alignsRight: true),
        TextTable.Column("meaning", "that is"),
      ],
      rows: pairs.map { pair in
        let sign = Words.sign(pair.probability)
        return [
          .text(pair.better.name), .text(sign), .text(pair.worse.name),
          .number(pair.probability, shown: NumberText.percent(pair.probability)),
          .text(Words.meaning(ofSign: sign)),
        ]
      })
  }

  private func place(_ id: String) -> RankedCompany? {
    run.ranking.order.first { $0.id == id }
  }

  // MARK: For programs

  /// One row a company and measure, unrounded, then one a pair.
  var data: TextTable {
    var rows: [[TextTable.Cell]] = []
    func add(_ company: String, _ measure: String, _ quantity: Quantity) {
      let estimate = quantity.estimate
      rows.append([
        .text(company), .text(measure), TextTable.Cell(raw: estimate?.value),
        TextTable.Cell(estimate?.unit), TextTable.Cell(raw: estimate?.p5),
        TextTable.Cell(raw: estimate?.p50), TextTable.Cell(raw: estimate?.p95),
        TextTable.Cell(quantity.unknownReason),
      ])
    }
    for company in companies {
      let outcome = company.outcome
      for (suffix, states) in [
        ("", outcome.states), ("_with_base_rate", outcome.statesWithBaseRate),
      ] {
        let unknown = Quantity.unknown(outcome.unknown ?? "unknown")
        add(company.id, "broke_even" + suffix, states.map { .estimate($0.brokeEven) } ?? unknown)
        add(
          company.id, "still_losing" + suffix, states.map { .estimate($0.stillLosing) } ?? unknown)
        add(company.id, "sold" + suffix, states.map { .estimate($0.sold) } ?? unknown)
        add(company.id, "cashed_out" + suffix, states.map { .estimate($0.cashedOut) } ?? unknown)
      }
      let noRunway = Quantity.unknown(outcome.unknown ?? "unknown")
      add(company.id, "runway_static", outcome.runwayMonths?.static ?? noRunway)
      add(company.id, "runway_alone", outcome.runwayMonths?.alone ?? noRunway)
      add(company.id, "runway_with_rounds", outcome.runwayMonths?.withRounds ?? noRunway)
      add(company.id, "median_break_even_year", outcome.medianBreakEvenYear)
      add(company.id, "headroom", outcome.headroom)
      add(company.id, "cash_cover", outcome.cashCover)
      add(company.id, "path_support", outcome.pathSupport)
      add(company.id, "gap", outcome.gap)
      for path in company.paths {
        add(company.id, "score/\(path.path)", path.score)
        add(company.id, "viability/\(path.path)", path.viability)
        add(company.id, "readiness/\(path.path)", path.readiness)
      }
      for other in companies where other.id != company.id {
        guard let probability = run.ranking.prefers[company.id]?[other.id] else { continue }
        rows.append([
          .text(company.id), .text("beats/\(other.id)"), TextTable.Cell(raw: probability),
          .text("1"), .empty, .empty, .empty, .empty,
        ])
      }
    }
    let keys = ["company", "measure", "value", "unit", "p5", "p50", "p95", "unknown"]
    return TextTable(keys.map(TextTable.Column.data), rows: rows)
  }
}
