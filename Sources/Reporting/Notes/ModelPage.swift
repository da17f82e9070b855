package import Publishing
package import RunRecord

/// A model as a page: its graph, inputs, formulas in order of computation, criteria, sources.
package struct ModelPage {
  private let model: ModelDescription
  private let sources: [SourceRecord]
  private let language: Language

  package init(model: ModelDescription, sources: [SourceRecord], _ language: Language = .english) {
    self.model = model
    self.sources = sources
    self.language = language
  }

  private var record: PathRecord { model.path }

  /// The page as Markdown.
  package var markdown: String {
    let page = page(hasGraph: true)
    return MarkdownRenderer(AnchorIndex([page])).render(page)
  }

  /// The page, with the graph where it is drawn.
  package func page(hasGraph: Bool) -> Page {
    let graph: [Block] = [
      language.heading(2, Words.graph), language.paragraph(Words.graphLegend),
      .code(model.graph.mermaid, language: "mermaid"),
    ]
    return .note(
      [
        .heading(1, [.text(language.text(record.title))], key: nil),
        .paragraph([.text(language.text(record.summary))]),
        language.paragraph(
          Words.identity,
          ["path": [.code(record.id)], "version": [.text(String(record.version))]]),
      ]
        + (model.file.map { file in
          [language.paragraph(Words.file, ["file": [.code(file)]])]
        } ?? []) + (hasGraph ? graph : []) + [
          language.heading(2, ListNotes.Words.inputs), .table(inputs),
          language.heading(2, Words.formulas), .table(formulas),
          language.paragraph(
            Words.outputs,
            [
              "names": .joined(
                model.outputs.map { [.code($0)] },
                separator: language.text(Joining.listSeparator))
            ]),
        ] + readiness + cited)
  }

  /// The reason for an input's distribution: one, or one a region.
  private func because(_ input: InputDescription) -> String {
    let regions = (input.reasons ?? [:]).sorted { $0.key < $1.key }.map { region, reason in
      language.text(Joining.labelled, ["label": region, "value": language.written(reason)])
    }
    if !regions.isEmpty { return regions.joined(separator: " ") }
    return input.because.map(language.written) ?? language.text(Absence.emptyCell)
  }

  private var inputs: Table {
    Table(
      columns: [
        language.column(Columns.input), language.column(Words.unit),
        language.column(Words.whose), language.column(Words.from),
        language.column(InputTable.Words.distribution),
        language.column(Columns.reason, place: .below),
        language.column(Columns.source, place: .below),
      ],
      rows: model.inputs.map { input in
        [
          [.code(input.name)], [.text(input.unit)], scope(input),
          input.from.map { [.code($0)] } ?? language.line(Absence.emptyCell),
          distribution(of: input),
          [.text(because(input))],
          input.sources.isEmpty
            ? language.line(Absence.emptyCell)
            : .joined(
              input.sources.map { [.code($0)] },
              separator: language.text(Joining.listSeparator)),
        ]
      })
  }

  private func scope(_ input: InputDescription) -> [Inline] {
    switch input.scope {
    case "nowcast": return language.line(Words.nowcast)
    case "paths": return language.line(Words.paths)
    default: break
    }
    return switch InputScope(rawValue: input.scope) {
    case .market: language.line(Words.market)
    case .company: language.line(Words.company)
    case .assumption, nil: language.line(Words.assumption)
    }
  }

  private func distribution(of input: InputDescription) -> [Inline] {
    guard let text = input.distribution else {
      // What the company's state or its paths give is no distribution, and nobody has to.
      if InputScope(rawValue: input.scope) == nil { return language.line(Absence.emptyCell) }
      // Nor the trend of a series, which comes with its level.
      if input.from.map({ input.name == "\($0).trend" }) ?? false {
        return language.line(Absence.emptyCell)
      }
      return language.line(input.scope == "market" ? Words.regions : Words.required)
    }
    // A market's says which region it is of.
    return input.scope == "market"
      ? [.text(text)]
      : [.text(DistributionWords.text(text, unit: UnitName(input.unit), language))]
  }

  private var formulas: Table {
    Table(
      columns: [
        language.column(Columns.variable), language.column(Words.unit),
        language.column(Columns.formula),
      ],
      rows: record.formulas.map { formula in
        [[.code(formula.name)], [.text(formula.unit.rawValue)], [.code(formula.formula)]]
      })
  }

  private var cited: [Block] {
    guard !sources.isEmpty else { return [] }
    return [
      language.heading(2, Pages.sources),
      .list(
        sources.map { source in
          let place = [source.publisher, source.date].compactMap(\.self)
            .joined(separator: language.text(Joining.listSeparator))
          return ListItem(
            language.line(
              SourceEntry.Words.line,
              [
                "id": [.code(source.id)], "title": [.text(source.title)],
                "place": [.text(place + " · " + source.reference)],
              ]))
        }, ordered: false),
    ]
  }

  private var readiness: [Block] {
    guard !record.criteria.isEmpty else { return [] }
    return [
      language.heading(2, Headings.readiness),
      .table(
        Table(
          columns: [
            language.column(CriteriaTable.Words.criterion),
            language.column(CriteriaTable.Words.weight, .right),
            language.column(Words.levels, place: .belowIfTight),
          ],
          rows: record.criteria.map { criterion in
            var name: [Inline] = [.text(language.text(criterion.title))]
            if criterion.gate { name += language.line(TraceTree.Words.gate) }
            return [
              name,
              criterion.inModel
                ? language.line(CriteriaTable.Words.criterionInModel)
                : [.text(DecimalText.significant(criterion.weight))],
              [.text(criterion.levels.map { language.text($0) }.joined(separator: " | "))],
            ]
          })),
    ]
  }

  enum Words: String, Phrases {
    static let topic = "ModelPage"

    case identity = "Model {path}, version {version}."
    case file = "File: {file}"
    case graph = "What depends on what"
    case graphLegend = """
      Boxes on the left are inputs: of the market (green), of the company (blue), assumed \
      (orange); the boxes with a thick edge are the outputs. A dashed line is a value of the \
      year before.
      """
    case formulas = "Formulas, in order of computation"
    case outputs = "Outputs: {names}."
    case unit = "Unit"
    case whose = "Whose"
    case from = "From"
    case market = "market"
    case company = "company"
    case assumption = "assumption"
    case nowcast = "the state of today"
    case paths = "the company's paths"
    case regions = "the region's"
    case required = "required"
    case levels = "Levels 0 to 4"
  }
}
