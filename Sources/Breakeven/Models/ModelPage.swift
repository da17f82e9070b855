internal import RunRecord

/// A model as a page of Markdown: inputs, formulas in order, criteria.
struct ModelPage {
  let record: PathRecord
  let inputs: [ModelInput]
  let outputs: [String]

  var markdown: String {
    ([
      "# \(escape(record.title.text(in: "en")))",
      escape(record.summary.text(in: "en")),
      "Path `\(record.id)`, version \(record.version).",
      "## Inputs",
      table(
        ["input", "unit", "whose", "from", "distribution", "because", "sources"],
        inputs.map { input in
          [
            input.name, input.unit, input.scope, input.from ?? "", input.distribution ?? "",
            input.because ?? "", input.sources.joined(separator: ", "),
          ]
        }),
      "## Formulas, in order of computation",
      table(
        ["variable", "unit", "formula"],
        record.formulas.map { [$0.name, $0.unit, $0.formula] }),
      "Outputs: \(outputs.joined(separator: ", ")).",
    ] + criteria).joined(separator: "\n\n") + "\n"
  }

  private var criteria: [String] {
    guard !record.criteria.isEmpty else { return [] }
    return [
      "## Readiness",
      table(
        ["criterion", "weight", "0", "1", "2", "3", "4"],
        record.criteria.map { criterion in
          [criterion.title.text(in: "en"), String(criterion.weight)]
            + criterion.levels.map { $0.text(in: "en") }
        }),
    ]
  }

  private func table(_ heads: [String], _ rows: [[String]]) -> String {
    let lines =
      [heads, heads.map { _ in "---" }].map { "| " + $0.joined(separator: " | ") + " |" }
      + rows.map { "| " + $0.map(escape).joined(separator: " | ") + " |" }
    return lines.joined(separator: "\n")
  }

  /// Text as it stands, whatever Markdown would make of it.
  private func escape(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "|", "*", "_", "[", "]", "<", ">", "`", "#", "\\": result += "\\\(character)"
      case "\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
