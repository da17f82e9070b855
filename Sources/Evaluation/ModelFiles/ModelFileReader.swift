package import Documents
package import Units
internal import Diagnostics
internal import Formulas
internal import RunRecord

/// Reads a model file (DESIGN section 3) and notes every mistake of form in one go.
///
/// Formulas are checked when the model is compiled.
package struct ModelFileReader {
  let reader: AssumptionReader
  let units: UnitRegistry

  package init(units: UnitRegistry, sourceIDs: Set<String>?) {
    self.units = units
    reader = AssumptionReader(units: units, sourceIDs: sourceIDs)
  }

  /// Reads a model.
  ///
  /// `relativeFile` is its place within the models folder, `sha256` the hash of its bytes.
  ///
  /// - Throws: `DiagnosticError` with all mistakes.
  package func read(
    _ document: YAMLDocument, relativeFile: String, sha256: String
  ) throws -> ModelFile {
    var problems = DiagnosticCollector()
    let model = read(document, relativeFile, sha256, into: &problems)
    try problems.throwIfErrors()
    guard let model else {
      throw DiagnosticError(
        Diagnostic(
          "\(document.source.file) is empty: a model needs at least path, version and outputs",
          at: document.source.location(line: 1, column: 1)))
    }
    return model
  }

  private func read(
    _ document: YAMLDocument, _ relativeFile: String, _ sha256: String,
    into problems: inout DiagnosticCollector
  ) -> ModelFile? {
    guard
      let map = document.root?.mapping(
        allowedKeys: [
          "path", "version", "title", "summary", "currency", "start", "horizon", "inputs",
          "variables", "outputs", "metrics", "readiness", "correlate", "share_of", "reported_as",
        ], of: "a model", into: &problems)
    else { return nil }
    let id = identifier(in: map, into: &problems)
    let version = map.integer("version", into: &problems)
    let title = map.translations("title", into: &problems).map(LocalizedText.init)
    let summary = map["summary"].flatMap { $0.translations(into: &problems) }
    let currency = map.string("currency", into: &problems)
    let inputs = map.entries("inputs", into: &problems).compactMap {
      input($0, into: &problems)
    }
    let variables = map.entries("variables", into: &problems).compactMap {
      variable($0, into: &problems)
    }
    let outputs = outputs(in: map, currency: currency, variables: variables, into: &problems)
    let names = Set(inputs.map(\.name) + variables.map(\.declaration.name))
    let metrics = map.list("metrics", into: &problems).compactMap { node -> String? in
      guard let name = node.string(into: &problems) else { return nil }
      let known = variables.map(\.declaration.name)
      if !known.contains(name) {
        problems.report(
          node.diagnostic(
            "\"metrics\" names \"\(name)\", which is no variable of this model",
            help: Suggestion.help(for: name, among: known)))
        return nil
      }
      return name
    }
    let criteria = ReadinessReader(variables: variables.map(\.declaration.name))
      .read(map, into: &problems)
    let correlations = correlations(in: map, inputs: inputs, into: &problems)
    let sharedMarket = sharedMarket(in: map, inputs: inputs, names: names, into: &problems)
    guard let id, let version, let title, let currency else { return nil }
    return ModelFile(
      id: id, version: version, title: title,
      summary: summary.map(LocalizedText.init) ?? title, currency: currency,
      start: map["start"].flatMap { $0.integer(into: &problems) },
      horizon: map["horizon"].flatMap { $0.integer(into: &problems) }, inputs: inputs,
      variables: variables, outputs: outputs, metrics: metrics, criteria: criteria,
      correlations: correlations, sharedMarket: sharedMarket,
      reportedAs: map["reported_as"].flatMap { $0.strings(into: &problems) } ?? [],
      file: document.source.file,
      relativeFile: relativeFile, sha256: sha256)
  }

  private func identifier(
    in map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> String? {
    guard let node = map.required("path", into: &problems),
      let id = node.string(into: &problems)
    else { return nil }
    guard id.isKebabCase else {
      problems.report(
        node.diagnostic(
          "the path's id \"\(id)\" must be kebab-case",
          help: "use lower-case letters, digits and single hyphens, such as chat-advertising"))
      return nil
    }
    return id
  }

  // MARK: Inputs and variables

  private func input(
    _ entry: YAMLNode.Entry, into problems: inout DiagnosticCollector
  ) -> ModelInput? {
    guard
      let map = entry.value.mapping(
        allowedKeys: ["unit", "title", "company", "market", "otherwise", "revisions"]
          + AssumptionReader.keys, of: "an input", into: &problems)
    else { return nil }
    let unit = reader.unit(in: map, into: &problems)
    let title = reader.title(in: map, into: &problems)
    guard let scope = scope(of: entry, map, into: &problems), let unit else { return nil }
    return ModelInput(
      name: entry.key, title: title, unit: unit, scope: scope, location: entry.keyLocation,
      sourceLine: entry.value.source.line(entry.keyLocation.line))
  }

  private func scope(
    of entry: YAMLNode.Entry, _ map: YAMLMapping, into problems: inout DiagnosticCollector
  ) -> InputScope? {
    let has = { (key: String) in map.entries.contains { $0.key == key } }
    let origins = ["company", "market"].filter(has)
    let assumes = has("assume") || has("by_year")
    guard origins.count + (assumes ? 1 : 0) == 1 else {
      let found = (origins + (assumes ? ["assume"] : [])).joined(separator: " and ")
      problems.report(
        entry.keyDiagnostic(
          found.isEmpty
            ? "the input \"\(entry.key)\" doesn't say where its number comes from"
            : "the input \"\(entry.key)\" has \(found): where does its number come from?",
          help: "give exactly one of company, market, assume and by_year"))
      return nil
    }
    if has("company") {
      let metrics = map["company"].flatMap { $0.strings(into: &problems) } ?? [entry.key]
      if map["otherwise"]?.scalar?.text == "none" || !has("otherwise") {
        return .company(metrics: metrics, otherwise: nil)
      }
      guard let otherwise = reader.assumption(in: map, key: "otherwise", into: &problems) else {
        return nil
      }
      return .company(metrics: metrics, otherwise: otherwise)
    }
    if has("otherwise") {
      problems.report(
        entry.keyDiagnostic(
          "\"otherwise\" of \"\(entry.key)\" is for inputs that ask for a company's fact",
          help: "write \"company:\" beside it, or \"assume:\" in its place"))
    }
    if has("market") {
      return .market(name: map.optionalString("market", into: &problems) ?? entry.key)
    }
    return reader.assumption(in: map, into: &problems).map(InputScope.assumption)
  }

  private func variable(
    _ entry: YAMLNode.Entry, into problems: inout DiagnosticCollector
  ) -> ModelVariable? {
    guard
      let map = entry.value.mapping(
        allowedKeys: ["unit", "title", "formula", "start", "next"], of: "a variable",
        into: &problems)
    else { return nil }
    let unit = reader.unit(in: map, into: &problems)
    let title = reader.title(in: map, into: &problems)
    let rule: VariableDeclaration.Rule?
    switch (map["formula"], map["start"], map["next"]) {
    case (let formula?, nil, nil):
      rule = source(formula, into: &problems).map(VariableDeclaration.Rule.formula)
    case (nil, let start?, let next?):
      if let start = source(start, into: &problems), let next = source(next, into: &problems) {
        rule = .stock(start: start, next: next)
      } else {
        rule = nil
      }
    default:
      problems.report(
        entry.keyDiagnostic(
          "the variable \"\(entry.key)\" needs either a formula, or start and next",
          help: "a stock has its first value in start, and next year's from `previous` in next"))
      rule = nil
    }
    guard let unit, let rule else { return nil }
    return ModelVariable(
      title: title,
      declaration: VariableDeclaration(
        name: entry.key, unit: unit, rule: rule, location: entry.keyLocation,
        sourceLine: entry.value.source.line(entry.keyLocation.line)))
  }

  private func source(
    _ node: YAMLNode, into problems: inout DiagnosticCollector
  ) -> FormulaSource? {
    node.string(into: &problems).map {
      FormulaSource($0, at: node.location, sourceLine: node.sourceLine)
    }
  }

  // MARK: Outputs, correlations, the shared market

  private func outputs(
    in map: YAMLMapping, currency: String?, variables: [ModelVariable],
    into problems: inout DiagnosticCollector
  ) -> [ModelVariable] {
    guard let node = map.required("outputs", into: &problems),
      let outputs = node.mapping(
        allowedKeys: ["revenue", "contribution", "investment"], of: "the outputs", into: &problems)
    else { return [] }
    for name in ["revenue", "contribution", "investment"] {
      _ = outputs.required(name, into: &problems)
    }
    guard let currency,
      let unit = problems.noting({
        try units.parse(
          "\(currency)/year", at: map["currency"]?.location,
          sourceLine: map["currency"]?.sourceLine)
      })
    else { return [] }
    return outputs.entries.compactMap { entry in
      guard let source = source(entry.value, into: &problems) else { return nil }
      return ModelVariable(
        title: variables.first { $0.declaration.name == source.text }?.title,
        declaration: VariableDeclaration(
          name: entry.key, unit: unit, rule: .formula(source), location: entry.keyLocation,
          sourceLine: entry.value.source.line(entry.keyLocation.line)))
    }
  }

  private func correlations(
    in map: YAMLMapping, inputs: [ModelInput], into problems: inout DiagnosticCollector
  ) -> [Correlation] {
    map.entries("correlate", into: &problems).compactMap { entry in
      let names = entry.key.split(separator: "~").map { text in
        String(text).trimmingSpaces
      }
      guard names.count == 2, names[0] != names[1] else {
        problems.report(
          entry.keyDiagnostic(
            "expected two inputs as in \"price ~ share\", found \"\(entry.key)\""))
        return nil
      }
      let known = inputs.map(\.name)
      for name in names where !known.contains(name) {
        problems.report(
          entry.keyDiagnostic(
            "\"correlate\" names \"\(name)\", which is no input of this model",
            help: Suggestion.help(for: name, among: known)))
      }
      let markets = inputs.filter { input in
        guard names.contains(input.name), case .market = input.scope else { return false }
        return true
      }
      if markets.count == 2 {
        problems.report(
          entry.keyDiagnostic(
            "\(names[0]) and \(names[1]) are both market inputs, whose draws all models share",
            help: "correlate an input of this model with one of them"))
      }
      guard let value = entry.value.number(into: &problems) else { return nil }
      guard abs(value) < 1 else {
        problems.report(
          entry.value.diagnostic("a rank correlation lies between -1 and 1, found \(value)"))
        return nil
      }
      return Correlation(
        first: names[0], second: names[1], spearman: value, location: entry.keyLocation)
    }
  }

  private func sharedMarket(
    in map: YAMLMapping, inputs: [ModelInput], names: Set<String>,
    into problems: inout DiagnosticCollector
  ) -> SharedMarket? {
    guard
      let shared = map["share_of"]?.mapping(
        allowedKeys: ["market", "claim"], of: "the shared market", into: &problems)
    else { return nil }
    for key in ["market", "claim"] {
      guard let node = shared.required(key, into: &problems),
        let name = node.string(into: &problems), !names.contains(name)
      else { continue }
      problems.report(
        node.diagnostic(
          "\"share_of\" names \"\(name)\", which is not in this model",
          help: Suggestion.help(for: name, among: names.sorted())))
    }
    guard let market = shared.string("market", into: &problems),
      let claim = shared.string("claim", into: &problems)
    else { return nil }
    return SharedMarket(market: market, claim: claim)
  }
}

extension String {
  /// Lower-case letters and digits in groups joined by single hyphens.
  package var isKebabCase: Bool {
    let groups = split(separator: "-", omittingEmptySubsequences: false)
    return !isEmpty
      && groups.allSatisfy { group in
        !group.isEmpty
          && group.unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("0"..."9").contains($0)
          }
      }
  }

  /// The text without spaces at its ends.
  package var trimmingSpaces: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
