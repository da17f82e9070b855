internal import Reporting
internal import RunRecord

/// A model as a page: inputs, formulas in order of computation, criteria.
struct ModelPage {
  let record: PathRecord
  let inputs: [ModelInput]
  let outputs: [String]

  /// The page as Markdown.
  var markdown: String {
    let page = Page(path: "model", title: text(record.title), blocks: blocks)
    return MarkdownRenderer(AnchorIndex([page])).render(page)
  }

  private var blocks: [Block] {
    [
      .heading(1, [.text(text(record.title))], key: nil),
      .paragraph([.text(text(record.summary))]),
      .paragraph([.text("Path "), .code(record.id), .text(", version \(record.version).")]),
      .heading(2, [.text("Inputs")], key: nil),
      table(
        ["input", "unit", "whose", "from", "distribution", "because", "sources"],
        inputs.map { input in
          [
            [.code(input.name)], [.text(input.unit)], [.text(input.scope)],
            words(input.from), words(input.distribution), words(input.because),
            words(input.sources.isEmpty ? nil : input.sources.joined(separator: ", ")),
          ]
        }),
      .heading(2, [.text("Formulas, in order of computation")], key: nil),
      table(
        ["variable", "unit", "formula"],
        record.formulas.map { [[.code($0.name)], [.text($0.unit)], [.code($0.formula)]] }),
      .paragraph([.text("Outputs: \(outputs.joined(separator: ", ")).")]),
    ] + readiness
  }

  private var readiness: [Block] {
    guard !record.criteria.isEmpty else { return [] }
    return [
      .heading(2, [.text("Readiness")], key: nil),
      table(
        ["criterion", "weight", "0", "1", "2", "3", "4"],
        record.criteria.map { criterion in
          [[.text(text(criterion.title))], [.text(DecimalText.significant(criterion.weight))]]
            + criterion.levels.map { [.text(text($0))] }
        }),
    ]
  }

  private func table(_ heads: [String], _ rows: [[[Inline]]]) -> Block {
    .table(Table(columns: heads.map { Table.Column($0) }, rows: rows))
  }

  private func words(_ text: String?) -> [Inline] {
    [.text(text ?? "–")]
  }

  private func text(_ text: LocalizedText) -> String {
    text.text(in: "en")
  }
}
