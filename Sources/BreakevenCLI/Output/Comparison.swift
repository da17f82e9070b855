import Findings
import Publishing
import RunRecord

/// Companies side by side.
struct Comparison {
  let run: RunRecord
  let companies: [CompanyRecord]
  private let numbers = NumberText.english

  init(run: RunRecord, companies: [CompanyRecord]) {
    self.run = run
    self.companies = companies
  }

  /// As people read it: blocks of three companies, then who beats whom, then what rows mean.
  func text(usesColor: Bool) -> String {
    var text = ""
    for start in stride(from: 0, to: companies.count, by: 3) {
      let block = Array(companies[start..<min(start + 3, companies.count)])
      text += table(of: block).rendered(usesColor: usesColor) + "\n"
    }
    for note in notes { text += TextWrap.paragraph(note.printable) + "\n" }
    if !notes.isEmpty { text += "\n" }
    if !pairs.isEmpty { text += pairTable.rendered(usesColor: usesColor) + "\n" }
    text += TextWrap.paragraph(Words.footer) + "\n\n"
    for row in ComparisonRows.definitions(horizon: run.run.horizon) {
      text += TextWrap.paragraph("\(row.name): \(row.meaning)", rest: "  ") + "\n"
    }
    return text + "\n" + TextWrap.paragraph(Words.conditions(run.run)) + "\n"
  }

  /// As Markdown: the same tables.
  var markdown: String {
    let meanings = ComparisonRows.definitions(horizon: run.run.horizon)
      .map { "\($0.name): \($0.meaning)" }
    let below = notes + [Words.footer] + meanings + [Words.conditions(run.run)]
    return table(of: companies).markdown + "\n" + (pairs.isEmpty ? "" : pairTable.markdown + "\n")
      + below.map { TextTable.markdownText($0) + "\n" }.joined(separator: "\n")
  }

  // MARK: Side by side

  private func table(of companies: [CompanyRecord]) -> TextTable {
    let rows = ComparisonRows(run: run).rows(companies)
    return TextTable(
      [TextTable.Column("measure", "")]
        + companies.map { TextTable.Column($0.id, $0.name.printable) },
      rows: rows.map { row in [.text(row.name)] + row.cells.map { .text($0) } })
  }

  private var notes: [String] {
    var notes = companies.compactMap { company in
      company.outcome.unknown.map {
        "\(company.name): \(Words.notEnough) for odds: \(Words.reason($0.reason))."
      }
    }
    notes += companies.compactMap { company in
      company.alreadyBrokeEven.map { "\(company.name) already broke even: \($0.message)." }
    }
    notes += companies.flatMap { company in
      company.paths.filter { $0.status == .missingFacts }.map { path in
        let title = run.paths.first { $0.id == path.path }?.title.text(in: "en") ?? path.path
        return
          "\(company.name) lacks for \(title): \(path.missing.map(\.description).joined(separator: ", "))."
      }
    }
    let isMarked = companies.contains { company in
      company.paths.contains { $0.evidence?.mostlyAssumption == true }
    }
    if isMarked { notes.append("* mostly assumption") }
    return notes
  }

  // MARK: Pairs

  private var pairs: [Findings.Pair] { Findings(run).pairs(companies) }

  private var pairTable: TextTable {
    TextTable(
      [
        TextTable.Column("company", "company"), TextTable.Column("sign", ""),
        TextTable.Column("over", "beats"),
        TextTable.Column("probability", "P(beats)", alignsRight: true),
        TextTable.Column("meaning", "that is"),
      ],
      rows: pairs.map { pair in
        [
          .text(pair.better.name), .text(pair.sign.rawValue), .text(pair.worse.name),
          .number(pair.chance, shown: numbers.probability(pair.chance)),
          .text(Words.meaning(of: pair.sign)),
        ]
      })
  }

  // MARK: For programs

  /// One row a company and measure, unrounded, then one a pair.
  var data: TextTable {
    var rows: [[TextTable.Cell]] = []
    func add(_ company: String, _ measure: String, _ quantity: Quantity) {
      let estimate = quantity.estimate
      rows.append([
        .text(company), .text(measure), TextTable.Cell(raw: estimate?.value),
        TextTable.Cell(estimate?.unit.rawValue), TextTable.Cell(raw: estimate?.p5),
        TextTable.Cell(raw: estimate?.p50), TextTable.Cell(raw: estimate?.p95),
        TextTable.Cell(quantity.reason?.message),
      ])
    }
    for company in companies {
      let outcome = company.outcome
      for (suffix, states) in [
        ("", outcome.states), ("_with_base_rate", outcome.statesWithBaseRate),
      ] {
        let unknown = Quantity.unknown(outcome.unknown?.reason ?? Reason(.notAssessed))
        add(company.id, "broke_even" + suffix, states.map { .estimate($0.brokeEven) } ?? unknown)
        add(
          company.id, "still_losing" + suffix, states.map { .estimate($0.stillLosing) } ?? unknown)
        add(company.id, "sold" + suffix, states.map { .estimate($0.sold) } ?? unknown)
        add(company.id, "cashed_out" + suffix, states.map { .estimate($0.cashedOut) } ?? unknown)
      }
      let noRunway = Quantity.unknown(outcome.unknown?.reason ?? Reason(.notAssessed))
      add(company.id, "runway_static", outcome.runwayMonths?.static ?? noRunway)
      add(company.id, "runway_alone", outcome.runwayMonths?.alone ?? noRunway)
      add(company.id, "runway_with_rounds", outcome.runwayMonths?.withRounds ?? noRunway)
      add(company.id, "median_break_even_year", outcome.medianBreakEvenYear)
      add(company.id, "headroom", outcome.headroom)
      add(company.id, "cash_cover", outcome.cashCover)
      add(company.id, "path_support", outcome.pathSupport)
      add(company.id, "uncovered_cost", outcome.uncoveredCost)
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
