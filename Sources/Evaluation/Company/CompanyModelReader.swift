internal import Diagnostics
package import Documents
internal import Formulas
internal import RunRecord
package import Units

/// Reads `company.yaml`.
package struct CompanyModelReader {
  let reader: AssumptionReader
  let models: ModelFileReader

  /// Makes a reader; without `sourceIDs` any source is taken to be declared.
  package init(units: UnitRegistry, sourceIDs: Set<String>?) {
    reader = AssumptionReader(units: units, sourceIDs: sourceIDs)
    models = ModelFileReader(units: units, sourceIDs: sourceIDs)
  }

  /// Reads inputs, variables, outputs, views and the numbers of the nowcast.
  ///
  /// - Throws: `DiagnosticError` with all mistakes.
  package func read(_ document: YAMLDocument, relativeFile: String) throws -> CompanyFormulas {
    var problems = DiagnosticCollector()
    guard
      let map = document.root?.mapping(
        allowedKeys: [
          "version", "title", "summary", "inputs", "variables", "outputs", "drivers", "views",
          "nowcast", "series",
        ], of: "the company model", into: &problems)
    else {
      try problems.throwIfErrors()
      throw DiagnosticError(Diagnostic("\(document.source.file) is empty"))
    }
    let version = map.integer("version", into: &problems)
    let inputs = map.entries("inputs", into: &problems).compactMap { input($0, into: &problems) }
    let variables = map.entries("variables", into: &problems).compactMap {
      models.variable($0, into: &problems)
    }
    let outputs = outputs(in: map, variables, into: &problems)
    let drivers = self.drivers(in: map, inputs, into: &problems)
    let driven = self.driven(by: drivers, in: map, variables, into: &problems)
    let views = views(in: map, inputs, into: &problems)
    let nowcast = ["nowcast", "series"].flatMap { map.entries($0, into: &problems) }.compactMap {
      number($0, into: &problems)
    }
    let title = map["title"].flatMap { $0.translations(into: &problems) }.map(LocalizedText.init)
    let summary = map["summary"].flatMap { $0.translations(into: &problems) }
      .map(LocalizedText.init)
    try problems.throwIfErrors()
    let name = title ?? LocalizedText([:])
    return CompanyFormulas(
      inputs: inputs,
      file: ModelFile(
        id: "company", version: version ?? 1, title: name, summary: summary ?? name,
        currency: "USD", inputs: inputs.compactMap(\.drawn), variables: variables,
        outputs: outputs
          + driven.filter { driver in
            !outputs.contains { $0.declaration.name == driver.declaration.name }
          }, metrics: [], criteria: [], correlations: [], sharedMarket: nil,
        checks: [], reportedAs: [], file: document.source.file, location: nil,
        relativeFile: relativeFile, sha256: ""),
      nowcast: InputSet(id: "company", inputs: nowcast, relativeFile: relativeFile),
      drivers: drivers, views: views)
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
      case .series:
        problems.report(
          entry.keyDiagnostic(
            "the input \"\(entry.key)\" is a series, which is for a path's model",
            help: "revenue is filtered for the company as a whole already: see \"nowcast:\""))
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
          + (origin == "of_path" ? ["variable", "otherwise"] : [])
          // A quantity of the nowcast has its own.
          + (origin == "nowcast" ? [] : ["domain"]),
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
        sourceLine: entry.value.source.line(entry.keyLocation.line),
        declaredDomain: models.domain(map, into: &problems)))
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
      return .paths(node.formula(text))
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

  /// The variables that the odds are explained by, as outputs.
  private func driven(
    by drivers: [CompanyFormulas.Driver], in map: YAMLMapping, _ variables: [ModelVariable],
    into problems: inout DiagnosticCollector
  ) -> [ModelVariable] {
    guard let node = map["drivers"] else { return [] }
    return drivers.map(\.variable).compactMap { name in
      guard let variable = variables.first(where: { $0.declaration.name == name }) else {
        problems.report(
          node.diagnostic(
            "\"drivers\" names \"\(name)\", which is no variable",
            help: Suggestion.help(for: name, among: variables.map(\.declaration.name))
              ?? "name some of the variables above"))
        return nil
      }
      return ModelVariable(
        title: variable.title,
        declaration: VariableDeclaration(
          name: name, unit: variable.declaration.unit,
          rule: .formula(node.formula(name)),
          location: node.location, sourceLine: node.sourceLine))
    }
  }

  /// The numbers that each view sets, of inputs that the file declares.
  private func views(
    in map: YAMLMapping, _ inputs: [CompanyInput], into problems: inout DiagnosticCollector
  ) -> [CompanyFormulas.View: [String: Double]] {
    let names = CompanyFormulas.View.allCases.map(\.rawValue)
    guard let node = map.required("views", into: &problems),
      let found = node.mapping(allowedKeys: names, of: "the views", into: &problems)
    else { return [:] }
    var views: [CompanyFormulas.View: [String: Double]] = [:]
    for view in CompanyFormulas.View.allCases {
      guard let entries = found.required(view.rawValue, into: &problems)?.entries(into: &problems)
      else { continue }
      views[view] = [:]
      for entry in entries {
        if !inputs.contains(where: { $0.name == entry.key }) {
          problems.report(
            entry.keyDiagnostic(
              "the view \"\(view.rawValue)\" sets \"\(entry.key)\", which is no input",
              help: Suggestion.help(for: entry.key, among: inputs.map(\.name))
                ?? "name one of the inputs above"))
        }
        views[view]?[entry.key] = entry.value.number(into: &problems)
      }
    }
    return views
  }

  private func number(
    _ entry: YAMLNode.Entry, into problems: inout DiagnosticCollector
  ) -> ModelInput? {
    guard
      let map = entry.value.mapping(
        allowedKeys: ["unit", "title", "domain", "revisions"] + AssumptionReader.keys,
        of: "a number that states are estimated with", into: &problems)
    else { return nil }
    let unit = reader.unit(in: map, into: &problems)
    let title = reader.title(in: map, into: &problems)
    guard let assumption = reader.assumption(in: map, into: &problems) else {
      if !map.entries.contains(where: { ["assume", "by_year"].contains($0.key) }) {
        problems.report(
          entry.keyDiagnostic("the number \"\(entry.key)\" needs \"assume\" with a reason"))
      }
      return nil
    }
    if assumption.revisions.contains(where: { $0.because == nil }) {
      problems.report(
        entry.keyDiagnostic("the number \"\(entry.key)\" needs a reason in \"because\""))
    }
    let domain = models.domain(map, into: &problems)
    guard let unit else { return nil }
    models.check(assumption, of: entry, in: domain, unit, into: &problems)
    return ModelInput(
      name: entry.key, title: title, unit: unit, scope: .assumption(assumption),
      location: entry.keyLocation, sourceLine: entry.value.source.line(entry.keyLocation.line),
      domain: domain)
  }
}
