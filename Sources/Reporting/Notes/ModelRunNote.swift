package import Publishing
package import RunRecord

/// The note that `model run` prints: every variable of a model that was run alone.
package struct ModelRunNote: Speaker {
  private let result: ModelRunResult
  package let language: Language

  package init(_ result: ModelRunResult, _ language: Language) {
    self.result = result
    self.language = language
  }

  /// The first and the last year side by side, and what the marks in them mean.
  package var page: Page {
    var blocks: [Block] = [
      .table(table),
      language.paragraph(
        Words.footer,
        ["draws": [.text(String(result.draws))], "seed": [.text(String(result.seed))]]),
    ]
    if result.variables.values.contains(where: { $0.years.values.contains { $0.flagged > 0 } }) {
      blocks.append(language.paragraph(Words.flagged, ["option": [.code("--format csv")]]))
    }
    let withheld = names.filter { $0.value.withheld != nil }
    if !withheld.isEmpty {
      blocks.append(
        language.paragraph(
          Words.withheldBecause,
          [
            "names": .joined(
              withheld.map { [.code($0.key)] }, separator: language.text(Joining.listSeparator)),
            "draws": [.text(String(result.draws))],
            "dropped": [
              .text(String(withheld.flatMap { $0.value.withheld ?? [:] }.map(\.value).max() ?? 0))
            ],
          ]))
    }
    let without = names.filter { $0.value.withoutNumber != nil }.map { [Inline.code($0.key)] }
    if !without.isEmpty {
      blocks.append(
        language.paragraph(
          Words.withoutNumber,
          ["names": .joined(without, separator: language.text(Joining.listSeparator))]))
    }
    blocks += (result.remarks ?? []).map { .paragraph([.text(sentence($0))]) }
    return .note(blocks)
  }

  private var table: Table {
    let years = Set(
      result.variables.values.flatMap {
        Array($0.years.keys) + ($0.withoutNumber ?? []) + ($0.withheld ?? [:]).keys
      }
    ).subtracting(["all"]).sorted()
    let shown = [years.first, years.count > 1 ? years.last : nil].compactMap(\.self)
    let keys = shown.isEmpty ? ["all"] : shown
    return Table(
      columns: [language.column(Columns.variable), language.column(ModelPage.Words.unit)]
        + keys.map {
          $0 == "all" ? language.column(Words.allYears, .right) : Table.Column($0, .right)
        },
      rows: names.map { name, variable in
        [[.code(name)], [.text(variable.unit)]]
          + keys.map { year in
            (variable.years[year] ?? variable.years["all"]).map(shownSummary)
              ?? language.line(isWithheld(variable, year) ? Words.withheld : Words.noNumber)
          }
      })
  }

  private func isWithheld(_ variable: VariableResult, _ year: String) -> Bool {
    variable.withheld?[year] != nil || variable.withheld?["all"] != nil
  }

  private var names: [(key: String, value: VariableResult)] {
    result.variables.sorted { $0.key < $1.key }
  }

  private func shownSummary(_ summary: VariableSummary) -> [Inline] {
    let estimate = Estimate(
      value: summary.mean, unit: .fraction, p5: summary.p5, p50: summary.p50, p95: summary.p95,
      standardError: summary.standardError)
    return [.text(language.numbers.interval(estimate) + (summary.flagged > 0 ? " !" : ""))]
  }

  enum Words: String, Phrases {
    static let topic = "ModelRunNote"

    case allYears = "All years"
    case noNumber = "no number"
    case withheld
    case footer = "Means, with the 5th to 95th percentile; {draws} draws, seed {seed}."
    case flagged = "!: some draws gave no number and are left out; {option} counts them."
    case withheldBecause = """
      Withheld: {names}. Up to {dropped} of {draws} draws gave no number, and of the others alone a \
      number would mislead.
      """
    case withoutNumber = """
      No number in any draw: {names}. A formula divides by zero, takes a root or logarithm of \
      what has none, or grows beyond all numbers.
      """
  }
}
