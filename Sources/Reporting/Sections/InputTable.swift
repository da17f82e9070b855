import Publishing
import RunRecord

/// Inputs with what each rests on: facts with sources, assumptions with reasons.
enum InputTable {
  static func block(_ inputs: [InputRecord], _ context: ReportContext) -> Block {
    .table(
      Table(
        columns: [
          .init(context.text(Columns.input)), .init(context.text(Columns.kind)),
          .init(context.text(Words.distribution)), .init(context.text(Columns.values), .right),
          .init(context.text(Words.restsOn), place: .belowIfTight),
        ],
        rows: inputs.map { input in
          [
            [.text(context.title(input.title, name: input.name)), .lineBreak, .code(input.name)],
            KindWords.inlines(input.kind, context), distribution(input, context),
            values(input, context), basis(input, context),
          ]
        }))
  }

  private static func distribution(_ input: InputRecord, _ context: ReportContext) -> [Inline] {
    guard let byYear = input.byYear, !byYear.isEmpty else {
      return [.text(DistributionWords.text(input.distribution, unit: input.unit, context))]
    }
    return byYear.keys.sorted().map { year in
      let text = DistributionWords.text(byYear[year] ?? "", unit: input.unit, context)
      return [Inline.text("\(year): \(text)")]
    }.separatedByLines
  }

  private static func values(_ input: InputRecord, _ context: ReportContext) -> [Inline] {
    YearlyText.lines(input.values, context)
  }

  /// The facts that answered, the reason, the sources.
  private static func basis(_ input: InputRecord, _ context: ReportContext) -> [Inline] {
    var parts = reasons(input, context)
    if parts.isEmpty { parts.append(context.line(Absence.noReason)) }
    if let place = input.place { parts.append([.code(place)]) }
    return parts.separatedByLines
  }

  /// The basis of an input, a line each, under its values in a tree.
  static func lines(
    _ input: InputRecord, showsPlace: Bool, _ context: ReportContext
  ) -> [[Inline]] {
    let drawn = context.line(
      Joining.labelled,
      [
        "label": KindWords.inlines(input.kind, context),
        "value": distribution(input, context).replacingLineBreaks(with: ", "),
      ])
    let place: [[Inline]] = showsPlace ? input.place.map { [[.code($0)]] } ?? [] : []
    let isDrawn = input.facts.isEmpty || ![.fact, .estimate].contains(input.kind)
    return (isDrawn ? [drawn] : []) + reasons(input, context) + place
  }

  private static func reasons(_ input: InputRecord, _ context: ReportContext) -> [[Inline]] {
    // Figures of different metrics, as of costs and the revenue they are held against, say which.
    let isMixed = Set(input.facts.map(\.metric)).count > 1
    var parts: [[Inline]] = input.facts.map { fact in
      let name = context.title(fact.title, name: fact.metric)
      var line = context.line(
        Words.factLine,
        [
          "period": [
            .text(
              isMixed
                ? context.text(Words.ofMetric, ["name": name, "period": fact.period])
                : fact.period)
          ], "value": [.text(context.factValue(fact))],
          "source": context.citations([fact.source]),
          "confidence": [.text(ConfidenceWords.text(fact.confidence, context))],
        ])
      if let note = fact.note { line.append(.text(": " + context.written(note))) }
      if let because = fact.because { line.append(.text(" — " + context.sentence(because))) }
      if let moved = input.series.flatMap({ SeriesWords.moved(by: fact, in: $0, context) }) {
        line.append(.text(" — " + moved))
      }
      return line
    }
    // Why a fact answers stands beside it already.
    let because = input.because.filter { reason in
      !input.facts.contains { $0.because == reason }
    }
    if let series = input.series { parts.append([.text(SeriesWords.today(series, context))]) }
    // What would replace an assumption is no reason for it, so it stands by itself.
    for group in [
      because.filter { $0.kind != .replacedBy }, because.filter { $0.kind == .replacedBy },
    ]
    where !group.isEmpty {
      parts.append([.text(group.map { context.sentence($0) }.joined(separator: "; "))])
    }
    let cited = Set(input.facts.map(\.source))
    let others = input.sources.filter { !cited.contains($0) }
    if !others.isEmpty {
      parts.append(context.line(Words.sourcesAre, ["sources": context.citations(others)]))
    }
    return parts
  }
}

extension InputTable {
  enum Words: String, Phrases {
    static let topic = "InputTable"

    case distribution = "Distribution"
    case restsOn = "Facts, reasons, sources"
    case ofMetric = "{name}, {period}"
    case factLine = "{period}: {value} ({source}, confidence {confidence})"
    case sourcesAre = "sources: {sources}"
  }
}
