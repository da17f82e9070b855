import Publishing
package import RunRecord

/// A model as a page: its graph, inputs, formulas in order of computation, criteria, sources.
package struct ModelPage {
  let model: ModelDescription
  let sources: [SourceRecord]

  package init(model: ModelDescription, sources: [SourceRecord]) {
    self.model = model
    self.sources = sources
  }

  private var record: PathRecord { model.path }

  /// The page as Markdown.
  package var markdown: String {
    let page = Page(path: "model", title: text(record.title), blocks: blocks)
    return MarkdownRenderer(AnchorIndex([page])).render(page)
  }

  private var blocks: [Block] {
    [
      .heading(1, [.text(text(record.title))], key: nil),
      .paragraph([.text(text(record.summary))]),
      .paragraph([.text("Path "), .code(record.id), .text(", version \(record.version).")]),
      .heading(2, [.text("What depends on what")], key: nil),
      .paragraph([.text(DependencyGraph.legend)]),
      .code(model.graph.mermaid, language: "mermaid"),
      .heading(2, [.text("Inputs")], key: nil),
      table(
        ["input", "unit", "whose", "from", "distribution", "because", "sources"],
        model.inputs.map { input in
          [
            [.code(input.name)], [.text(input.unit)], [.text(input.scope)],
            words(input.from), [.text(distribution(of: input))], words(input.because),
            words(input.sources.isEmpty ? nil : input.sources.joined(separator: ", ")),
          ]
        }),
      .heading(2, [.text("Formulas, in order of computation")], key: nil),
      table(
        ["variable", "unit", "formula"],
        record.formulas.map { [[.code($0.name)], [.text($0.unit.rawValue)], [.code($0.formula)]] }),
      .paragraph([.text("Outputs: \(model.outputs.joined(separator: ", ")).")]),
    ] + readiness + cited
  }

  /// What an input is where nothing else says so.
  private func distribution(of input: InputDescription) -> String {
    input.distribution ?? (input.scope == "market" ? "the region's" : "required")
  }

  private var cited: [Block] {
    guard !sources.isEmpty else { return [] }
    return [
      .heading(2, [.text("Sources")], key: nil),
      table(
        ["id", "title", "publisher", "date", "reference"],
        sources.map { source in
          [
            [.code(source.id)], [.text(source.title)], [.text(source.publisher)],
            words(source.date), [.text(source.reference)],
          ]
        }),
    ]
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
