internal import Diagnostics
internal import Documents
internal import Formulas
internal import RunRecord
internal import Units

/// Reads the inputs, variables and outputs of `company.yaml`.
struct CompanyFormulasReader {
  let reader: AssumptionReader
  let models: ModelFileReader

  init(_ reader: AssumptionReader) {
    self.reader = reader
    models = ModelFileReader(units: reader.units, sourceIDs: reader.sourceIDs)
  }

  /// The keys of the file that belong to the formulas.
  static let keys = ["title", "summary", "inputs", "variables", "outputs", "nowcast"]

  /// Nil where the file has no formulas.
  func read(
    _ map: YAMLMapping, _ document: YAMLDocument, version: Int, relativeFile: String,
    parameter: (YAMLNode.Entry, inout DiagnosticCollector) -> ModelInput?,
    into problems: inout DiagnosticCollector
  ) -> CompanyFormulas? {
    guard map["variables"] != nil || map["outputs"] != nil else { return nil }
    let inputs = map.entries("inputs", into: &problems).compactMap { input($0, into: &problems) }
    let variables = map.entries("variables", into: &problems).compactMap {
      models.variable($0, into: &problems)
    }
    let outputs = outputs(in: map, variables, into: &problems)
    let nowcast = map.entries("nowcast", into: &problems).compactMap { parameter($0, &problems) }
    let title = map["title"].flatMap { $0.translations(into: &problems) }.map(LocalizedText.init)
    let summary = map["summary"].flatMap { $0.translations(into: &problems) }
      .map(LocalizedText.init)
    let name = title ?? LocalizedText([:])
    return CompanyFormulas(
      inputs: inputs,
      file: ModelFile(
        id: "company", version: version, title: name, summary: summary ?? name, currency: "USD",
        inputs: inputs.compactMap { if case .drawn(let input) = $0 { input } else { nil } },
        variables: variables, outputs: outputs, metrics: [], criteria: [], correlations: [],
        sharedMarket: nil, checks: [], reportedAs: [], file: document.source.file, location: nil,
        relativeFile: relativeFile, sha256: ""),
      nowcast: InputSet(id: "company", inputs: nowcast, relativeFile: relativeFile))
  }

  private func input(
    _ entry: YAMLNode.Entry, into problems: inout DiagnosticCollector
  ) -> CompanyInput? {
    var ignored = DiagnosticCollector()
    let keys = entry.value.entries(into: &ignored)?.map(\.key) ?? []
    let origins = GivenInput.keys.filter { keys.contains($0) }
    guard let origin = origins.first else {
      guard let input = models.input(entry, into: &problems) else { return nil }
      switch input.scope {
      case .contest, .room:
        problems.report(
          entry.keyDiagnostic(
            "the input \"\(entry.key)\" depends on other companies, which is for a path's model",
            help: "let the path have it, and read its variable with \"of_path:\""))
        return nil
      default: break
      }
      if case .assumption(let assumption) = input.scope,
        assumption.revisions.contains(where: { $0.because == nil })
      {
        problems.report(
          entry.keyDiagnostic(
            "the input \"\(entry.key)\" needs a reason in \"because\""))
      }
      return .drawn(input)
    }
    guard
      let map = entry.value.mapping(
        allowedKeys: ["unit", "title"] + GivenInput.keys
          + (origin == "of_path" ? ["variable", "otherwise"] : []),
        of: "an input that is given", into: &problems)
    else { return nil }
    if origins.count > 1 {
      problems.report(
        entry.keyDiagnostic(
          "the input \"\(entry.key)\" has \(origins.joined(separator: " and ")): "
            + "where does its number come from?", help: "keep one"))
    }
    let unit = reader.unit(in: map, into: &problems)
    let title = reader.title(in: map, into: &problems)
    guard let unit, let found = self.origin(origin, map, unit, into: &problems) else { return nil }
    return .given(
      GivenInput(
        name: entry.key, title: title, unit: unit, origin: found, location: entry.keyLocation,
        sourceLine: entry.value.source.line(entry.keyLocation.line)))
  }

  private func origin(
    _ key: String, _ map: YAMLMapping, _ unit: UnitExpression,
    into problems: inout DiagnosticCollector
  ) -> GivenInput.Origin? {
    guard let node = map.required(key, into: &problems), let text = node.string(into: &problems)
    else { return nil }
    switch key {
    case "nowcast": return quantity(text, node, unit, into: &problems)
    case "sum_over_paths":
      return .paths(FormulaSource(text, at: node.location, sourceLine: node.sourceLine))
    default:
      let variable = map.string("variable", into: &problems)
      let otherwise = map.number("otherwise", into: &problems)
      guard let variable, let otherwise else { return nil }
      return .path(id: text, variable: variable, otherwise: otherwise)
    }
  }

  private func quantity(
    _ text: String, _ node: YAMLNode, _ unit: UnitExpression,
    into problems: inout DiagnosticCollector
  ) -> GivenInput.Origin? {
    let names = NowcastQuantity.allCases.map(\.rawValue)
    guard let quantity = NowcastQuantity(rawValue: text) else {
      problems.report(
        node.diagnostic(
          "the nowcast has no \"\(text)\"",
          help: Suggestion.help(for: text, among: names)
            ?? "it has \(names.joined(separator: ", "))"))
      return nil
    }
    let own = problems.noting {
      try reader.units.parse(quantity.unit, at: node.location, sourceLine: node.sourceLine)
    }
    guard let own else { return nil }
    guard own.dimension == unit.dimension else {
      problems.report(
        node.diagnostic(
          "\"\(text)\" of the nowcast is in [\(quantity.unit)], but the input is in [\(unit)]",
          help: "write unit: \(quantity.unit == "1" ? "\"1\"" : quantity.unit)"))
      return nil
    }
    return .nowcast(quantity)
  }

  private func outputs(
    in map: YAMLMapping, _ variables: [ModelVariable], into problems: inout DiagnosticCollector
  ) -> [ModelVariable] {
    let wanted = CompanyFormulas.outputs
    guard let node = map.required("outputs", into: &problems),
      let outputs = node.mapping(
        allowedKeys: wanted.map(\.name), of: "the outputs", into: &problems)
    else { return [] }
    return wanted.compactMap { name, unit in
      guard let value = outputs.required(name, into: &problems),
        let source = models.source(value, into: &problems),
        let unit = problems.noting({
          try reader.units.parse(unit, at: value.location, sourceLine: value.sourceLine)
        }), let entry = outputs.entries.first(where: { $0.key == name })
      else { return nil }
      return ModelVariable(
        title: variables.first { $0.declaration.name == source.text }?.title,
        declaration: VariableDeclaration(
          name: name, unit: unit, rule: .formula(source), location: entry.keyLocation,
          sourceLine: entry.value.source.line(entry.keyLocation.line)))
    }
  }
}
