internal import Diagnostics
internal import Evaluation
internal import Facts
internal import Formulas
internal import Units

/// Checks that a series names a metric that there is, in the unit in which it is counted.
struct SeriesCheck {
  let facts: FactBase
  let markets: [String: MarketFile]
  let units: UnitRegistry

  /// The mistakes of a series of a metric in a unit; `name` is it as messages call it.
  func mistakes(
    of metric: String, for name: String, in unit: UnitExpression, at location: SourceLocation,
    _ line: String?
  ) -> [Diagnostic] {
    guard let declared = facts.metrics[metric] else {
      return [
        Diagnostic(
          "there is no metric \"\(metric)\"", at: location, sourceLine: line,
          help: Suggestion.help(for: metric, among: facts.metrics.keys.sorted())
            ?? "declare it in metrics.yaml", category: .missing)
      ]
    }
    let texts = (declared.isMoney ? units.currencies : [""]).map(declared.unitText)
    guard let year = try? units.parse("year") else { return [] }
    let fits = texts.compactMap { try? units.parse($0).dimension }.contains { own in
      (declared.kind == .flow ? own / year.dimension : own) == unit.dimension
    }
    guard !fits, let text = texts.first else { return [] }
    let wanted = declared.kind == .flow ? rate(of: text) : text
    let why =
      declared.kind == .flow
      ? "\"\(metric)\" is an amount over time, so its series is a rate a year in \(wanted)"
      : "the metric \"\(metric)\" is in \(text)"
    return [
      Diagnostic(
        "\(name) is in \(unit.text), but \(why)", at: location, sourceLine: line,
        help: "write unit: \(wanted == "1" ? "\"1\"" : wanted)")
    ]
  }

  private func rate(of text: String) -> String { text == "1" ? "1/year" : "\(text)/year" }

  /// That formulas ask for the level or trend of a market input that is no series in any region.
  func mistakes(of input: ModelInput, in model: ModelFile, market name: String) -> [Diagnostic] {
    let isSeries = markets.values.contains { market in
      if case .series? = market.inputs[name]?.origin { true } else { false }
    }
    guard !isSeries else { return [] }
    for source in (model.variables + model.outputs).flatMap(\.declaration.rule.sources) {
      // Few formulas ask for either, and all would have to be read once more.
      guard source.text.contains("level") || source.text.contains("trend"),
        let formula = try? FormulaExpression.parse(source),
        let function = formula.levels.contains(input.name)
          ? "level" : formula.trends.contains(input.name) ? "trend" : nil
      else { continue }
      return [
        Diagnostic(
          "\"\(function)\" needs a series, and the market input \"\(name)\" isn't one",
          at: source.location, sourceLine: source.sourceLine,
          help: "write \"series: METRIC\" in markets/REGION.yaml in place of \"fact:\"")
      ]
    }
    return []
  }
}
