import Publishing
import RunRecord

/// A model as people read it.
struct ModelPage {
  let model: ModelDescription

  func text(usesColor: Bool) -> String {
    if let program = model.program {
      // Program text is code: its line breaks matter and it is not wrapped.
      return program.printableLines
    }
    let path = model.path
    var text = "\(path.title.text(in: "en").printable) (\(path.id.printable), "
    text += "version \(path.version))\n"
    text += TextWrap.paragraph(path.summary.text(in: "en").printable) + "\n"
    if let file = model.file { text += TextWrap.paragraph("File: " + file.printable) + "\n" }
    text += "\nInputs\n" + inputs.rendered(usesColor: usesColor)
    text += "\nFormulas, in the order of computation (* output)\n"
    for formula in path.formulas {
      let mark = model.outputs.contains(formula.name) ? "* " : "  "
      text +=
        TextWrap.paragraph(
          "\(formula.name) [\(formula.unit)] = \(formula.formula)".printable, first: mark,
          rest: "      ") + "\n"
    }
    if !path.criteria.isEmpty {
      text += "\nReadiness\n" + criteria.rendered(usesColor: usesColor)
    }
    return text
  }

  /// The inputs, with the reasons.
  var inputs: TextTable {
    TextTable(
      [
        TextTable.Column("name", "input"), TextTable.Column("unit", "unit"),
        TextTable.Column("scope", "whose"), TextTable.Column("from", "from"),
        TextTable.Column("distribution", "distribution"), .data("because"),
        TextTable.Column("reason", "because", .below, for: .people), .data("sources"),
      ],
      rows: model.inputs.map {
        [
          .text($0.name), .text($0.unit), .text($0.scope), TextTable.Cell($0.from),
          .text(Self.distribution($0)), TextTable.Cell($0.because),
          TextTable.Cell($0.because),
          .text($0.sources.joined(separator: ", ")),
        ]
      })
  }

  private static func distribution(_ input: InputDescription) -> String {
    if input.scope == "market" { return input.distribution ?? "the region's" }
    return input.distribution.map { DistributionText.text($0, unit: input.unit) } ?? "required"
  }

  private var criteria: TextTable {
    TextTable(
      [
        TextTable.Column("id", "criterion"),
        TextTable.Column("weight", "weight", alignsRight: true),
        TextTable.Column("levels", "levels 0 to 4"),
      ],
      rows: model.path.criteria.map { criterion in
        var name = criterion.title.text(in: "en")
        if criterion.gate { name += " (gate)" }
        if criterion.inModel { name += " (in model)" }
        return [
          .text(name),
          .number(criterion.weight, shown: NumberText.english.number(criterion.weight)),
          .text(criterion.levels.map { $0.text(in: "en") }.joined(separator: " | ")),
        ]
      })
  }
}

/// The variables of a model that was run alone.
struct ModelRunPage {
  let result: ModelRunResult

  func text(usesColor: Bool) -> String {
    table.rendered(usesColor: usesColor)
      + TextWrap.paragraph(
        "Means, with the 5th to 95th percentile; \(result.draws) draws, seed \(result.seed).")
      + "\n" + notes
  }

  /// What the marks in the table mean, where there are any.
  private var notes: String {
    var notes: [String] = []
    if result.variables.values.contains(where: { $0.years.values.contains { $0.flagged > 0 } }) {
      notes.append(
        "!: some draws gave no number and are left out; --format csv counts them under flagged.")
    }
    let without = names.filter { $0.value.withoutNumber != nil }.map(\.key.printable)
    if !without.isEmpty {
      notes.append(
        "No number in any draw: \(without.joined(separator: ", ")). A formula divides by zero, "
          + "takes a root or logarithm of what has none, or grows beyond all numbers.")
    }
    return notes.map { TextWrap.paragraph($0) + "\n" }.joined()
  }

  /// The first and the last year, side by side.
  var table: TextTable {
    let years = Set(
      result.variables.values.flatMap { Array($0.years.keys) + ($0.withoutNumber ?? []) }
    ).subtracting(["all"]).sorted()
    let shown = [years.first, years.count > 1 ? years.last : nil].compactMap(\.self)
    return TextTable(
      [TextTable.Column("variable", "variable"), TextTable.Column("unit", "unit")]
        + (shown.isEmpty ? ["all"] : shown).map { TextTable.Column($0, $0, alignsRight: true) },
      rows: names.map { name, variable in
        [.text(name), .text(variable.unit)]
          + (shown.isEmpty ? ["all"] : shown).map { year in
            .text(
              (variable.years[year] ?? variable.years["all"]).map(Self.shown) ?? "no number")
          }
      })
  }

  /// Every variable and year.
  var data: TextTable {
    let keys = [
      "variable", "unit", "year", "mean", "standard_error", "sd", "p5", "p50", "p95", "flagged",
    ]
    return TextTable(
      keys.map(TextTable.Column.data),
      rows: names.flatMap { name, variable in
        variable.years.sorted { $0.key < $1.key }.map { year, summary in
          [.text(name), .text(variable.unit), .text(year)]
            + [
              summary.mean, summary.standardError, summary.sd, summary.p5, summary.p50,
              summary.p95, Double(summary.flagged),
            ].map(TextTable.Cell.init(raw:))
        }
      })
  }

  private var names: [(key: String, value: VariableResult)] {
    result.variables.sorted { $0.key < $1.key }
  }

  private static func shown(_ summary: VariableSummary) -> String {
    let mean = NumberText.english.number(summary.mean)
    if summary.p5 == summary.p95 { return mean }
    let flagged = summary.flagged > 0 ? " !" : ""
    return
      "\(mean) (\(NumberText.english.number(summary.p5)) to \(NumberText.english.number(summary.p95)))\(flagged)"
  }
}
